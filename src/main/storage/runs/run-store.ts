import { correctRow } from './correct-row.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ListReading } from '#shared/lists.ts';
import type { RunRowDetail } from '#shared/run.ts';
import type { ListRow } from '#core/lists/list.ts';
import type { FactRow } from '#core/causes/unlock.ts';
import type { Pair } from '#core/runs/compare-runs.ts';
import type { NewRun, RowToJudge, RunStore } from '#core/runs/run-store.ts';
import { clearDrafts, openDraft } from './run-drafts.ts';
import { readBreakdown, readValues } from './row-values.ts';
import { findPeople } from './find-people.ts';
import { readHistory, readPairs } from './run-pairs.ts';
import { type RunRecord, requestOf, runOf, stored } from './run-records.ts';
import { readListRows } from './list-rows.ts';
import { readFactRows } from './person-facts.ts';
import { replaceAfter } from './rows-after.ts';
import {
	columnsOf,
	completeRows,
	insertAddresses,
	insertRows,
	insertVerdicts,
	readAllRows,
	readCounts,
	readDetails,
	readRow,
	readRowIds,
	readRows,
	readRowsToJudge,
	readSummary,
	replaceVerdicts,
} from './run-rows.ts';
import { makeSortedIds } from './sorted-ids.ts';
import { type Sql, StoreError } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** A run whose rows are still being stored is there for nobody: every query begins here or at `keyOf`. */
const runRecord = 'SELECT * FROM run WHERE complete = 1';

/**
 * Runs in SQLite. Where the port has no `Outcome`, reads of a run that is not there give nothing, and writes throw a
 * `StoreError` that carries the failure (also for a full disk or a damaged file). `isHeld` tells whether somebody works on a run.
 */
