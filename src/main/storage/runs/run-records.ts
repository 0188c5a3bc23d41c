import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { Failure } from '#shared/outcome.ts';
import type { DeskRef, RowAfter, Run, RunRow, RunRowDetail, RunState } from '#shared/run.ts';
import type { RemedyId } from '#shared/remedies.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import type { AddressToJudge, ListRow, ReadAddress } from '#core/lists/list.ts';
import type { AskedAs, PinnedSnapshot, RowToJudge, RunRequest } from '#core/runs/run-store.ts';
import type { EvidenceRecord } from './row-evidence.ts';

/** A line of `run`. */
export interface RunRecord {
	readonly key: number;
	readonly id: string;
	readonly list_name: string;
	readonly columns: string;
	readonly site_name: string;
	readonly site_url: string;
	readonly site_admin_url: string;
	readonly site_gateway_url: string | null;
	readonly site_org_id: string | null;
	readonly desk_key: string | null;
	readonly desk: string | null;
	readonly mode: 'live' | 'offline';
	readonly snapshot: string | null;
	readonly access: string;
	readonly started_at: string;
	/** JSON. */
	readonly asked_as: string | null;
	readonly finished_at: string | null;
	readonly state: RunState;
	readonly stop: string | null;
	readonly calls: string;
	readonly findings: string;
	readonly row_count: number;
}

export interface CountRecord {
	readonly cause: CauseCode;
	readonly rows: number;
}

export interface RowRecord {
	readonly id: number;
	readonly row: number;
	readonly email: string;
	readonly name: string | null;
	readonly organisation: string | null;
	readonly cause: CauseCode;
	readonly certainty: Certainty;
	readonly remedy: RemedyId | null;
	readonly suggestion: string | null;
	/** `null`, with all that begins so: no plan has looked at the row again. */
	readonly after_cause: CauseCode | null;
	readonly after_certainty: Certainty | null;
	readonly after_remedy: RemedyId | null;
	readonly after_plan: string | null;
	readonly after_at: string | null;
}

/** A row with what it was made of. */
export interface SourceRecord extends RowRecord {
	readonly cells: string;
	readonly read: string;
	readonly after_evidence: string | null;
}

export type DetailRecord = SourceRecord & EvidenceRecord;

export interface JudgeRecord {
	readonly id: number;
	readonly email: string;
	/** `null` of a valid address, which is `email` then. */
	readonly invalid: string | null;
	readonly original: string;
	readonly repeats: number | null;
	readonly list_suggestion: string | null;
	/** 1 or 0: SQLite has no booleans. */
	readonly judged: number;
}

/** Text this store wrote itself: the caller names the type it was written from. */
export const stored = <T>(text: string): T => JSON.parse(text) as T;

/**
 * A run as it stands. One that says `running` while nobody holds it was left by a process that died: it is shown as
 * stopped, without a failure, so that it can be resumed.
 */
export const runOf = (record: RunRecord, counts: readonly CountRecord[], isHeld: (runId: string) => boolean): Run => {
	const counted = counts.filter(({ rows }) => rows > 0);
	const open = counted.find(({ cause }) => cause === 'not-checked')?.rows ?? 0;
	const abandoned = record.state === 'running' && !isHeld(record.id);
	return {
		id: record.id,
		listName: record.list_name,
		columns: stored<string[]>(record.columns),
		site: { name: record.site_name, url: record.site_url },
		desk: record.desk === null ? null : stored<DeskRef>(record.desk),
		mode: record.mode,
		snapshot: stampOf(record),
		state: abandoned ? 'stopped' : record.state,
		stop: record.stop === null ? null : stored<Failure>(record.stop),
		startedAt: record.started_at,
		finishedAt: record.finished_at,
		access: stored<CustomerAccess>(record.access),
		calls: stored<Record<string, number>>(record.calls),
		rowCount: record.row_count,
		checkedCount: record.row_count - open,
		summary: Object.fromEntries(counted.map(({ cause, rows }) => [cause, rows])),
		findings: stored<Verdict[]>(record.findings),
	};
};

