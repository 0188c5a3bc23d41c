import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { AdminFileInfo, SnapshotInfo } from '#shared/snapshot.ts';
import { codecs } from '#core/snapshots/codecs.ts';
import { isComplete } from '#shared/snapshot-gaps.ts';
import { adminFileParts } from '#core/snapshots/parts.ts';
import type { SnapshotHeader, StoredSnapshot } from '#core/snapshots/snapshot-store.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';
import { PartDigest, parseRecords, type PartRow, readPartRows, readRecordPages, readSnapshotHeader, sealOf } from './contents.ts';

/** Every desk the snapshot knows; a handful of records, read without their digest because they are only shown. */
const desksOf = (sql: Sql, rows: readonly PartRow[]): SnapshotInfo['desks'] => {
	const row = rows.find(({ part }) => part.name === 'desks');
	if (row === undefined) return [];
	return [...readRecordPages(sql, row.key)]
		.flatMap((page) => parseRecords(page) ?? [])
		.flatMap((raw) => {
			const desk = codecs.desks.read(raw);
			return desk === null ? [] : [{ id: desk.id, key: desk.projectKey, name: desk.projectName }];
		});
};

/** The files of an admin's: the first record of each says what it is. */
const adminFilesOf = (sql: Sql, rows: readonly PartRow[]): readonly AdminFileInfo[] => {
	const byName = new Map(rows.map((row) => [row.part.name, row]));
	return adminFileParts(rows.map(({ part }) => part)).flatMap((part) => {
		const row = byName.get(part);
		const body =
			row === undefined ? undefined : sql.column<string>('SELECT body FROM record WHERE part = ? AND position = 0', [row.key])[0];
		const [raw] = (body === undefined ? null : parseRecords({ text: body, count: 1 })) ?? [];
		const record = codecs.export.read(raw);
		if (record === null || !('header' in record)) return [];
		const { kind, fileName, takenAt, coverage, people, unreadable } = record.header;
		return [{ part, kind, fileName, takenAt, coverage, people, unreadable }];
	});
};

export const describeSnapshot = (sql: Sql, bytes: number, isPulled: boolean): SnapshotInfo => {
	const { header, seal } = readSnapshotHeader(sql);
	const rows = readPartRows(sql);
	const parts = rows.map(({ part }) => part);
	const { id, site, takenAt, access } = header;
	const state = isPulled ? 'pulling' : seal !== null && isComplete(parts) ? 'complete' : 'incomplete';
	const [desks, adminFiles] = [desksOf(sql, rows), adminFilesOf(sql, rows)];
	return { id, site: { name: site.name, url: site.url }, state, takenAt, access, desks, parts, adminFiles, bytes };
};

/** Pages of a part, then the check that they are what was pulled. An unfinished part of a killed pull has no digest to check. */
function* checkedRecords(sql: Sql, header: SnapshotHeader, row: PartRow): Generator<Outcome<readonly unknown[]>> {
	const tampered = failed('snapshot-tampered', { snapshot: header.id, part: row.part.name });
	const digest = new PartDigest();
	const pages = readRecordPages(sql, row.key);
	for (;;) {
		const next = attempt(() => done(pages.next()));
		if (!next.ok) {
			yield next;
			return;
		}
		if (next.value.done === true) break;
		digest.add(next.value.value);
		const records = parseRecords(next.value.value);
		yield records === null ? tampered : done(records);
		if (records === null) return;
	}
	if (digest.count !== row.part.records || (row.digest !== null && digest.end() !== row.digest)) yield tampered;
}

/** Reads a snapshot whose schema was checked. Throws where its header or its parts are none. */
export const readSnapshot = (sql: Sql): Outcome<StoredSnapshot> => {
	const { header, seal } = readSnapshotHeader(sql);
	const rows = readPartRows(sql);
	if (seal !== null && (seal !== sealOf(header, rows) || rows.some(({ digest }) => digest === null))) {
		return failed('snapshot-tampered', { snapshot: header.id, part: 'header' });
	}
	const byName = new Map(rows.map((row) => [row.part.name, row]));
	return done({
		header,
		parts: rows.map(({ part }) => part),
		digest: seal,
		records: (name) => {
			const row = byName.get(name);
			return row === undefined ? [] : checkedRecords(sql, header, row);
		},
		close: () => sql.close(),
	});
};
