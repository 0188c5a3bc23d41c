import type { CauseCode } from './causes.ts';
import type { Run, RunRow } from './run.ts';

/** A person's cause in a run; `absent` where the run's list does not have the address. */
export type ComparedCause = CauseCode | 'absent';

/** So many people went from one cause to the other. Repeated rows do not count: their person is counted once. */
export interface Transition {
	readonly from: ComparedCause;
	readonly to: ComparedCause;
	readonly rows: number;
	/** Of these, people whom a plan of the earlier run made customers. */
	readonly addedByPlan: number;
}

/** One person, by normalised address, in two runs. */
export interface ComparedRow {
	readonly before: RunRow | null;
	readonly after: RunRow | null;
}

export interface ComparedRows {
	/** How many people fit, on all pages. */
	readonly total: number;
	readonly rows: readonly ComparedRow[];
}

/** What one run said of an address. */
export interface HistoryEntry {
	readonly run: Pick<Run, 'id' | 'listName' | 'site' | 'desk' | 'startedAt'>;
	readonly row: RunRow;
}
