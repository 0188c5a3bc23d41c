import { createHash } from 'node:crypto';
import type { SnapshotPart } from '#shared/snapshot.ts';
import { accessRecord, readHeader, readPart } from '#core/snapshots/header.ts';
import type { PartName } from '#core/snapshots/parts.ts';
import type { SnapshotHeader } from '#core/snapshots/snapshot-store.ts';
import type { Sql } from '../sql.ts';
import { refuse } from './schema.ts';

/** Records of one page: some 5 ms of reading and hashing. */
const recordsPerPage = 500;

const headerFields = 'id, site_name AS siteName, site_url AS siteUrl, site_admin_url AS siteAdminUrl, taken_at AS takenAt, access, seal';
const partFields = 'key, name, state, why, source, from_at AS "from", until_at AS until, records, cursor, digest';

export interface PartRow {
	readonly key: number;
	readonly part: SnapshotPart;
	readonly cursor: string | null;
	readonly digest: string | null;
}

const isHash = (value: unknown): value is string | null => value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
/** A cursor is the site's own text: long, but no book. */
const isCursor = (value: unknown): value is string | null => value === null || (typeof value === 'string' && value.length <= 10_000);

const parseJson = (text: unknown): unknown => {
	try {
		return typeof text === 'string' ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
};

/** Throws where the header is none: a file can hold anything, whatever its tables say. */
export const readSnapshotHeader = (sql: Sql): { readonly header: SnapshotHeader; readonly seal: string | null } => {
	const rows = sql.all<Readonly<Record<string, unknown>>>(`SELECT ${headerFields} FROM snapshot`);
	const [row] = rows;
	const header = row === undefined ? null : readHeader({ ...row, access: parseJson(row['access']) });
	const seal: unknown = row?.['seal'];
	if (rows.length !== 1 || header === null || !isHash(seal)) return refuse('header-invalid');
	return { header, seal };
};

export const readPartRows = (sql: Sql): readonly PartRow[] =>
	sql.all<Readonly<Record<string, unknown>>>(`SELECT ${partFields} FROM part ORDER BY name`).map(partRowOf);

export const readPartRow = (sql: Sql, name: PartName): PartRow | null => {
	const row = sql.get<Readonly<Record<string, unknown>>>(`SELECT ${partFields} FROM part WHERE name = ?`, [name]);
	return row === undefined ? null : partRowOf(row);
};

const partRowOf = (row: Readonly<Record<string, unknown>>): PartRow => {
	const { key, cursor, digest } = row;
	const part = readPart(row);
	if (part === null || typeof key !== 'number' || !isCursor(cursor) || !isHash(digest)) return refuse('part-invalid');
	return { key, part, cursor, digest };
};

/** A page of a part's records as they are stored, one behind the other. */
export interface RecordPage {
	readonly text: string;
	readonly count: number;
}

/**
 * The part's records in their order, as text: joined in the database, a page of them is one value instead of thousands.
 * Stored JSON has no line breaks, so a comma and a line break end a record and nothing else.
 */
export function* readRecordPages(sql: Sql, key: number): Generator<RecordPage> {
	for (let first = 0; ; first += recordsPerPage) {
		const page = sql.get<{ readonly text: unknown; readonly count: number }>(
			`SELECT group_concat(body, ',' || char(10)) AS text, count(*) AS count
			FROM (SELECT body FROM record WHERE part = ? AND position >= ? AND position < ? ORDER BY position)`,
			[key, first, first + recordsPerPage],
		);
		if (page === undefined || page.count === 0) return;
		if (typeof page.text !== 'string') return refuse('wrong-type');
		yield { text: page.text, count: page.count };
		if (page.count < recordsPerPage) return;
	}
}

/** `null` where the text is no JSON. */
export const parseRecords = ({ text }: RecordPage): readonly unknown[] | null => {
	const parsed = parseJson(`[${text}]`);
	return Array.isArray(parsed) ? parsed : null;
};

/** SHA-256 over a part's records, each followed by a comma and a line break. */
export class PartDigest {
	readonly #hash = createHash('sha256');
	#count = 0;

	add({ text, count }: RecordPage): void {
		this.#hash.update(text).update(',\n');
		this.#count += count;
	}

	get count(): number {
		return this.#count;
	}

	end(): string {
		return this.#hash.digest('hex');
	}
}

/** SHA-256 over what describes the snapshot and over the digests of its parts: over all of it, that is. */
export const sealOf = ({ id, site, takenAt, access }: SnapshotHeader, rows: readonly PartRow[]): string => {
	const parts = rows
		.toSorted((a, b) => (a.part.name < b.part.name ? -1 : 1))
		.map(({ part, cursor, digest }) => [part.name, part.state, part.why, part.source, part.from, part.until, part.records, cursor, digest]);
	const { internal, approvedDomains, external, allowedDomains, origin, at, ...more } = accessRecord(access);
	// What older snapshots do not have is no part of their seal.
	const later = Object.entries(more)
		.filter(([, value]) => value !== undefined)
		.toSorted(([a], [b]) => (a < b ? -1 : 1));
	const known = [internal, approvedDomains, external, allowedDomains, origin, at, ...later];
	const content = JSON.stringify([id, site.name, site.url, site.adminUrl, takenAt, known, parts]);
	return createHash('sha256').update(content).digest('hex');
};
