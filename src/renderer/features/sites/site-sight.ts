import { create } from 'zustand';
import type { ProbeAnswer } from '#shared/probes.ts';
import { ask } from '../../client.ts';
import { type WindowFailure, probeWords } from '../../messages.ts';
import { showInfo } from '../../ui/notices.ts';
import { useSiteAccess } from '../access/site-access.ts';

interface SiteSight {
	/** `null`: not loaded. Empty: the site was never asked. */
	readonly answers: readonly ProbeAnswer[] | null;
	readonly asking: boolean;
	readonly failure: WindowFailure | null;
}

interface Sights {
	readonly bySite: Readonly<Record<string, SiteSight>>;
	/** What is kept; asks nothing. */
	load(site: string): Promise<void>;
	/** Asks the site anew. It goes on, and is kept, when its page is left. */
	probe(site: string): Promise<void>;
}

export const notLoaded: SiteSight = { answers: null, asking: false, failure: null };

export const useSights = create<Sights>()((set, get) => {
	const change = (site: string, next: Partial<SiteSight>): void =>
		set(({ bySite }) => ({ bySite: { ...bySite, [site]: { ...(bySite[site] ?? notLoaded), ...next } } }));

	return {
		bySite: {},
		load: async (site) => {
			const answer = await ask((client) => client.sites.probes({ name: site }));
			change(site, answer.ok ? { answers: answer.value } : { failure: answer.failure });
		},
		probe: async (site) => {
			if (get().bySite[site]?.asking === true) return;
			change(site, { asking: true, failure: null });
			const answer = await ask((client) => client.sites.probe({ name: site }));
			change(site, answer.ok ? { asking: false, answers: answer.value } : { asking: false, failure: answer.failure });
			if (!answer.ok) return;
			showInfo(probeWords.asked(site));
			// The approved domains may have been told, and then they are known.
			void useSiteAccess.getState().load(site);
		},
	};
});
