import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { RowFilter, RowSort, RunRow, RunRowDetail } from '#shared/run.ts';
import { domainOf } from '#core/evidence/evidence.ts';
import type { ListRow } from '#core/lists/list.ts';
import { type AlikeRow, isAlike, type JudgedRow, type RowToJudge } from '#core/runs/run-store.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import { makeFactKeys } from './person-facts.ts';
import { insertMany } from '../insert-many.ts';
import { evidenceColumns, evidenceJoins, evidenceOf, type EvidenceRecord, insertEvidence, type RowEvidence } from './row-evidence.ts';
import { countsEveryRow, fitsEveryRow, fittingCausesQuery, fittingIdsInListOrderQuery, fittingIdsQuery } from './row-queries.ts';
import {
	type CountRecord,
	type DetailRecord,
	detailOf,
	foldForSearch,
	type JudgeRecord,
	type RowRecord,
	rowOf,
	readTextOf,
	rowToJudgeOf,
	shownAddress,
	type SourceRecord,
} from './run-records.ts';
import { shownColumns, withAfter } from './rows-after.ts';
import type { SortedIds } from './sorted-ids.ts';
import type { Sql, SqlValue } from '../sql.ts';

const detail = `
SELECT ${shownColumns}, s.cells, s.read, ${evidenceColumns}, a.evidence AS after_evidence
FROM run_row r JOIN run_row_source s USING (run, id) ${evidenceJoins} ${withAfter}
WHERE r.run = ?`;
const detailWithoutEvidence = detail.replace(evidenceColumns, '1').replace(evidenceJoins, '');
const evidenceOfPage = `SELECT r.id, r.email, ${evidenceColumns} FROM run_row r ${evidenceJoins} WHERE r.run = ? AND r.id BETWEEN ? AND ?`;
const pageSize = 500;

/** Rows as they are stored, column by column: so they cross from one thread to another in a tenth of the time that objects take. */
export interface RowColumns {
	readonly row: readonly number[];
	readonly email: readonly string[];
	readonly domain: readonly (string | null)[];
	readonly name: readonly (string | null)[];
	readonly organisation: readonly (string | null)[];
	readonly search: readonly string[];
	readonly repeats: readonly (number | null)[];
	readonly suggestion: readonly (string | null)[];
	readonly cells: readonly string[];
	readonly original: readonly string[];
	readonly read: readonly string[];
}

export const columnsOf = (rows: readonly ListRow[]): RowColumns => {
	const email = rows.map(shownAddress);
	return {
		row: rows.map(({ row }) => row),
		email,
		domain: rows.map(({ read }) => (read.valid ? domainOf(read.address) : null)),
		name: rows.map(({ displayName }) => displayName),
		organisation: rows.map(({ organisation }) => organisation),
		search: rows.map(({ displayName, organisation }, at) => foldForSearch(`${email[at]}\n${displayName ?? ''}\n${organisation ?? ''}`)),
		repeats: rows.map(({ repeats }) => repeats),
		suggestion: rows.map(({ suggestion }) => suggestion),
		cells: rows.map(({ cells }) => JSON.stringify(cells)),
		original: rows.map(({ original }) => original),
		read: rows.map(readTextOf),
	};
};

/** Writes rows of a list in their order, the first as `firstId`; returns the id after the last. For use inside a transaction. */
export const insertRows = (sql: Sql, key: number, rows: RowColumns, firstId: number): number => {
	const { row, email, domain, name, organisation, search, repeats, suggestion, cells, original, read } = rows;
	const narrow = { row, email, domain, name, organisation, search, repeats, suggestion };
	insertColumns(sql, 'run_row', narrow, { key, firstId });
	insertColumns(sql, 'run_row_source', { cells, original, read, suggestion }, { key, firstId });
	return firstId + row.length;
};

const insertColumns = (
	sql: Sql,
	table: 'run_row' | 'run_row_source',
	columns: Readonly<Record<string, readonly SqlValue[]>>,
	{ key, firstId }: { readonly key: number; readonly firstId: number },
): void => {
	const names = Object.keys(columns);
	const lists = Object.values(columns);
	const values: SqlValue[] = [];
	for (let at = 0; at < (lists[0]?.length ?? 0); at++) {
		values.push(key, firstId + at);
		for (const list of lists) values.push(list[at] ?? null);
	}
	insertMany(sql, `INSERT INTO ${table} (run, id, ${names.join(', ')})`, names.length + 2, values);
};

/**
 * Notes the addresses of the rows from `firstId` on: sorted, so that a page of them is written once and not once a row. The
 * more rows at a time, the less it takes in all; 5,000 take some 10 ms. For use inside a transaction.
 */
export const insertAddresses = (sql: Sql, key: number, firstId: number): void => {
	sql.run(
		'INSERT INTO run_address (run, email, id) SELECT run, email, id FROM run_row WHERE run = ? AND id >= ? ORDER BY email COLLATE NOCASE, id',
		[key, firstId],
	);
};

