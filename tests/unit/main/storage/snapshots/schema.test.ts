import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applicationId } from '#main/storage/migrate.ts';
import { openFile } from '#main/storage/database.ts';
import { snapshotApplicationId, snapshotTables, snapshotVersion } from '#main/storage/snapshots/schema.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { temporaryFolder, valueOf } from '../samples.ts';
import { header, pulledSnapshot } from './samples.ts';
import { memoryLocks } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
	folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Snapshots are handed on: what was shipped once is read for ever. A change is a new version beside this one. */
it('is what was shipped, to the byte', () => {
	const text = Object.values(snapshotTables).join(';\n');
	expect([snapshotVersion, createHash('sha256').update(text).digest('hex')]).toEqual([
		10,
		'e488bcbcbcec1f70d601721d31c9a37abf1e4ded30d29a22f93629a718b18fcc',
	]);
});

it('is marked as a snapshot, not as the database of the app, and has strict tables only', async () => {
	await pulledSnapshot(openSnapshotFolder(folder.path, memoryLocks()));
	const sql = valueOf(await openFile(`${folder.path}/${header().id}.sqlite`, { isReadOnly: true }, () => undefined));
	expect(sql.column('PRAGMA application_id')).toEqual([snapshotApplicationId]);
	expect(snapshotApplicationId).not.toBe(applicationId);
	expect(
		sql.column("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'"),
	).toEqual([]);
	sql.close();
});
