import { create } from 'zustand';
import type { Outcome } from '#shared/outcome.ts';
import type { SiteCheck, SiteInfo } from '#shared/run.ts';
import { ask, type Client } from '../../client.ts';
import { type WindowFailure, sitesWords, words } from '../../messages.ts';
import { showFailure, showInfo } from '../../ui/notices.ts';

export type NewSite = Parameters<Client['sites']['add']>[0];

export type NewTokens = Parameters<Client['sites']['setTokens']>[0];

/** What is known of a site by asking it, since the window opened. */
export type CheckState =
	| { readonly state: 'asking'; readonly earlier: SiteCheck | null }
	| { readonly state: 'answered'; readonly check: SiteCheck }
	| { readonly state: 'failed'; readonly failure: WindowFailure };

interface Sites {
	readonly sites: readonly SiteInfo[] | null;
	readonly checks: ReadonlyMap<string, CheckState>;
	load(): Promise<void>;
	/** Tokens pass through; none of them is kept here. */
	add(site: NewSite): Promise<Outcome<SiteInfo, WindowFailure>>;
	/** False where it is still there; why was said then. */
	remove(name: string): Promise<boolean>;
	/** `null`: nobody's. False where that failed; why was said then. */
	setClient(name: string, client: string | null): Promise<boolean>;
	/** Tokens pass through, as with `add`. */
	setTokens(tokens: NewTokens): Promise<Outcome<SiteInfo, WindowFailure>>;
	check(name: string): Promise<void>;
}

const earlierCheck = (known: CheckState | undefined): SiteCheck | null =>
	known?.state === 'answered' ? known.check : known?.state === 'asking' ? known.earlier : null;

export const useSites = create<Sites>()((set, get) => {
	const setCheck = (name: string, state: CheckState | null): void =>
		set(({ checks }) => {
			const next = new Map(checks);
			if (state === null) next.delete(name);
			else next.set(name, state);
			return { checks: next };
		});

	return {
		sites: null,
		checks: new Map(),
		load: async () => {
			const answer = await ask((client) => client.sites.list());
			if (answer.ok) set({ sites: answer.value });
			else showFailure(answer.failure);
		},
		add: async (site) => {
			const answer = await ask((client) => client.sites.add(site));
			if (!answer.ok) return answer;
			showInfo(words.sites.added(answer.value.name));
			await get().load();
			void get().check(answer.value.name);
			return answer;
		},
		remove: async (name) => {
			const answer = await ask((client) => client.sites.remove({ name }));
			if (!answer.ok) {
				showFailure(answer.failure);
				return false;
			}
			setCheck(name, null);
			showInfo(words.sites.removed(name));
			await get().load();
			return true;
		},
		setClient: async (name, client) => {
			const answer = await ask((asked) => asked.sites.setClient({ name, client }));
			if (!answer.ok) {
				showFailure(answer.failure);
				return false;
			}
			const { page } = sitesWords;
			showInfo(client === null ? page.clientTaken(name) : page.clientSet(name, client));
			set(({ sites }) => ({ sites: sites?.map((site) => (site.name === name ? answer.value : site)) ?? null }));
			return true;
		},
		setTokens: async (tokens) => {
			const answer = await ask((client) => client.sites.setTokens(tokens));
			if (!answer.ok) return answer;
			showInfo(sitesWords.tokens.kept(answer.value.name));
			await get().load();
			void get().check(answer.value.name);
			return answer;
		},
		check: async (name) => {
			const known = get().checks.get(name);
			if (known?.state === 'asking') return;
			setCheck(name, { state: 'asking', earlier: earlierCheck(known) });
			const answer = await ask((client) => client.sites.check({ name }));
			setCheck(name, answer.ok ? { state: 'answered', check: answer.value } : { state: 'failed', failure: answer.failure });
		},
	};
});
