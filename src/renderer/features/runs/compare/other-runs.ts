import type { Run } from '#shared/run.ts';

const isSameDesk = (a: Run, b: Run): boolean => a.site.url === b.site.url && a.desk?.key === b.desk?.key;

/** How much two runs have in common: what somebody most likely wants to compare stands first. */
const kinship = (a: Run, b: Run): number =>
	(isSameDesk(a, b) ? 2 : a.site.url === b.site.url ? 1 : 0) + (a.listName === b.listName ? 1 : 0);

/** Runs to compare with, the likeliest first, else the newest; `runs` come newest first. */
export const rankOtherRuns = (run: Run, runs: readonly Run[]): readonly Run[] =>
	runs.filter(({ id }) => id !== run.id).sort((a, b) => kinship(run, b) - kinship(run, a));

/** The earlier of the two is “before”. */
export const inOrder = (a: Run, b: Run): { readonly before: string; readonly after: string } =>
	a.startedAt <= b.startedAt ? { before: a.id, after: b.id } : { before: b.id, after: a.id };

/** True where every word stands somewhere in list, site, desk or client. */
export const runFits = (run: Run, client: string | null, sought: string): boolean => {
	const haystack = [run.listName, run.site.name, run.desk?.key, run.desk?.name, client].join('\n').toLowerCase();
	return sought
		.toLowerCase()
		.split(/\s+/)
		.every((word) => haystack.includes(word));
};
