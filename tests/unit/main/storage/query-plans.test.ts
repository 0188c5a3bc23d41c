import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { openChangesQuery } from '#main/storage/plans/journal.ts';
import {
	countPlanRowsQuery,
	fittingPlanRowsQuery,
	nextPlanRowsQuery,
	openPlanRowsQuery,
	planRowsQuery,
	strandedQuery,
} from '#main/storage/plans/plan-row-queries.ts';
import {
	breakdownQuery,
	fittingCausesQuery,
	fittingIdsInListOrderQuery,
	fittingIdsQuery,
	fittingValuesQuery,
	orderedIdsQuery,
	type Query,
	sharedValuesQuery,
} from '#main/storage/runs/row-queries.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { listRow, newRun, temporaryFolder, valueOf } from './samples.ts';
import { nobodyHolds } from '../../../support/memory-locks.ts';

const folder = temporaryFolder();
let sql: Sql;

beforeAll(async () => {
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	valueOf(createRunStore(sql, nobodyHolds).create(newRun(), [listRow(2, 'a@example.com')]));
});
afterAll(() => {
	sql.close();
	folder.remove();
});

const planOf = ({ text, params }: Query): readonly string[] =>
	sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params).map(({ detail }) => detail);

it('ordering by address is one walk in that order, and nothing else', () => {
	for (const descending of [false, true]) {
		expect(planOf(orderedIdsQuery(1, { by: 'email', descending }))).toEqual(['SEARCH run_address USING PRIMARY KEY (run=?)']);
	}
});

it.each(['id', 'cause', 'certainty'] as const)('the %s of all rows is read in one walk', (of) => {
	expect(planOf(sharedValuesQuery(1, of))).toEqual(['SEARCH run_row USING PRIMARY KEY (run=?)']);
});

it.each(['name', 'organisation'] as const)('ordering by %s is one walk over the narrow table, and sorting', (by) => {
	expect(planOf(orderedIdsQuery(1, { by, descending: false }))).toEqual([
		'SEARCH run_row USING PRIMARY KEY (run=?)',
		'USE TEMP B-TREE FOR ORDER BY',
	]);
});

it('list order is the table itself', () => {
	const [only, ...more] = planOf(orderedIdsQuery(1, { by: 'row', descending: true }));
	expect(more).toEqual([]);
	expect(only).toBe('SEARCH run_row USING PRIMARY KEY (run=?)');
});

it('causes, text and certainties are one walk over the narrow table', () => {
	expect(planOf(fittingIdsQuery(1, { causes: ['ready-new'] }))[0]).toBe('SEARCH run_row USING PRIMARY KEY (run=?)');
	expect(planOf(fittingIdsQuery(1, { text: 'a' }))).toEqual(['SEARCH run_row USING PRIMARY KEY (run=?)']);
	expect(planOf(fittingCausesQuery(1, { text: 'a', certainties: ['proven'] }))[0]).toBe('SEARCH run_row USING PRIMARY KEY (run=?)');
});

it.each([{ domains: ['example.com'] }, { organisations: ['Acme'] }, { organisations: ['Acme', null] }])(
	'domains and organisations are found in one walk over the narrow table: %j',
	(filter) => {
		const [walk, ...more] = planOf(fittingIdsQuery(1, filter));
		expect(walk).toBe('SEARCH run_row USING PRIMARY KEY (run=?)');
		expect(more.filter((line) => /run_row|TEMP B-TREE/.test(line))).toEqual([]);
	},
);

it.each(['domain', 'organisation'] as const)('values of the %s are counted in one walk', (of) => {
	for (const filter of [{}, { text: 'a' }]) {
		expect(planOf(fittingValuesQuery(1, of, filter))).toEqual(['SEARCH run_row USING PRIMARY KEY (run=?)']);
	}
});

it('a run is broken down in one walk', () => {
	expect(planOf(breakdownQuery(1))).toEqual(['SEARCH run_row USING PRIMARY KEY (run=?)', 'USE TEMP B-TREE FOR GROUP BY']);
});

it('rows that fit are found in the list’s order without sorting', () => {
	for (const descending of [false, true]) {
		for (const filter of [{ text: 'a' }, { certainties: ['proven'] }, { causes: ['ready-new', 'access-revoked'], text: 'a' }] as const) {
			expect(planOf(fittingIdsInListOrderQuery(1, filter, descending)).filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
		}
	}
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

describe('plans', () => {
	const plan = { key: 1, run: 1 };
	const page = { from: 99_000, count: 500, outcomes: ['applied'], remedies: ['create-and-add'] } as const;
	const accessesOf = (query: Query) => planOf(query).filter((line) => /^(SEARCH|SCAN) (?!json_each)|TEMP B-TREE/.test(line));
	/** Of every row that is shown: whether its person was removed. Only where one was, is the rest of it looked at. */
	const strandedOf = [
		'SEARCH c USING COVERING INDEX change_removed (plan=? AND row_id=?)',
		'SCAN s2',
		'SEARCH l2 USING PRIMARY KEY (run=? AND email=?)',
		'SEARCH p2 USING COVERING INDEX plan_by_run (run=?)',
		'SEARCH c2 USING INDEX change_by_row (plan=? AND row_id=? AND id>?)',
	];

	it('find a page of rows on the narrow index, in its order', () => {
		const walk = ['SEARCH plan_row USING COVERING INDEX plan_row_in_order (plan=?)'];
		expect(accessesOf(fittingPlanRowsQuery(1, page))).toEqual(walk);
		expect(accessesOf(fittingPlanRowsQuery(1, { from: 0, count: 1 }))).toEqual(walk);
	});

	it('count rows without looking at them', () => {
		expect(accessesOf(countPlanRowsQuery(1, page))).toEqual(['SEARCH plan_count USING PRIMARY KEY (plan=? AND outcome=? AND remedy=?)']);
	});

	it.each([
		['of a page', planRowsQuery(plan, [1]), 'plan=? AND id=?'],
		['page by page', nextPlanRowsQuery(plan, 0), 'plan=? AND id>?'],
		['that are left to do', openPlanRowsQuery(plan), 'plan=?'],
	])('read the rows %s without a scan or a sort', (_, query, by) => {
		expect(accessesOf(query)).toEqual([
			'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)',
			`SEARCH r USING PRIMARY KEY (${by})`,
			'SEARCH l USING PRIMARY KEY (run=? AND id=?)',
			...strandedOf,
			'SEARCH n USING PRIMARY KEY (plan=? AND id=?)',
		]);
	});

	it('find the people who are stranded among those removed, whatever else was changed', () => {
		expect(accessesOf(strandedQuery)[0]).toBe('SCAN c USING INDEX change_removed');
		expect(accessesOf(strandedQuery)).toEqual(expect.arrayContaining(strandedOf.slice(1)));
	});

	it('read the journal by row', () => {
		expect(accessesOf(openChangesQuery(1))).toEqual([
			'SEARCH change USING INDEX change_by_row (plan=?)',
			'SEARCH r EXISTS USING PRIMARY KEY (plan=? AND id=?)',
		]);
	});

	it.each([
		['an entry', 'SELECT hash FROM audit WHERE seq = ?'],
		['the last entry', 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1'],
		['entries behind one', 'SELECT seq, details FROM audit WHERE seq > ? ORDER BY seq LIMIT 500'],
		['a line of the journal', 'SELECT state FROM change WHERE id = ?'],
	])('find %s by key', (_, text) => {
		const found = accessesOf({ text, params: text.includes('?') ? [1] : [] });
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/^SEARCH|^SCAN audit$/);
	});
});
