import { create } from 'zustand';
import type { Run } from '#shared/run.ts';
import { ask } from '../../client.ts';
import { showFailure } from '../../ui/notices.ts';

interface RunList {
	/** Newest first; `null` until they have been loaded once. */
	readonly runs: readonly Run[] | null;
	/** What “3 minutes ago” is reckoned from. */
	readonly loadedAtMs: number;
	load(): Promise<void>;
	/** Takes over what a watch reported, so that the sidebar keeps step without asking. */
	update(run: Run): void;
}

const newestFirst = (runs: readonly Run[]): readonly Run[] =>
	[...runs].sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));

export const useRunList = create<RunList>()((set) => ({
	runs: null,
	loadedAtMs: 0,
	load: async () => {
		const answer = await ask((client) => client.runs.list());
		if (answer.ok) set({ runs: newestFirst(answer.value), loadedAtMs: Date.now() });
		else showFailure(answer.failure);
	},
	update: (run) =>
		set(({ runs }) => {
			if (runs === null) return {};
			const known = runs.some(({ id }) => id === run.id);
			return { runs: known ? runs.map((old) => (old.id === run.id ? run : old)) : newestFirst([run, ...runs]) };
		}),
}));
