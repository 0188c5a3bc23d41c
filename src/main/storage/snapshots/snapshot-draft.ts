import { statSync } from 'node:fs';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Clock, Turns } from '#core/ports.ts';
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

/** A process that does not write or say that it lives for this long is taken for dead. */
const leaseMs = 15_000;

export interface DraftOptions {
	readonly sql: Sql;
	readonly path: string;
	readonly clock: Clock;
	readonly turns: Turns;
	readonly holder: string;
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

/** Takes the right to write, and with it the seal off. False while a living process has it. */
export const takeDraftLease = ({ sql, clock, holder }: DraftOptions, isDead: (holder: string) => boolean): boolean =>
	sql.transaction(() => {
		const other = sql.get<{ holder: string; expires_at_ms: number }>('SELECT holder, expires_at_ms FROM lease');
		if (other !== undefined && other.expires_at_ms > clock.now() && !isDead(other.holder)) return false;
		sql.run('INSERT OR REPLACE INTO lease (only, holder, expires_at_ms) VALUES (1, ?, ?)', [holder, clock.now() + leaseMs]);
		sql.run('UPDATE snapshot SET seal = NULL');
		return true;
	});

/** The draft of a file whose lease is held. */
export const openDraft = (options: DraftOptions): SnapshotDraft => {
	const { sql, path, clock, turns, holder } = options;
	const { header } = readSnapshotHeader(sql);
	const keep = (): boolean => sql.run('UPDATE lease SET expires_at_ms = ? WHERE holder = ?', [clock.now() + leaseMs, holder]) > 0;
	const writing = <T>(work: () => T): Outcome<T> =>
		attempt(() => sql.transaction(() => (keep() ? done(work()) : failed('snapshot-busy', { snapshot: header.id }))));
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
		// A beat that cannot be written (a full disk) is no lost lease: the next page will say so.
		keep: () => {
			const kept = attempt(() => done(keep()));
			return !kept.ok || kept.value;
		},
		close: async () => {
			try {
				// Whoever took it over goes on with it: it is not ours to seal any more.
				if (!keep()) return;
				await sealSnapshot(sql, turns);
				letGo(sql);
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

/** From here on nobody holds the snapshot, and it is one file. False where somebody reads it right now: then it stays two. */
export const letGo = (sql: Sql): boolean => {
	sql.run('DELETE FROM lease');
	// A statement that waits holds up everybody: whoever reads is not worth that.
	sql.script('PRAGMA busy_timeout = 100');
	const single = attempt(() => done(sql.column<string>('PRAGMA journal_mode = DELETE')[0] === 'delete'));
	if (!single.ok && single.failure.code !== 'store-busy') throw new StoreError(single.failure);
	return single.ok && single.value;
};
