import { existsSync, renameSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turns } from '#core/ports.ts';
import { codecs } from '#core/snapshots/codecs.ts';
import { recordsOf } from '#core/snapshots/admin-file-parts.ts';
import { sourceOf } from '#core/admin-files/file-statements.ts';
import { nextAdminFilePart, type PartName } from '#core/snapshots/parts.ts';
import type { Addition, SnapshotHeader } from '#core/snapshots/snapshot-store.ts';
import type { Json } from '#shared/verdict.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { makeTurns } from '../../turns.ts';
import { forWriting, openFile } from '../database.ts';
import type { Locks } from '../locks.ts';
import { type Sql, StoreError } from '../sql.ts';
import { storeFailure } from '../store-failure.ts';
import { readPartRows } from './contents.ts';
import { makeTables, refuseOtherSchema } from './schema.ts';
import { insertHeader, insertRecords, letGo, sealSnapshot } from './snapshot-draft.ts';
import { readSnapshot } from './stored-snapshot.ts';
import { clearWorkFolders, makeWorkFolder, type WorkFolder } from './work-folder.ts';

const recordsAtOnce = 1000;

/**
 * Adds exports to a copy of the snapshot or takes one out of it, or adds them to a new one, and puts that in its place when it is whole: whoever is killed
 * in between leaves the snapshot as it was. A run that was begun against it before cannot be gone on with, because it is
 * another one now.
 */
export const addAdminFiles = async (folder: string, locks: Locks, target: SnapshotHeader, addition: Addition): Promise<Outcome<null>> => {
	clearWorkFolders(folder, locks);
	const hold = locks.take({ kind: 'snapshot', key: target.id });
	if (!hold.ok) return hold;
	try {
		const work = makeWorkFolder(folder, locks);
		return work.ok ? await addIn(work.value, join(folder, `${target.id}.sqlite`), target, addition) : work;
	} finally {
		hold.value.release();
	}
};

const addIn = async (work: WorkFolder, path: string, target: SnapshotHeader, addition: Addition): Promise<Outcome<null>> => {
	try {
		const made = join(work.path, 'made.sqlite');
		const isThere = existsSync(path);
		if (isThere) need(await copySettled(path, made));
		const sql = need(await openMade(made, target, isThere));
		try {
			await write(sql, addition, makeTurns());
			letGo(sql);
		} finally {
			sql.close();
		}
		renameSync(made, path);
		return done(null);
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return { ok: false, failure };
	} finally {
		work.discard();
	}
};

const need = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new StoreError(outcome.failure);
};

/** A copy of a snapshot that is as it was made. */
const copySettled = async (path: string, to: string): Promise<Outcome<null>> => {
	const settled = await reading(path, (sql) => {
		const stored = readSnapshot(sql);
		if (!stored.ok) return stored;
		const { header, digest } = stored.value;
		// Nothing vouches for what a killed pull has left: it is gone on with first.
		return digest === null ? failed('snapshot-incomplete', { snapshot: header.id, takenAt: header.takenAt, missing: [] }) : done(null);
	});
	if (!settled.ok) return settled;
	// Somebody who was reading as it was written may have kept the file in two pieces.
	if (existsSync(`${path}-wal`)) {
		const whole = await openFile(path, { isReadOnly: false }, letGo);
		if (!whole.ok) return whole;
		whole.value.close();
	}
	await copyFile(path, to);
	return done(null);
};

const reading = async <T>(path: string, work: (sql: Sql) => Outcome<T>): Promise<Outcome<T>> => {
	const opened = await openFile(path, { isReadOnly: true }, refuseOtherSchema);
	if (!opened.ok) return opened;
	try {
		return work(opened.value);
	} finally {
		opened.value.close();
	}
};

const openMade = (path: string, header: SnapshotHeader, isCopy: boolean): Promise<Outcome<Sql>> =>
	openFile(path, { isReadOnly: false }, (sql) => {
		if (isCopy) refuseOtherSchema(sql);
		for (const setting of forWriting) sql.script(setting);
		if (isCopy) return;
		makeTables(sql);
		insertHeader(sql, header);
	});

/** Nothing of whoever was in it stays in the file. */
const takeOut = (sql: Sql, name: string): void => {
	sql.run('DELETE FROM record WHERE part IN (SELECT key FROM part WHERE name = ?)', [name]);
	sql.run('DELETE FROM part WHERE name = ?', [name]);
	sql.script('VACUUM');
};

const write = async (sql: Sql, { files, verifiedDomains, takenOut }: Addition, turns: Turns): Promise<void> => {
	if (takenOut !== undefined) takeOut(sql, takenOut);
	for (const file of files) {
		const name = nextAdminFilePart(readPartRows(sql).map(({ part }) => part));
		const { takenAt } = file.header;
		await writePart(sql, { name, source: sourceOf(file.header), at: takenAt }, encoded(recordsOf(file)), turns);
	}
	const isKnown = readPartRows(sql).some(({ part }) => part.name === 'domains' && part.state === 'complete');
	if (verifiedDomains !== null && !isKnown) {
		sql.run("DELETE FROM part WHERE name = 'domains'");
		const domains = verifiedDomains.domains.map((domain) => codecs.domains.write(domain));
		await writePart(sql, { name: 'domains', source: 'declared', at: verifiedDomains.at }, domains, turns);
	}
	await sealSnapshot(sql, turns);
};

function* encoded(records: ReturnType<typeof recordsOf>): Generator<Json> {
	for (const record of records) yield codecs.export.write(record);
}

interface NewPart {
	readonly name: PartName;
	readonly source: string;
	readonly at: string;
}

const writePart = async (sql: Sql, { name, source, at }: NewPart, records: Iterable<Json>, turns: Turns): Promise<void> => {
	sql.run("INSERT INTO part (name, state, source, from_at, until_at) VALUES (?, 'complete', ?, ?, ?)", [name, source, at, at]);
	const key = sql.column<number>('SELECT key FROM part WHERE name = ?', [name])[0] ?? 0;
	let written = 0;
	let bodies: string[] = [];
	const flush = (): void => {
		sql.transaction(() => insertRecords(sql, key, written, bodies));
		written += bodies.length;
		bodies = [];
	};
	for (const record of records) {
		bodies.push(JSON.stringify(record));
		if (bodies.length < recordsAtOnce) continue;
		flush();
		if (turns.isDue()) await turns.give();
	}
	flush();
	sql.run('UPDATE part SET records = ? WHERE key = ?', [written, key]);
};
