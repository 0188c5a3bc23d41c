import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Turns } from '#core/ports.ts';
import { type Codec, codecs } from '#core/snapshots/codecs.ts';
import { makeTurns } from '../../turns.ts';
import { forWriting, openFile } from '../database.ts';
import type { Locks } from '../locks.ts';
import { type Sql, StoreError } from '../sql.ts';
import { storeFailure } from '../store-failure.ts';
import { type PartRow, readPartRows, readSnapshotHeader, sealOf } from './contents.ts';
import { copyGivenFile } from './given-file.ts';
import { makeTables, refuse, refuseOtherSchema } from './schema.ts';
import { insertHeader, insertRecords, letGo, sealSnapshot } from './snapshot-draft.ts';
import { clearWorkFolders, makeWorkFolder } from './work-folder.ts';

/** What a snapshot may be: more than any site has, and little enough to be checked. */
export const importLimits = {
	parts: 5000,
	records: 5_000_000,
	recordBytes: 256 * 1024,
	/** Of a value that is no record. */
	fieldBytes: 64 * 1024,
};

const recordsAtOnce = 1000;

/**
 * Takes a snapshot over from a file that somebody gave us. The file is hostile until proven otherwise: it is copied, looked
 * at read-only, its tables held against ours to the letter, and every value checked on its way into a new file of our own.
 * That file gets its name only when its digests are those that the given one claims. Fails with `snapshot-unusable`
 * (`fault`, and where it helps `part` and `position`) or `snapshot-exists`; nothing half-imported stays. Resolves to the id.
 */
export const importSnapshot = async (folder: string, locks: Locks, path: string, limits = importLimits): Promise<Outcome<string>> => {
	clearWorkFolders(folder, locks);
	const opened = makeWorkFolder(folder, locks);
	if (!opened.ok) return opened;
	const work = opened.value;
	try {
		const given = join(work.path, 'given.sqlite');
		await copyGivenFile(path, given);
		const made = join(work.path, 'made.sqlite');
		const id = need(
			await withFile(
				given,
				true,
				(sql) => refuseHostileFile(sql, limits),
				(from) => remake(from, made),
			),
		);
		const target = join(folder, `${id}.sqlite`);
		if (existsSync(target)) return failed('snapshot-exists', { snapshot: id });
		renameSync(made, target);
		return done(id);
	} catch (error) {
		const failure = storeFailure(error);
		if (failure === null) throw error;
		return failure.code === 'store-damaged' ? failed('snapshot-unusable', { fault: 'damaged' }) : failed(failure.code, failure.details);
	} finally {
		work.discard();
	}
};

const need = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new StoreError(outcome.failure);
};

const withFile = async <T>(
	path: string,
	isReadOnly: boolean,
	prepare: (sql: Sql) => void,
	work: (sql: Sql) => Promise<T>,
): Promise<Outcome<T>> => {
	const opened = await openFile(path, { isReadOnly }, prepare);
	if (!opened.ok) return opened;
	try {
		return done(await work(opened.value));
	} finally {
		opened.value.close();
	}
};

/** Everything that can be refused without reading a record. */
const refuseHostileFile = (sql: Sql, limits: typeof importLimits): void => {
	sql.script('PRAGMA query_only = ON');
	refuseOtherSchema(sql);
	const countOf = (table: string): number => sql.column<number>(`SELECT count(*) FROM ${table}`)[0] ?? 0;
	if (countOf('part') > limits.parts) refuse('too-many-records', { limit: limits.parts });
	if (countOf('record') > limits.records) refuse('too-many-records', { limit: limits.records });
	// The lengths are in the records' headers: no long value is ever loaded.
	const refuseLong = (table: string, columns: readonly string[], limitBytes: number): void => {
		const isLong = columns.map((column) => `octet_length(${column}) > ${limitBytes}`).join(' OR ');
		if (sql.column(`SELECT 1 FROM ${table} WHERE ${isLong} LIMIT 1`).length > 0) refuse('cell-too-large', { limitBytes });
	};
	refuseLong('snapshot', ['id', 'site_name', 'site_url', 'site_admin_url', 'taken_at', 'access', 'seal'], limits.fieldBytes);
	refuseLong('part', ['name', 'state', 'why', 'source', 'from_at', 'until_at', 'cursor', 'digest'], limits.fieldBytes);
	refuseLong('record', ['body'], limits.recordBytes);
	const other = "typeof(part) <> 'integer' OR typeof(position) <> 'integer' OR typeof(body) <> 'text'";
	if (sql.column(`SELECT 1 FROM record WHERE ${other} LIMIT 1`).length > 0) refuse('wrong-type');
	if (sql.column<string>('PRAGMA quick_check(1)')[0] !== 'ok') refuse('damaged');
};

/** Builds a file of our own from the values of the given one. Resolves to the snapshot's id. */
const remake = async (from: Sql, path: string): Promise<string> => {
	const turns = makeTurns();
	const { header, seal } = readSnapshotHeader(from);
	const rows = readPartRows(from);
	if (seal === null) return refuse('still-pulled');
	const announced = rows.reduce((sum, { part }) => sum + part.records, 0);
	if (announced !== from.column<number>('SELECT count(*) FROM record')[0]) refuse('record-stray');
	const made = await openFile(path, { isReadOnly: false }, (sql) => {
		for (const setting of forWriting) sql.script(setting);
		makeTables(sql);
		insertHeader(sql, header);
	});
	const to = need(made);
	try {
		for (const row of rows) await copyPart(from, to, row, turns);
		await sealSnapshot(to, turns);
		const copied = readPartRows(to);
		const changed = rows.find(({ digest }, index) => digest !== copied[index]?.digest);
		if (changed !== undefined) refuse('content-changed', { part: changed.part.name });
		if (seal !== sealOf(header, copied)) refuse('content-changed', { part: 'header' });
		letGo(to);
	} finally {
		to.close();
	}
	return header.id;
};

const copyPart = async (from: Sql, to: Sql, { key, part, cursor }: PartRow, turns: Turns): Promise<void> => {
	to.run('INSERT INTO part (key, name, state, why, source, from_at, until_at, records, cursor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		key,
		part.name,
		part.state,
		part.why,
		part.source,
		part.from,
		part.until,
		part.records,
		cursor,
	]);
	let next = 0;
	for (;;) {
		const page = from.all<{ readonly position: number; readonly body: string }>(
			'SELECT position, body FROM record WHERE part = ? AND position >= ? ORDER BY position LIMIT ?',
			[key, next, recordsAtOnce],
		);
		const stray = page.findIndex(({ position }, index) => position !== next + index);
		if (stray >= 0) refuse('record-missing', { part: part.name, position: next + stray });
		const first = next;
		const bodies = page.map(({ body }, index) => checkedBody(part.name, codecs[part.kind] as Codec<unknown>, body, first + index));
		to.transaction(() => insertRecords(to, key, first, bodies));
		next += page.length;
		if (page.length < recordsAtOnce) break;
		if (turns.isDue()) await turns.give();
	}
	if (next !== part.records) refuse('record-missing', { part: part.name, position: next });
};

/** The value as we would have written it, or the end of the import. */
const checkedBody = (part: string, { read, write }: Codec<unknown>, body: string, position: number): string => {
	let raw: unknown;
	try {
		raw = JSON.parse(body);
	} catch {
		return refuse('record-invalid', { part, position });
	}
	const value = read(raw);
	return value === null ? refuse('record-invalid', { part, position }) : JSON.stringify(write(value));
};
