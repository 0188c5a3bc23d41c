import type { HistoryEntry } from '#shared/comparison.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { ListReading } from '#shared/lists.ts';
import type { Failure, Outcome } from '#shared/outcome.ts';
import type {
	DeskRef,
	RowFilter,
	RowSort,
	Run,
	RunRow,
	RunRowDetail,
	SnapshotStamp,
	ValueCount,
	ValueKind,
	FoundPerson,
} from '#shared/run.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { FactRow } from '../causes/unlock.ts';
import type { PersonFacts } from '../evidence/person-facts.ts';
import type { AddressToJudge, ListRow, ReadAddress } from '../lists/list.ts';
import type { RowGroup } from './break-down.ts';
import type { Pair } from './compare-runs.ts';

/** `digest` tells one snapshot from another that has its id: a run is never resumed against other content. */
export type PinnedSnapshot = SnapshotStamp & { readonly digest: string };

interface RunBasics {
	readonly id: string;
	readonly listName: string;
	readonly columns: readonly string[];
	/** Left out where no list was read. */
	readonly reading?: ListReading;
	readonly site: {
		readonly name: string;
		readonly url: string;
		readonly adminUrl: string;
		/** Absent or `null`: the gateway of the site's cloud. */
		readonly gatewayUrl?: string | null;
		readonly orgId: string | null;
	};
	/** What the caller asked for; the desk itself is known once the site has answered. */
	readonly deskKey: string | null;
	readonly access: CustomerAccess;
	readonly startedAt: string;
}

/** Who answered as the asking account, `null` where nobody told, and whose cloud the site is. */
export interface AskedAs {
	readonly accountId: string | null;
	readonly cloudId: string;
}

export type NewRun = RunBasics & ({ readonly mode: 'live' } | { readonly mode: 'offline'; readonly snapshot: PinnedSnapshot });

/** What a run was started with: enough to resume it in another process. */
export type RunRequest = NewRun & {
	/** `null` until the site has answered. */
	readonly askedAs: AskedAs | null;
};

/** What of a row its verdict can rest on. */
export type RowToJudge = Pick<ListRow, 'original' | 'repeats' | 'suggestion'> & {
	readonly id: number;
	/** It has its verdict. The whole list is given, so that a resumed run makes the same batches. */
	readonly judged: boolean;
	readonly read: AddressToJudge;
};

/** An address in the place of a row's, once its run is over. */
export interface RowCorrection {
	readonly id: number;
	/** The text it was read from. */
	readonly original: string;
	readonly read: Extract<ReadAddress, { valid: true }>;
}

export interface JudgedRow {
	readonly id: number;
	readonly verdict: Verdict;
	/** What the verdict rests on; left out where the text of the row settled it. */
	readonly facts?: PersonFacts;
}

/** What people have in common who differ in nothing but whom they are. */
export interface JudgedKind {
	readonly verdict: Pick<Verdict, 'cause' | 'certainty' | 'remedy'>;
	readonly facts: PersonFacts;
	/** Their evidence, taken apart: see `evidence-shapes.ts`. */
	readonly shape: string;
	readonly times: string;
}

/** A row whose person is like somebody who was judged. */
export interface AlikeRow {
	readonly id: number;
	readonly kind: JudgedKind;
	/** What the evidence holds of this person alone. */
	readonly own: string;
}

export const isAlike = (row: JudgedRow | AlikeRow): row is AlikeRow => 'kind' in row;

/** Takes away what a creation that was broken off has stored so far, a part a step; false once nothing is left. */
export type ClearStep = () => boolean;

/** At once, or once it has been stored beside other work. On disk it is either way. */
type Stored = Outcome<null> | Promise<Outcome<null>>;

/** A run that is being stored in several steps. Nobody sees it before `finish` has done its work. */
export interface RunDraft {
	/** One transaction; `run-busy` where somebody has cleared it away meanwhile. */
	add(rows: readonly ListRow[]): Stored;
	/** From here on the run is there. */
	finish(): Stored;
	/** Once nothing is being stored any more. */
	readonly discard: ClearStep;
}

export interface StoredDraft extends RunDraft {
	/** What else of this process stores in the same file knows it by this. */
	readonly key: number;
	add(rows: readonly ListRow[]): Outcome<null>;
	finish(): Outcome<null>;
}

