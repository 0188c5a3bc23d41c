import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunStore } from '#core/runs/run-store.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { listRow, newRun, temporaryFolder, valueOf } from '../samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let store: RunStore;

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	store = createRunStore(sql, nobodyHolds);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

const found = (text: string, count = 8) => store.find(text, count).map(({ email, runId, id }) => [email, runId, id]);

it('people are found by the beginning and by any part of their address, each in the newest run', () => {
	valueOf(
		store.create({ ...newRun(), id: 'old', startedAt: '2026-11-01T00:00:00.000Z' }, [
			listRow(2, 'anna@one.example'),
			listRow(3, 'joanna@one.example'),
		]),
	);
	valueOf(
		store.create({ ...newRun(), id: 'new', startedAt: '2026-11-02T00:00:00.000Z' }, [
			listRow(2, 'ben@two.example'),
			listRow(3, 'anna@one.example'),
			listRow(4, 'anna@one.example'),
		]),
	);
	expect(found('ANNA')).toEqual([
		['anna@one.example', 'new', 1],
		['joanna@one.example', 'old', 1],
	]);
	expect(found('one.example')).toEqual([
		['anna@one.example', 'new', 1],
		['joanna@one.example', 'old', 1],
	]);
	expect(found('anna', 1)).toEqual([['anna@one.example', 'new', 1]]);
	expect(found('%@%')).toEqual([]);
});

it('a beginning is found in every run, and what lies inside in the newest ones alone', () => {
	const many = (run: string, day: string, of: string) =>
		valueOf(
			store.create(
				{ ...newRun(), id: run, startedAt: `2026-11-${day}T00:00:00.000Z` },
				Array.from({ length: 10 }, (_, id) => listRow(id + 2, `person${id}@${of}.example`)),
			),
		);
	many('old', '01', 'rare');
	many('new', '02', 'often');
	sql.run("UPDATE run SET row_count = 300000 WHERE id = 'new'");
	expect(found('rare.example')).toEqual([]);
	expect(found('person9@rare')).toEqual([['person9@rare.example', 'old', 9]]);
});
