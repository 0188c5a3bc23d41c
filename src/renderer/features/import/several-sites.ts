import { create } from 'zustand';
import type { StartedOn } from '#shared/run.ts';
import { api, ask, queries } from '../../api.ts';
import { severalWords } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { showInfo } from '../../ui/notices.ts';
import { useImport } from './import-draft.ts';

export const mostSites = 50;

interface SeveralSites {
	/** What became of the last start, where not every site took it; of that list alone. */
	readonly result: { readonly listId: string; readonly started: readonly StartedOn[] } | null;
	choose(sites: readonly string[], isChosen: boolean): void;
	/** The service project's key, the same everywhere; empty: each site's only one. */
	nameDesk(desk: string): void;
	start(): Promise<void>;
}

const notStarted = (started: readonly StartedOn[]): readonly string[] => started.flatMap((one) => (one.started.ok ? [] : one.site));

export const useSeveral = create<SeveralSites>()((set) => ({
	result: null,
	choose: (sites, isChosen) => {
		const several = useImport.getState().several ?? { sites: [], desk: '' };
		const others = several.sites.filter((name) => !sites.includes(name));
		useImport.setState({ several: { ...several, sites: isChosen ? [...others, ...sites] : others } });
	},
	nameDesk: (desk) => useImport.setState(({ several }) => ({ several: several && { ...several, desk } })),
	start: async () => {
		const { list, several } = useImport.getState();
		if (list === null || several === null || several.sites.length === 0) return;
		const { sites: chosen, desk } = several;
		const { listId, state } = list;
		const key = desk.trim();
		useImport.setState({ stage: 'starting', failure: null });
		const answer = await ask(
			api.runs.startMany.call({ listId, mapping: state.mapping, sites: [...chosen], ...(key === '' ? {} : { desk: key }) }),
		);
		void queries.invalidateQueries({ queryKey: api.runs.list.key() });
		if (!answer.ok) {
			const isGone = answer.failure.code === 'list-not-found';
			useImport.setState({ stage: isGone ? 'choosing' : 'ready', failure: answer.failure, ...(isGone ? { list: null } : {}) });
			return;
		}
		const left = notStarted(answer.value);
		if (left.length > 0) {
			// What was started is not started twice.
			set({ result: { listId, started: answer.value } });
			useImport.setState({ stage: 'ready', several: { sites: left, desk } });
			return;
		}
		set({ result: null });
		useImport.setState({ stage: 'choosing', list: null, several: null });
		showInfo(severalWords.started(answer.value.length));
		goTo({ at: 'runs' });
	},
}));

/** Several sites are chosen in place of one. */
export const useIsSeveral = (): boolean => useImport(({ several }) => several !== null);
