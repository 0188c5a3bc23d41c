import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Turns } from '#core/ports.ts';
import { codecs } from '#core/snapshots/codecs.ts';
import { recordsOf } from '#core/snapshots/export-files.ts';
import { sourceOf } from '#core/admin-files/file-statements.ts';
import { nextExportPart, type PartName } from '#core/snapshots/parts.ts';
import type { Addition, SnapshotHeader } from '#core/snapshots/snapshot-store.ts';
import type { Json } from '#shared/verdict.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { isDeadHolder, makeHolder } from '../../lease-holder.ts';
import { makeTurns } from '../../turns.ts';
import { forWriting, openFile } from '../database.ts';
import { type Sql, StoreError } from '../sql.ts';
import { storeFailure } from '../store-failure.ts';
import { readPartRows, readSnapshotHeader } from './contents.ts';
import { makeTables, refuseOtherSchema } from './schema.ts';
import { insertHeader, insertRecords, letGo, sealSnapshot } from './snapshot-draft.ts';
import { isBeingPulled, readSnapshot } from './stored-snapshot.ts';

const recordsAtOnce = 1000;

/**
 * Adds exports to a copy of the snapshot, or to a new one, and puts that in its place when it is whole: whoever is killed
 * in between leaves the snapshot as it was. A run that was begun against it before cannot be gone on with, because it is
 * another one now.
 */
export const addExports = async (folder: string, target: SnapshotHeader, addition: Addition, nowMs: number): Promise<Outcome<null>> => {
	const work = join(folder, `.import-${encodeURIComponent(makeHolder(`${target.id}-${nowMs}`))}`);
	const path = join(folder, `${target.id}.sqlite`);
	try {
		mkdirSync(work, { recursive: true, mode: 0o700 });
		const made = join(work, 'made.sqlite');
		const before = existsSync(path) ? need(await copySettled(path, made, nowMs)) : null;
		const sql = need(await openMade(made, target, before !== null));
		try {
			await write(sql, addition, makeTurns());
			letGo(sql);
		} finally {
			sql.close();
		}
		if (existsSync(path) !== (before !== null)) return failed('snapshot-busy', { snapshot: target.id });
		if (before !== null && need(await sealOfFile(path)) !== before) return failed('snapshot-busy', { snapshot: target.id });
		renameSync(made, path);
		return done(null);
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return { ok: false, failure };
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
};

const need = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new StoreError(outcome.failure);
};

/** A copy of a snapshot that nobody writes and that is as it was made. Resolves to its seal. */
const copySettled = async (path: string, to: string, nowMs: number): Promise<Outcome<string>> => {
	const seal = await reading(path, (sql) => {
		const { header } = readSnapshotHeader(sql);
		if (isBeingPulled(sql, nowMs, isDeadHolder)) return failed('snapshot-busy', { snapshot: header.id });
		const stored = readSnapshot(sql);
		if (!stored.ok) return stored;
		const { digest } = stored.value;
		// Nothing vouches for what a killed pull has left: it is gone on with first.
		return digest === null ? failed('snapshot-incomplete', { snapshot: header.id, takenAt: header.takenAt, missing: [] }) : done(digest);
	});
	if (!seal.ok) return seal;
	// Somebody who was reading as it was written may have kept the file in two pieces.
	if (existsSync(`${path}-wal`)) {
		const whole = await openFile(path, { isReadOnly: false }, letGo);
		if (!whole.ok) return whole;
		whole.value.close();
	}
	await copyFile(path, to);
	return seal;
};

const sealOfFile = (path: string): Promise<Outcome<string | null>> => reading(path, (sql) => done(readSnapshotHeader(sql).seal));

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

const write = async (sql: Sql, { files, verifiedDomains }: Addition, turns: Turns): Promise<void> => {
	for (const file of files) {
		const name = nextExportPart(readPartRows(sql).map(({ part }) => part));
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