/** Runs as they stand, without their rows: what was asked for, what it came to, what it cost. */
export interface RunIndex {
	run(runId: string): Outcome<Run>;
	/** Newest first. */
	runs(): readonly Run[];
	request(runId: string): Outcome<RunRequest>;
	/** How its list was read; `null` where there was none, and of runs from before that was kept. */
	reading(runId: string): Outcome<ListReading | null>;
	/** The list as it was when the run began, page by page: for another run over it. */
	listRows(runId: string): Iterable<readonly ListRow[]>;
	rename(runId: string, name: string): Outcome<null>;
	/** The row and those that repeat it are open again, under the other address; fails with `row-in-plan`. Returns their ids. */
	correctRow(runId: string, correction: RowCorrection): Outcome<readonly number[]>;
	/** What the run rests on from now on; verdicts that were given before keep what they were given on. */
	setAccess(runId: string, access: CustomerAccess): Outcome<null>;
	/** Adds to the run's counts, of its diagnosis and of what is done about its rows. */
	addCalls(runId: string, calls: Readonly<Record<string, number>>): void;
}

/** Where lists become runs. */
export interface RunCreation {
	/** Stores the run with all its rows, or nothing. */
	create(run: NewRun, rows: Iterable<ListRow>): Outcome<null>;
	/** For lists too long for one transaction. Whoever stores one holds its run. */
	draft(run: NewRun): Outcome<RunDraft>;
	/** For drafts that nobody holds: their process died. */
	clearDrafts(): ClearStep;
}

/** What a diagnosis asks of its run and writes to it, so that it can be broken off at any moment and resumed. */
export interface DiagnosisStore {
	/** All rows in list order, a page at a time. */
	rowsToJudge(runId: string): Iterable<readonly RowToJudge[]>;
	setDesk(runId: string, desk: DeskRef): void;
	setAskedAs(runId: string, askedAs: AskedAs): void;
	/** The organisation that the site was found in. */
	setOrganisation(runId: string, organisationId: string): void;
	setFindings(runId: string, findings: readonly Verdict[]): void;
	/** One transaction; a row that has a verdict keeps it. */
	saveVerdicts(runId: string, rows: readonly (JudgedRow | AlikeRow)[]): Stored;
	/** The answer stored for this question in this run, as JSON text. */
	answer(runId: string, question: string): string | null;
	saveAnswer(runId: string, question: string, answer: string): Outcome<null>;
	setState(runId: string, state: 'running' | 'stopped' | 'finished', stop: Failure | null, at: string): void;
}

/** Facts as the diagnosis found them; or, where a plan has looked since, as it saw them. */
export type FactsAs = 'diagnosed' | 'seen-last';

/** The rows of one run, as tables, reports and plans read them. */
export interface RunRows {
	rowIds(runId: string, filter: RowFilter, sort: RowSort): readonly number[];
	rows(runId: string, ids: readonly number[]): readonly RunRow[];
	row(runId: string, id: number): Outcome<RunRowDetail>;
	/** In list order. */
	details(runId: string, ids: readonly number[]): readonly RunRowDetail[];
	/** All rows in list order, streamed; their evidence is read only where somebody looks at it. */
	allRows(runId: string): Iterable<RunRowDetail>;
	/** Judged again: from now on these are the rows' diagnoses, or what was seen of them after a plan. */
	replaceVerdicts(runId: string, rows: readonly JudgedRow[], of: FactsAs): Outcome<null>;
	/** People whose facts were kept, page by page: for judging again under other settings. */
	factRows(runId: string, as: FactsAs): Iterable<readonly FactRow[]>;
	summary(runId: string, filter: RowFilter): Readonly<Record<string, number>>;
	/** Every domain or organisation with its rows under the rest of the filter, in no order. */
	values(runId: string, of: ValueKind, filter: RowFilter): readonly ValueCount[];
	/** All rows, counted by what they share. */
	breakdown(runId: string): readonly RowGroup[];
}

/** What runs said of the same people. */
export interface RunComparisons {
	/** Everybody of two runs, joined by normalised address, page by page. */
	pairs(before: string, after: string): Iterable<readonly Pair[]>;
	/** What the runs said of a normalised address, newest first; of one site, or of all (`null`). */
	history(address: string, siteUrl: string | null): readonly HistoryEntry[];
	/** People by a part of their address, each in the newest run that has them: at most so many. */
	find(text: string, count: number): readonly FoundPerson[];
}

/**
 * Durable state of runs; whoever needs a part of it asks for that part. Synchronous, as SQLite is: a call that has returned
 * is on disk (a killed process loses nothing of it). Expected failures (`run-not-found`, `store-busy`, `store-full`) are
 * outcomes.
 */
export interface RunStore extends RunIndex, RunCreation, DiagnosisStore, RunRows, RunComparisons {
	draft(run: NewRun): Outcome<StoredDraft>;
	saveVerdicts(runId: string, rows: readonly (JudgedRow | AlikeRow)[]): Outcome<null>;
}
