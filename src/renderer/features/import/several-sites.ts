import { create } from 'zustand';
import type { StartedOn } from '#shared/run.ts';
import { api, ask, queries } from '../../api.ts';
import { severalWords } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { showInfo } from '../../ui/notices.ts';
import { useImport } from './import-draft.ts';

export const mostSites = 50;

interface SeveralSites {
	/** `null`: one site, as usual. */
	readonly chosen: readonly string[] | null;
	/** The service project's key, the same everywhere; empty: each site's only one. */
	readonly desk: string;
	/** What became of the last start, where not every site took it; of that list alone. */
	readonly result: { readonly listId: string; readonly started: readonly StartedOn[] } | null;
	choose(sites: readonly string[], isChosen: boolean): void;
	start(): Promise<void>;
}

const notStarted = (started: readonly StartedOn[]): readonly string[] => started.flatMap((one) => (one.started.ok ? [] : one.site));

export const useSeveral = create<SeveralSites>()((set, get) => ({
	chosen: null,
	desk: '',
	result: null,
	choose: (sites, isChosen) => {
		const others = (get().chosen ?? []).filter((name) => !sites.includes(name));
		set({ chosen: isChosen ? [...others, ...sites] : others });
	},
	start: async () => {
		const { chosen, desk } = get();
		const { list } = useImport.getState();
		if (list === null || chosen === null || chosen.length === 0) return;
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
			set({ chosen: left, result: { listId, started: answer.value } });
			useImport.setState({ stage: 'ready' });
			return;
		}
		set({ chosen: null, desk: '', result: null });
		useImport.setState({ stage: 'choosing', list: null });
		showInfo(severalWords.started(answer.value.length));
		goTo({ at: 'runs' });
	},
}));

/** Several sites are chosen in place of one. */
export const useIsSeveral = (): boolean => useSeveral(({ chosen }) => chosen !== null);
