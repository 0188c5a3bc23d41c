import type { CauseCode } from '#shared/causes.ts';
import type { DeskRef, RunRow } from '#shared/run.ts';
import type { HistoryEntry } from '#shared/comparison.ts';
import type { Pair, PairedRow } from '#core/runs/compare-runs.ts';
import { shownColumns, withAfter } from './rows-after.ts';
import { type RowRecord, rowOf } from './run-records.ts';
import type { Sql } from '../sql.ts';

interface JoinedRecord extends PairedRow {
	readonly after_id: number | null;
	readonly after_cause: CauseCode | null;
}

/** A page is joined in about ten milliseconds; ids are the rows' places in their list, without gaps. */
const pageSize = 2000;

export const peoplePage = 'SELECT id, cause FROM run_row WHERE run = ? AND id >= ? AND id < ? AND repeats IS NULL';

/**
 * The first row of an address is the one that counts; it is also the first among the addresses.
 */
export const joinedPage = `
SELECT b.id, b.cause, p.cause AS after_cause, (
	SELECT a.id FROM run_address a WHERE a.run = ? AND a.email = b.email ORDER BY a.id LIMIT 1
) AS after_id
FROM run_row b LEFT JOIN run_row_after p ON p.run = b.run AND p.id = b.id WHERE b.run = ? AND b.id >= ? AND b.id < ? AND b.repeats IS NULL`;

const rowCount = (sql: Sql, run: number): number => sql.column<number>('SELECT row_count FROM run WHERE key = ?', [run])[0] ?? 0;

/** Who holds no address is nobody that could be found again. */
const isPerson = ({ cause }: PairedRow): boolean => cause !== 'invalid-address';

/** Everybody of two runs, joined by address, page by page; who is only in the later one comes last. */
export function* readPairs(sql: Sql, before: number, after: number): Generator<readonly Pair[]> {
	const later: (CauseCode | undefined)[] = Array.from({ length: rowCount(sql, after) }, () => undefined);
	for (let start = 0; start < later.length; start += pageSize) {
		for (const row of sql.all<PairedRow>(peoplePage, [after, start, start + pageSize])) if (isPerson(row)) later[row.id] = row.cause;
		yield [];
	}
	for (let start = 0, end = rowCount(sql, before); start < end; start += pageSize) {
		const joined = sql.all<JoinedRecord>(joinedPage, [after, before, start, start + pageSize]).filter(isPerson);
		yield joined.map(({ id, cause, after_cause, after_id }) => {
			const before = { id, cause, ...(after_cause === null ? {} : { after: after_cause }) };
			const now = after_id === null ? undefined : later[after_id];
			if (after_id === null || now === undefined) return { before, after: null };
			later[after_id] = undefined;
			return { before, after: { id: after_id, cause: now } };
		});
	}
	yield later.flatMap((cause, id) => (cause === undefined ? [] : [{ before: null, after: { id, cause } }]));
}

type HistoryRecord = RowRecord & {
	readonly run_id: string;
	readonly list_name: string;
	readonly site_name: string;
	readonly site_url: string;
	readonly desk: string | null;
	readonly started_at: string;
};

export const historyOf = `
SELECT run.id AS run_id, run.list_name, run.site_name, run.site_url, run.desk, run.started_at,
	${shownColumns}
FROM run CROSS JOIN run_address l CROSS JOIN run_row r ${withAfter}
WHERE l.run = run.key AND l.email = ? AND r.run = l.run AND r.id = l.id AND r.repeats IS NULL AND (? IS NULL OR run.site_url = ?)
ORDER BY run.started_at DESC, run.key DESC`;

/** What the runs said of one address, newest first; of one site, or of all (`null`). */
export const readHistory = (sql: Sql, address: string, siteUrl: string | null): readonly HistoryEntry[] =>
	sql.all<HistoryRecord>(historyOf, [address, siteUrl, siteUrl]).map((record): HistoryEntry => {
		const row: RunRow = rowOf(record);
		const desk = record.desk === null ? null : (JSON.parse(record.desk) as DeskRef);
		const site = { name: record.site_name, url: record.site_url };
		return { run: { id: record.run_id, listName: record.list_name, site, desk, startedAt: record.started_at }, row };
	});
