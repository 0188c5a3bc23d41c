import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { fittingCausesQuery, fittingIdsQuery, orderedIdsQuery, type Query } from '#main/storage/row-queries.ts';
import { createRunStore } from '#main/storage/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { listRow, manualClock, newRun, temporaryFolder, valueOf } from './samples.ts';

const folder = temporaryFolder();
let sql: Sql;

beforeAll(async () => {
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	valueOf(createRunStore(sql, manualClock()).create(newRun(), [listRow(2, 'a@example.com')]));
});
afterAll(() => {
	sql.close();
	folder.remove();
});

const planOf = ({ text, params }: Query): readonly string[] =>
	sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params).map(({ detail }) => detail);

it.each(['email', 'name', 'organisation', 'cause'] as const)('ordering by %s walks its index and nothing else', (by) => {
	for (const descending of [false, true]) {
		expect(planOf(orderedIdsQuery(1, { by, descending }))).toEqual([`SEARCH run_row USING COVERING INDEX run_row_by_${by} (run=?)`]);
	}
});

it('list order is the table itself', () => {
	const [only, ...more] = planOf(orderedIdsQuery(1, { by: 'row', descending: true }));
	expect(more).toEqual([]);
	expect(only).toMatch(/^SEARCH run_row USING (PRIMARY KEY|COVERING INDEX run_row_by_cause) \(run=\?\)$/);
});

it('causes are found by their index', () => {
	expect(planOf(fittingIdsQuery(1, { causes: ['ready-new'] }))[0]).toBe(
		'SEARCH run_row USING COVERING INDEX run_row_by_cause (run=? AND cause=?)',
	);
});

it('text and certainties are one walk over the narrow table', () => {
	expect(planOf(fittingIdsQuery(1, { text: 'a' }))).toEqual(['SEARCH run_row USING PRIMARY KEY (run=?)']);
	expect(planOf(fittingCausesQuery(1, { text: 'a', certainties: ['proven'] }))[0]).toBe('SEARCH run_row USING PRIMARY KEY (run=?)');
});

it.each([
	['the list', 'SELECT r.email, s.cells FROM run_row r JOIN run_row_source s USING (run, id) WHERE r.run = ? ORDER BY r.id'],
	['an answer', 'SELECT answer FROM run_answer WHERE run = ? AND question = ?'],
	['counts', 'SELECT cause, rows FROM run_count WHERE run = ?'],
])('%s need no scan and no sorting', (_, text) => {
	const params = text.split('?').length - 1 === 2 ? [1, 'q'] : [1];
	const plan = planOf({ text, params });
	expect(plan.filter((line) => !line.startsWith('SEARCH'))).toEqual([]);
});
