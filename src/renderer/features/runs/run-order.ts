import type { Run } from '#shared/run.ts';
import { countStandings } from '#shared/standings.ts';

export const runColumns = ['list', 'client', 'site', 'state', 'rows', 'blocked', 'started'] as const;
export type RunColumn = (typeof runColumns)[number];

export interface RunOrder {
	readonly by: RunColumn;
	readonly descending: boolean;
}

export const newestFirst: RunOrder = { by: 'started', descending: true };

const keyOf = (run: Run, by: RunColumn, clientOf: (siteName: string) => string | null): string | number => {
	switch (by) {
		case 'list':
			return run.listName;
		case 'client':
			return clientOf(run.site.name) ?? '';
		case 'site':
			return run.site.name;
		case 'state':
			return run.state;
		case 'rows':
			return run.rowCount;
		case 'blocked':
			return countStandings(run).blocked;
		case 'started':
			return run.startedAt;
	}
};

const compareKeys = (a: string | number, b: string | number): number =>
	typeof a === 'number' && typeof b === 'number'
		? a - b
		: String(a).localeCompare(String(b), undefined, { sensitivity: 'base', numeric: true });

/** In this order; equal runs stay as they came, newest first. Runs of nobody's site come last either way. */
export const sortRuns = (
	runs: readonly Run[],
	{ by, descending }: RunOrder,
	clientOf: (siteName: string) => string | null,
): readonly Run[] => {
	const keyed = runs.map((run) => ({ run, key: keyOf(run, by, clientOf) }));
	const isNone = (key: string | number): boolean => key === '';
	return keyed
		.sort((a, b) => Number(isNone(a.key)) - Number(isNone(b.key)) || compareKeys(a.key, b.key) * (descending ? -1 : 1))
		.map(({ run }) => run);
};

/** Numbers and times begin with the most; names with A. */
export const orderAfterClick = (order: RunOrder, by: RunColumn): RunOrder =>
	order.by === by ? { by, descending: !order.descending } : { by, descending: by === 'rows' || by === 'blocked' || by === 'started' };
