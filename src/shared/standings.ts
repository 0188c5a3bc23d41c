import { type CauseCode, type Certainty, causeCatalogue, causeCodes, type Standing } from './causes.ts';
import type { AddableCounts, Run } from './run.ts';

/** In the order in which they are told: from done to undone, and last the rows that are nobody's own. */
export const standings = ['added', 'addable', 'blocked', 'open', 'repeated'] as const satisfies readonly Standing[];

/** What is wrong with the service project or the site as a whole: while there is anything, nobody can be added. */
type Findings = Pick<Run, 'findings'>;

/** How a row of this cause stands in its run. Whatever counts rows that can be added, are blocked or are open counts by this. */
export const standingOf = (cause: CauseCode, { findings }: Findings): Standing => {
	const { standing } = causeCatalogue[cause];
	return standing === 'addable' && findings.length > 0 ? 'blocked' : standing;
};

export const causesOf = (standing: Standing, run: Findings): readonly CauseCode[] =>
	causeCodes.filter((cause) => standingOf(cause, run) === standing);

/** Rows of a run by how they stand: together they are all of its rows. */
export const countStandings = (run: Findings & Pick<Run, 'summary'>): Readonly<Record<Standing, number>> => {
	const counts: Record<Standing, number> = { added: 0, addable: 0, blocked: 0, open: 0, repeated: 0 };
	for (const cause of causeCodes) counts[standingOf(cause, run)] += run.summary[cause] ?? 0;
	return counts;
};

/** Of rows counted by cause and certainty. */
export const countAddable = (
	groups: Iterable<{ readonly cause: CauseCode; readonly certainty: Certainty; readonly rows: number }>,
	run: Findings,
): AddableCounts => {
	const counts = { proven: 0, likely: 0 };
	for (const { cause, certainty, rows } of groups) {
		if (standingOf(cause, run) === 'addable') counts[certainty === 'proven' ? 'proven' : 'likely'] += rows;
	}
	return counts;
};