/** Notes how many rows the run has, once all of them are there. For use inside the transaction that makes it whole. */
export const completeRows = (sql: Sql, key: number, rowCount: number): void => {
	sql.run("INSERT INTO run_count (run, cause, rows) VALUES (?, 'not-checked', ?)", [key, rowCount]);
	sql.run('UPDATE run SET row_count = ?, complete = 1 WHERE key = ?', [rowCount, key]);
};

/**
 * Stores what was found out, with the counters. A row that has a verdict keeps it: the first one stored counts. A
 * `not-checked` verdict (never tried, and why) is kept but leaves the row open. For use inside a transaction.
 */
export const insertVerdicts = (sql: Sql, key: number, judged: readonly (JudgedRow | AlikeRow)[]): void => {
	const moved = new Map<string, number>();
	const factKey = makeFactKeys(sql);
	const open = readOpenEmails(sql, key, judged);
	const evidence: RowEvidence[] = [];
	for (const row of judged) {
		const email = open.get(row.id);
		if (email === undefined) continue;
		open.delete(row.id);
		const { cause, certainty, remedy, suggestion }: Omit<Verdict, 'evidence'> = isAlike(row) ? row.kind.verdict : row.verdict;
		const facts = isAlike(row) ? row.kind.facts : row.facts;
		sql.run(
			'UPDATE run_row SET cause = ?, certainty = ?, remedy = ?, suggestion = coalesce(?, suggestion), facts = ? WHERE run = ? AND id = ?',
			[cause, certainty, remedy, suggestion ?? null, facts === undefined ? null : factKey(facts), key, row.id],
		);
		evidence.push({ id: row.id, email, evidence: isAlike(row) ? { ...row.kind, own: row.own } : row.verdict.evidence });
		if (cause !== 'not-checked') moved.set(cause, (moved.get(cause) ?? 0) + 1);
	}
	insertEvidence(sql, key, evidence);
	let total = 0;
	for (const [cause, count] of moved) {
		total += count;
		addCount(sql, key, cause, count);
	}
	if (total > 0) addCount(sql, key, 'not-checked', -total);
};

/** From now on these are the rows' diagnoses, whatever was said before; counters and evidence follow. For use inside a transaction. */
export const replaceVerdicts = (sql: Sql, key: number, judged: readonly JudgedRow[]): void => {
	const factKey = makeFactKeys(sql);
	const evidence: RowEvidence[] = [];
	for (const { id, verdict, facts } of judged) {
		const before = sql.get<{ readonly cause: string; readonly email: string }>(
			'SELECT cause, email FROM run_row WHERE run = ? AND id = ?',
			[key, id],
		);
		if (before === undefined) continue;
		const { cause, certainty, remedy, suggestion } = verdict;
		sql.run(
			'UPDATE run_row SET cause = ?, certainty = ?, remedy = ?, suggestion = coalesce(?, suggestion), facts = ? WHERE run = ? AND id = ?',
			[cause, certainty, remedy, suggestion ?? null, facts === undefined ? null : factKey(facts), key, id],
		);
		evidence.push({ id, email: before.email, evidence: verdict.evidence });
		addCount(sql, key, before.cause, -1);
		addCount(sql, key, cause, 1);
	}
	insertEvidence(sql, key, evidence);
};

/** Of the rows that have no verdict yet. */
const readOpenEmails = (sql: Sql, key: number, rows: readonly { readonly id: number }[]): Map<number, string> => {
	const found = sql.all<{ readonly id: number; readonly email: string }>(
		"SELECT id, email FROM run_row WHERE run = ? AND id IN (SELECT value FROM json_each(?)) AND cause = 'not-checked'",
		[key, JSON.stringify(rows.map(({ id }) => id))],
	);
	return new Map(found.map(({ id, email }) => [id, email]));
};

const addCount = (sql: Sql, key: number, cause: string, count: number): void => {
	sql.run('INSERT INTO run_count (run, cause, rows) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET rows = rows + excluded.rows', [
		key,
		cause,
		count,
	]);
};

/** Page by page, as `readAllRows`. */
export function* readRowsToJudge(sql: Sql, key: number): Generator<readonly RowToJudge[]> {
	let after = -1;
	for (;;) {
		const page = sql.all<JudgeRecord>(
			`SELECT r.id, r.email, s.original, CASE WHEN s.read = '' OR s.read ->> 'valid' THEN NULL ELSE s.read END AS invalid, r.repeats,
				s.suggestion AS list_suggestion, r.cause <> 'not-checked' AS judged
			FROM run_row r JOIN run_row_source s USING (run, id) WHERE r.run = ? AND r.id > ? ORDER BY r.id LIMIT ${pageSize}`,
			[key, after],
		);
		if (page.length > 0) yield page.map(rowToJudgeOf);
		const last = page.at(-1);
		if (last === undefined || page.length < pageSize) return;
		after = last.id;
	}
}

