import type { Run } from '#shared/run.ts';
import { formatExactMoment } from '../../ui/formats.ts';

/** When a run began, where another of the same list on the same site stands beside it; `null` where its name alone tells it. */
export const makeToldApart = (runs: readonly Run[]): ((run: Run) => string | null) => {
	const keyOf = ({ listName, site }: Run): string => JSON.stringify([listName, site.name]);
	const counts = new Map<string, number>();
	for (const run of runs) counts.set(keyOf(run), (counts.get(keyOf(run)) ?? 0) + 1);
	return (run) => ((counts.get(keyOf(run)) ?? 0) > 1 ? formatExactMoment(run.startedAt) : null);
};
