import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { tablesBySiteUrl } from '#main/storage/deletion-store.ts';
import { tablesBySiteName } from '#main/storage/sites/site-store.ts';
import type { Sql } from '#main/storage/sql.ts';
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

const tablesWith = (column: string): readonly string[] =>
	sql.column<string>(
		"SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = ? ORDER BY t.name",
		[column],
	);

describe('tables that hold something of a site', () => {
	it('are emptied of it when the site is deleted with everything', () => {
		// Runs go one by one; when mails were sent counts on for a day, so that nobody sends more of them by deleting.
		expect(tablesWith('site_url')).toEqual([...tablesBySiteUrl, 'run', 'sent_mail'].toSorted());
	});

	it('follow it when it gets another name; the audit log keeps the address, as it was said', () => {
		expect(tablesWith('site')).toEqual([...tablesBySiteName, 'audit'].toSorted());
	});
});