/**
 * Ordering and filtering are two queries whose results are put together here: one query that does both looks up each
 * row of the ordering's index in the table, 150 ms for 100,000 rows instead of 60.
 */
export const readRowIds = (sql: Sql, sorted: SortedIds, key: number, filter: RowFilter, sort: RowSort): readonly number[] => {
	const all = (): readonly number[] => sorted(key, sort);
	if (fitsEveryRow(filter)) return all();
	if (sort.by === 'row') {
		const inOrder = fittingIdsInListOrderQuery(key, filter, sort.descending);
		return sql.column<number>(inOrder.text, inOrder.params);
	}
	const fitting = fittingIdsQuery(key, filter);
	const ids = sql.column<number>(fitting.text, fitting.params);
	if (ids.length === 0) return ids;
	const fits = new Uint8Array(ids.reduce((most, id) => Math.max(most, id), 0) + 1);
	for (const id of ids) fits[id] = 1;
	return all().filter((id) => fits[id] === 1);
};

/** In the order of `ids`; ids the run does not have are left out. */
export const readRows = (sql: Sql, key: number, ids: readonly number[]): readonly RunRow[] => {
	const found = sql.all<RowRecord>(
		`SELECT ${shownColumns} FROM run_row r ${withAfter} WHERE r.run = ? AND r.id IN (SELECT value FROM json_each(?))`,
		[key, JSON.stringify(ids)],
	);
	const byId = new Map(found.map((record) => [record.id, rowOf(record)]));
	return ids.flatMap((id) => byId.get(id) ?? []);
};

export const readRow = (sql: Sql, key: number, id: number): Outcome<RunRowDetail> => {
	const record = sql.get<DetailRecord>(`${detail} AND r.id = ?`, [key, id]);
	if (record === undefined) return failed('wrong-use', { reason: 'row-not-found', id });
	const first = record.cause === 'repeated-row' ? readFirst(sql, key, record.email) : undefined;
	// Spread, the evidence would be put together here.
	const found = detailOf(record, () => evidenceOf(record));
	return done(first === undefined ? found : Object.assign(found, { first }));
};

/** Of the rows with an address the one that repeats no other. */
const readFirst = (sql: Sql, key: number, email: string): RunRowDetail['first'] => {
	const record = sql.get<RowRecord>(
		`SELECT ${shownColumns} FROM run_address d JOIN run_row r USING (run, id) ${withAfter}
		WHERE d.run = ? AND d.email = ? AND r.repeats IS NULL ORDER BY r.id LIMIT 1`,
		[key, email],
	);
	return record === undefined ? undefined : rowOf(record);
};

/** In list order; ids the run does not have are left out. */
export const readDetails = (sql: Sql, key: number, ids: readonly number[]): readonly RunRowDetail[] =>
	sql
		.all<DetailRecord>(`${detail} AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`, [key, JSON.stringify(ids)])
		.map((record) => detailOf(record, () => evidenceOf(record)));

/**
 * Page by page: between two pages the connection is free to write, and no more than one page is held. The evidence of a page is
 * read when somebody looks at that of one of its rows.
 */
export function* readAllRows(sql: Sql, key: number): Generator<RunRowDetail> {
	let after = -1;
	for (;;) {
		const page = sql.all<SourceRecord>(`${detailWithoutEvidence} AND r.id > ? ORDER BY r.id LIMIT ${pageSize}`, [key, after]);
		const last = page.at(-1);
		if (last === undefined) return;
		const evidence = evidenceBetween(sql, key, page[0]?.id ?? 0, last.id);
		for (const record of page) yield detailOf(record, () => evidence(record.id));
		if (page.length < pageSize) return;
		after = last.id;
	}
}

const evidenceBetween = (sql: Sql, key: number, first: number, last: number): ((id: number) => readonly EvidenceItem[]) => {
	let records: ReadonlyMap<number, EvidenceRecord> | null = null;
	return (id) => {
		records ??= new Map(
			sql.all<EvidenceRecord & { readonly id: number }>(evidenceOfPage, [key, first, last]).map((record) => [record.id, record]),
		);
		const found = records.get(id);
		return found === undefined ? [] : evidenceOf(found);
	};
};

export const readSummary = (sql: Sql, key: number, filter: RowFilter): Readonly<Record<string, number>> => {
	if (countsEveryRow(filter)) {
		const kept = readCounts(sql, key).filter(({ rows }) => rows > 0);
		return Object.fromEntries(kept.map(({ cause, rows }) => [cause, rows]));
	}
	const { text, params } = fittingCausesQuery(key, filter);
	const counts: Record<string, number> = {};
	for (const cause of sql.column<string>(text, params)) counts[cause] = (counts[cause] ?? 0) + 1;
	return counts;
};

export const readCounts = (sql: Sql, key: number): readonly CountRecord[] =>
	sql.all<CountRecord>('SELECT cause, rows FROM run_count WHERE run = ?', [key]);
