import { statSync } from 'node:fs';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Hold, Turns } from '#core/ports.ts';
import { accessRecord } from '#core/snapshots/header.ts';
import type { PartName } from '#core/snapshots/parts.ts';
import type { SnapshotDraft, SnapshotHeader } from '#core/snapshots/snapshot-store.ts';
import { type Sql, StoreError } from '../sql.ts';
import { attempt } from '../store-failure.ts';
import {
	PartDigest,
	parseRecords,
	type PartRow,
	readPartRow,
	readPartRows,
	readRecordPages,
	readSnapshotHeader,
	sealOf,
} from './contents.ts';
import { describeSnapshot } from './stored-snapshot.ts';

export interface DraftOptions {
	readonly sql: Sql;
	readonly path: string;
	readonly turns: Turns;
	readonly hold: Hold;
}

export const insertHeader = (sql: Sql, { id, site, takenAt, access }: SnapshotHeader): void => {
	sql.run('INSERT INTO snapshot (only, id, site_name, site_url, site_admin_url, taken_at, access) VALUES (1, ?, ?, ?, ?, ?, ?)', [
		id,
		site.name,
		site.url,
		site.adminUrl,
		takenAt,
		JSON.stringify(accessRecord(access)),
	]);
};

export const insertRecords = (sql: Sql, key: number, first: number, bodies: readonly string[]): void => {
	for (const [index, body] of bodies.entries()) {
		sql.run('INSERT INTO record (part, position, body) VALUES (?, ?, ?)', [key, first + index, body]);
	}
};

/** The draft of a file that is held. What is written from here on, nothing vouches for: the seal goes. */
export const openDraft = ({ sql, path, turns, hold }: DraftOptions): SnapshotDraft => {
	const { header } = readSnapshotHeader(sql);
	sql.run('UPDATE snapshot SET seal = NULL');
	const writing = <T>(work: () => T): Outcome<T> => attempt(() => hold.whileHeld(() => sql.transaction(() => done(work()))));
	const rowOf = (name: PartName): PartRow => {
		const row = readPartRow(sql, name);
		if (row === null) throw new Error(`the part ${name} was not begun`);
		return row;
	};
	const settle = (name: PartName, state: string, why: string | null): null => {
		sql.run('UPDATE part SET state = ?, why = ? WHERE name = ?', [state, why, name]);
		return null;
	};
	return {
		header,
		parts: () => readPartRows(sql).map(({ part }) => part),
		begin: (name, source) =>
			writing(() => {
				sql.run("INSERT INTO part (name, state, source) VALUES (?, 'unfinished', ?) ON CONFLICT DO UPDATE SET source = excluded.source", [
					name,
					source,
				]);
				const { part, cursor } = rowOf(name);
				return { part, cursor };
			}),
		append: (name, records, { at, cursor }, end) =>
			writing(() => {
				const { key, part } = rowOf(name);
				const bodies = records.map((record) => JSON.stringify(record));
				insertRecords(sql, key, part.records, bodies);
				sql.run(
					`UPDATE part SET records = ?, cursor = ?, digest = NULL, from_at = min(coalesce(from_at, ?), ?), until_at = max(coalesce(until_at, ?), ?)
					WHERE key = ?`,
					[part.records + bodies.length, cursor, at, at, at, at, key],
				);
				return end === undefined ? null : settle(name, end.state, end.why);
			}),
		settle: (name, { state, why }) => writing(() => settle(name, state, why)),
		empty: (name) =>
			writing(() => {
				const { key } = rowOf(name);
				sql.run('DELETE FROM record WHERE part = ?', [key]);
				sql.run(
					"UPDATE part SET state = 'unfinished', why = NULL, records = 0, cursor = NULL, digest = NULL, from_at = NULL, until_at = NULL WHERE key = ?",
					[key],
				);
				return null;
			}),
		*records(name) {
			const row = readPartRow(sql, name);
			if (row === null) return;
			for (const page of readRecordPages(sql, row.key)) yield parseRecords(page) ?? [];
		},
		info: () => describeSnapshot(sql, statSync(path).size, true),
		close: async () => {
			try {
				const isHeld = hold.whileHeld(() => done(null)).ok;
				if (isHeld) {
					await sealSnapshot(sql, turns);
					letGo(sql);
				}
				return describeSnapshot(sql, statSync(path).size, !isHeld);
			} finally {
				sql.close();
			}
		},
	};
};

/** Writes the digest of every part that has none, and over all of them the seal. */
export const sealSnapshot = async (sql: Sql, turns: Turns): Promise<void> => {
	for (const { key, digest: known } of readPartRows(sql)) {
		if (known !== null) continue;
		const digest = new PartDigest();
		for (const page of readRecordPages(sql, key)) {
			digest.add(page);
			if (turns.isDue()) await turns.give();
		}
		sql.run('UPDATE part SET digest = ? WHERE key = ?', [digest.end(), key]);
	}
	sql.run('UPDATE snapshot SET seal = ?', [sealOf(readSnapshotHeader(sql).header, readPartRows(sql))]);
};

/** From here on it is one file. False where somebody reads it right now: then it stays two. */
export const letGo = (sql: Sql): boolean => {
	// What a killed pull of an earlier version has left there.
	sql.run('DELETE FROM lease');
	// A statement that waits holds up everybody: whoever reads is not worth that.
	sql.script('PRAGMA busy_timeout = 100');
	const single = attempt(() => done(sql.column<string>('PRAGMA journal_mode = DELETE')[0] === 'delete'));
	if (!single.ok && single.failure.code !== 'store-busy') throw new StoreError(single.failure);
	return single.ok && single.value;
};