const pinnedOf = ({ snapshot }: RunRecord): PinnedSnapshot | null => (snapshot === null ? null : stored<PinnedSnapshot>(snapshot));

const stampOf = (record: RunRecord): Run['snapshot'] => {
	const pinned = pinnedOf(record);
	return pinned && { id: pinned.id, takenAt: pinned.takenAt, missing: pinned.missing };
};

export const requestOf = (record: RunRecord): RunRequest => {
	const snapshot = pinnedOf(record);
	return {
		id: record.id,
		listName: record.list_name,
		columns: stored<string[]>(record.columns),
		site: {
			name: record.site_name,
			url: record.site_url,
			adminUrl: record.site_admin_url,
			...(record.site_gateway_url === null ? {} : { gatewayUrl: record.site_gateway_url }),
			orgId: record.site_org_id,
		},
		deskKey: record.desk_key,
		access: stored<CustomerAccess>(record.access),
		startedAt: record.started_at,
		askedAs: record.asked_as === null ? null : stored<AskedAs>(record.asked_as),
		...(snapshot === null ? { mode: 'live' } : { mode: 'offline', snapshot }),
	};
};

const afterOf = ({ after_cause, after_certainty, after_remedy, after_plan, after_at }: RowRecord): RowAfter | undefined =>
	after_cause === null || after_certainty === null || after_plan === null || after_at === null
		? undefined
		: { cause: after_cause, certainty: after_certainty, remedy: after_remedy, planId: after_plan, at: after_at };

export const rowOf = (record: RowRecord): RunRow => {
	const { id, row, email, name, organisation, cause, certainty, remedy, suggestion } = record;
	const after = afterOf(record);
	return { id, row, email, name, organisation, cause, certainty, remedy, suggestion, ...(after === undefined ? {} : { after }) };
};

/** `evidence` is put together when it is looked at: few who read all rows look at it. */
export const detailOf = (record: SourceRecord, evidence: () => readonly EvidenceItem[]): RunRowDetail => {
	const { cause, certainty, remedy, suggestion } = record;
	const row = rowOf(record);
	const known = suggestion === null ? {} : { suggestion };
	const evidenceAfter = record.after_evidence === null ? [] : stored<EvidenceItem[]>(record.after_evidence);
	const after = row.after && {
		verdictAfter: {
			cause: row.after.cause,
			certainty: row.after.certainty,
			remedy: row.after.remedy,
			evidence: evidenceAfter,
			...known,
		},
	};
	return {
		...row,
		cells: stored<string[]>(record.cells),
		verdict: {
			cause,
			certainty,
			remedy,
			get evidence() {
				return evidence();
			},
			...known,
		},
		...after,
		cleaned: readAddressOf(record).cleaned,
	};
};

export const rowToJudgeOf = ({ id, email, invalid, original, repeats, list_suggestion, judged }: JudgeRecord): RowToJudge => ({
	id,
	original,
	repeats,
	suggestion: list_suggestion,
	judged: judged === 1,
	read: invalid === null ? { valid: true, address: email } : stored<AddressToJudge>(invalid),
});

/** What was read of a row, as it is stored: nothing where that is the address alone, as of most rows. */
export const readTextOf = ({ read }: ListRow): string =>
	read.valid && read.displayName === null && read.cleaned.length === 0 ? '' : JSON.stringify(read);

export const readAddressOf = ({ email, read }: { readonly email: string; readonly read: string }): ReadAddress =>
	read === '' ? { valid: true, address: email, displayName: null, cleaned: [] } : stored<ReadAddress>(read);

/** The address the table shows: the cell's text where it holds none. */
export const shownAddress = (row: ListRow): string => (row.read.valid ? row.read.address : row.original.trim());

/** Case differs by more than A-Z, which is all SQLite folds: folded here, on the way in and for the text looked for. */
export const foldForSearch = (text: string): string => text.normalize('NFC').toLowerCase();
