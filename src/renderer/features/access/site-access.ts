import { create } from 'zustand';
import type { KnownAccess, UserManagement } from '#shared/customer-access.ts';
import { ask } from '../../client.ts';
import { accessWords, type WindowFailure } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import { chooseStyle } from '../links/use-site-place.ts';
import { useSites } from '../sites/sites.ts';
import { type DeclaredAccess, nothingDeclared } from './access-fields.ts';

interface SiteAccess {
	/** `null`: not loaded. */
	readonly known: KnownAccess | null;
	readonly saving: boolean;
	readonly failure: WindowFailure | null;
}

interface Accesses {
	readonly bySite: Readonly<Record<string, SiteAccess>>;
	load(site: string): Promise<void>;
	/** What the page shows, from now on; `null` takes back what was said. False where it was not kept. */
	declare(site: string, access: DeclaredAccess | null, management: UserManagement | undefined): Promise<boolean>;
}

export const notLoaded: SiteAccess = { known: null, saving: false, failure: null };

export const useSiteAccess = create<Accesses>()((set) => {
	const change = (site: string, next: Partial<SiteAccess>): void =>
		set(({ bySite }) => ({ bySite: { ...bySite, [site]: { ...(bySite[site] ?? notLoaded), ...next } } }));

	return {
		bySite: {},
		load: async (site) => {
			const answer = await ask((client) => client.sites.access({ name: site }));
			change(site, answer.ok ? { known: answer.value } : { failure: answer.failure });
		},
		declare: async (site, access, management) => {
			change(site, { saving: true, failure: null });
			const said = { access: access ?? nothingDeclared, ...(management === undefined ? {} : { management }) };
			const answer = await ask((client) => client.sites.declareAccess({ name: site, ...said }));
			change(site, answer.ok ? { saving: false, known: answer.value } : { saving: false, failure: answer.failure });
			if (!answer.ok) return false;
			showInfo(access === null && management === undefined ? accessWords.back(site) : accessWords.kept(site));
			if (management === undefined) return true;
			chooseStyle(site, management);
			await useSites.getState().load();
			return true;
		},
	};
});
