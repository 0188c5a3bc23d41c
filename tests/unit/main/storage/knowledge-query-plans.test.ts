import { afterAll, beforeAll, expect, it } from 'vitest';
import { creations } from '#main/storage/sites/creation-outcomes.ts';
import { openDatabase } from '#main/storage/database.ts';
import { historyOf, joinedPage, peoplePage } from '#main/storage/runs/run-pairs.ts';
import type { Sql, SqlValue } from '#main/storage/sql.ts';
import { temporaryFolder, valueOf } from './samples.ts';

const folder = temporaryFolder();
let sql: Sql;

beforeAll(async () => {
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
});
afterAll(() => {
	sql.close();
	folder.remove();
});

const planOf = (text: string, params: readonly SqlValue[]): readonly string[] =>
	sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params).map(({ detail }) => detail);

it.each([
	['joining a page of two runs', joinedPage, [2, 1, 0, 2000]],
	['the people of a page', peoplePage, [1, 0, 2000]],
	['who said what of a site', 'SELECT access FROM site_access WHERE site_url = ? ORDER BY key DESC LIMIT ?', ['x', 1]],
	['kept facts', 'SELECT id, facts, email FROM run_row WHERE run = ? AND id > ? AND facts IS NOT NULL ORDER BY id LIMIT ?', [1, -1, 9]],
])('%s needs no scan and no sorting', (_, text, params) => {
	expect(planOf(text, params).filter((line) => !/^(SEARCH|CORRELATED SCALAR SUBQUERY)/.test(line))).toEqual([]);
});

it('a page of two runs is joined by the addresses alone', () => {
	expect(planOf(joinedPage, [2, 1, 0, 2000])).toContain('SEARCH a USING PRIMARY KEY (run=? AND email=?)');
});

it('the history of an address is one look-up a run', () => {
	expect(planOf(historyOf, ['a@example.com', null, null])).toEqual(
		expect.arrayContaining(['SEARCH l USING PRIMARY KEY (run=? AND email=?)', 'SEARCH r USING PRIMARY KEY (run=? AND id=?)']),
	);
});

it('what became of new addresses is one walk back over the journal', () => {
	expect(planOf(creations, ['x', 1])).toEqual([
		'SCAN c',
		'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
		'SEARCH run USING INTEGER PRIMARY KEY (rowid=?)',
		'SEARCH r USING PRIMARY KEY (run=? AND id=?)',
	]);
});
