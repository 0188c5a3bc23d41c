import type { AuditActor, AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import { chainedHash, chainStart } from './audit-chain.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sql } from '../sql.ts';

export type NewEntry = Omit<AuditEntry, 'seq' | 'hash'>;

export interface AuditLog {
	/** Adds an entry and gives its number. For use inside the transaction of what it tells: both are stored, or neither. */
	append(entry: NewEntry): number;
	/** Entries in order, `from` of them passed over. */
	entries(from: number, count: number): { readonly total: number; readonly entries: readonly AuditEntry[] };
	/** Every entry as a line of JSON, for somebody else to keep. */
	lines(): Generator<string>;
}

type AuditReader = Pick<Sql, 'get' | 'column'>;

export interface EntryRecord {
	readonly seq: number;
	readonly at: string;
	readonly account: string;
	readonly user: string;
	readonly host: AuditActor['host'];
	readonly site: string;
	readonly event: string;
	readonly details: string;
	readonly hash: string;
}

interface Head {
	readonly seq: number;
	readonly hash: string;
}

const pageSize = 500;
const page = 'SELECT seq, at, account, user, host, site, event, details, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?';

export const createAuditLog = (sql: Sql): AuditLog => {
	const read = (after: number, count: number): readonly AuditEntry[] => readEntries(sql, after, count).map(entryOf);
	return {
		append: (entry) => appendEntry(sql, entry),
		entries: (from, count) => ({ total: readHead(sql).seq, entries: read(from, count) }),
		*lines() {
			for (let after = 0, entries = read(0, pageSize); entries.length > 0; entries = read(after, pageSize)) {
				for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
				after = entries.at(-1)?.seq ?? after;
			}
		},
	};
};

/** At most `count` entries behind number `after`, in order. */
export const readEntries = (sql: Sql, after: number, count: number): readonly EntryRecord[] => sql.all<EntryRecord>(page, [after, count]);

/** The last entry; number 0 where there is none. */
export const readHead = (sql: AuditReader): Head =>
	sql.get<Head>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1') ?? { seq: 0, hash: chainStart };

export const readHashOf = (sql: AuditReader, seq: number): string | null =>
	sql.column<string>('SELECT hash FROM audit WHERE seq = ?', [seq])[0] ?? null;

const appendEntry = (sql: Sql, entry: NewEntry): number => {
	const head = readHead(sql);
	const seq = head.seq + 1;
	const { at, actor, site, event } = entry;
	const details = canonicalJson(entry.details);
	sql.run('INSERT INTO audit (seq, at, account, user, host, site, event, details, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		seq,
		at,
		actor.account,
		actor.user,
		actor.host,
		site,
		event,
		details,
		chainedHash(head.hash, { seq, ...entry }),
	]);
	return seq;
};

export const entryOf = ({ seq, at, account, user, host, site, event, details, hash }: EntryRecord): AuditEntry => ({
	seq,
	at,
	actor: { account, user, host },
	site,
	event,
	details: readDetails(details),
	hash,
});

/** Details that are no JSON were not written by this program: they are shown as they are. */
const readDetails = (text: string): Json => {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return text;
	}
};