export const createRunStore = (sql: Sql, isHeld: (runId: string) => boolean): RunStore => {
	const keyOf = (runId: string): number | undefined => sql.column<number>('SELECT key FROM run WHERE id = ? AND complete = 1', [runId])[0];
	const keyOrThrow = (runId: string): number => {
		const key = keyOf(runId);
		if (key === undefined) throw new StoreError({ code: 'run-not-found', details: { runId } });
		return key;
	};
	const withKey = <T>(runId: string, work: (key: number) => Outcome<T>): Outcome<T> => attempt(() => work(keyOrThrow(runId)));
	const writing = <T>(runId: string, work: (key: number) => Outcome<T>): Outcome<T> =>
		attempt(() => sql.transaction(() => work(keyOrThrow(runId))));
	const reading = <T>(runId: string, none: T, work: (key: number) => T): T => {
		const key = keyOf(runId);
		return key === undefined ? none : work(key);
	};
	const record = (runId: string): Outcome<RunRecord> =>
		attempt(() => {
			const found = sql.get<RunRecord>(`${runRecord} AND id = ?`, [runId]);
			return found === undefined ? failed('run-not-found', { runId }) : done(found);
		});

	const sorted = makeSortedIds(sql);
	return {
		create: (run, rows) =>
			attempt(() =>
				sql.transaction(() => {
					const key = insertRun(sql, run);
					const rowCount = insertRows(sql, key, columnsOf([...rows]), 0);
					insertAddresses(sql, key, 0);
					completeRows(sql, key, rowCount);
					return done(null);
				}),
			),
		draft: (run) => attempt(() => sql.transaction(() => done(openDraft(sql, { key: insertRun(sql, run), id: run.id })))),
		clearDrafts: () => clearDrafts(sql, isHeld),
		request: (runId) => {
			const found = record(runId);
			return found.ok ? done(requestOf(found.value)) : found;
		},
		run: (runId) => {
			const found = record(runId);
			return found.ok ? attempt(() => done(runOf(found.value, readCounts(sql, found.value.key), isHeld))) : found;
		},
		runs: () =>
			sql
				.all<RunRecord>(`${runRecord} ORDER BY started_at DESC, key DESC`)
				.map((found) => runOf(found, readCounts(sql, found.key), isHeld)),
		rowsToJudge: (runId) => reading<Iterable<readonly RowToJudge[]>>(runId, [], (key) => readRowsToJudge(sql, key)),
		setDesk: (runId, desk) => {
			sql.run('UPDATE run SET desk = ? WHERE key = ?', [JSON.stringify(desk), keyOrThrow(runId)]);
		},
		setAskedAs: (runId, askedAs) => {
			sql.run('UPDATE run SET asked_as = ? WHERE key = ?', [JSON.stringify(askedAs), keyOrThrow(runId)]);
		},
		setOrganisation: (runId, organisationId) => {
			sql.run('UPDATE run SET org_id = ? WHERE key = ?', [organisationId, keyOrThrow(runId)]);
		},
		reading: (runId) =>
			withKey(runId, (key) => {
				const found = sql.column<string>('SELECT reading FROM run_reading WHERE run = ?', [key])[0];
				return done(found === undefined ? null : stored<ListReading>(found));
			}),
		listRows: (runId) => reading<Iterable<readonly ListRow[]>>(runId, [], (key) => readListRows(sql, key)),
		rename: (runId, name) =>
			withKey(runId, (key) => {
				sql.run('UPDATE run SET list_name = ? WHERE key = ?', [name, key]);
				return done(null);
			}),
		correctRow: (runId, correction) => writing(runId, (key) => correctRow(sql, key, correction)),
		setAccess: (runId, access) =>
			withKey(runId, (key) => {
				sql.run('UPDATE run SET access = ? WHERE key = ?', [JSON.stringify(access), key]);
				return done(null);
			}),
		saveVerdicts: (runId, rows) =>
			writing(runId, (key) => {
				insertVerdicts(sql, key, rows);
				return done(null);
			}),
		setFindings: (runId, findings) => {
			sql.run('UPDATE run SET findings = ? WHERE key = ?', [JSON.stringify(findings), keyOrThrow(runId)]);
		},
		addCalls: (runId, calls) => {
			sql.transaction(() => addCalls(sql, keyOrThrow(runId), calls));
		},
		setState: (runId, state, stop, at) => {
			sql.run('UPDATE run SET state = ?, stop = ?, finished_at = ? WHERE key = ?', [
				state,
				stop === null ? null : JSON.stringify(stop),
				state === 'finished' ? at : null,
				keyOrThrow(runId),
			]);
		},
		answer: (runId, question) =>
			reading(runId, null, (key) => {
				const found = sql.column<string>('SELECT answer FROM run_answer WHERE run = ? AND question = ?', [key, question]);
				return found[0] ?? null;
			}),
		saveAnswer: (runId, question, answer) =>
			writing(runId, (key) => {
				sql.run('INSERT OR REPLACE INTO run_answer (run, question, answer) VALUES (?, ?, ?)', [key, question, answer]);
				return done(null);
			}),
		rowIds: (runId, filter, sort) => reading(runId, [], (key) => readRowIds(sql, sorted, key, filter, sort)),
		rows: (runId, ids) => reading(runId, [], (key) => readRows(sql, key, ids)),
		row: (runId, id) => withKey(runId, (key) => readRow(sql, key, id)),
		details: (runId, ids) => reading(runId, [], (key) => readDetails(sql, key, ids)),
		allRows: (runId) => reading<Iterable<RunRowDetail>>(runId, [], (key) => readAllRows(sql, key)),
		replaceVerdicts: (runId, rows, of) =>
			writing(runId, (key) => {
				if (of === 'diagnosed') replaceVerdicts(sql, key, rows);
				else for (const row of rows) replaceAfter(sql, key, row);
				return done(null);
			}),
		factRows: (runId, as) => reading<Iterable<readonly FactRow[]>>(runId, [], (key) => readFactRows(sql, key, as)),
		pairs: (before, after) =>
			reading<Iterable<readonly Pair[]>>(before, [], (key) =>
				reading<Iterable<readonly Pair[]>>(after, [], (other) => readPairs(sql, key, other)),
			),
		history: (address, siteUrl) => readHistory(sql, address, siteUrl),
		find: (text, count) => findPeople(sql, text, count),
		summary: (runId, filter) => reading(runId, {}, (key) => readSummary(sql, key, filter)),
		values: (runId, of, filter) => reading(runId, [], (key) => readValues(sql, key, of, filter)),
		breakdown: (runId) => reading(runId, [], (key) => readBreakdown(sql, key)),
	};
};

/** Not complete yet. A new run counts as running; while nobody holds it, it is shown as stopped. */
const insertRun = (sql: Sql, run: NewRun): number => {
	const { site } = run;
	const key = sql.column<number>(
		`INSERT INTO run (id, list_name, columns, site_name, site_url, site_admin_url, site_gateway_url, site_org_id, org_id, desk_key, mode,
			snapshot, access,
			started_at, state, complete)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', 0) RETURNING key`,
		[
			run.id,
			run.listName,
			JSON.stringify(run.columns),
			site.name,
			site.url,
			site.adminUrl,
			site.gatewayUrl ?? null,
			site.orgId,
			site.orgId,
			run.deskKey,
			run.mode,
			run.mode === 'live' ? null : JSON.stringify(run.snapshot),
			JSON.stringify(run.access),
			run.startedAt,
		],
	)[0];
	if (key === undefined) throw new Error('INSERT … RETURNING gave no row');
	if (run.reading !== undefined) sql.run('INSERT INTO run_reading (run, reading) VALUES (?, ?)', [key, JSON.stringify(run.reading)]);
	return key;
};

const addCalls = (sql: Sql, key: number, added: Readonly<Record<string, number>>): void => {
	const text = sql.column<string>('SELECT calls FROM run WHERE key = ?', [key])[0] ?? '{}';
	const calls = JSON.parse(text) as Record<string, number>;
	for (const [call, count] of Object.entries(added)) calls[call] = (calls[call] ?? 0) + count;
	sql.run('UPDATE run SET calls = ? WHERE key = ?', [JSON.stringify(calls), key]);
};
