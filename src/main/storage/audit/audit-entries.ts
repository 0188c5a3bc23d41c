import type { AuditActor, AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import type { Sql } from '../sql.ts';
import { chainedHash } from './audit-chain.ts';
import { canonicalJson } from './audit-chain.ts';

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

const columns = 'seq, at, account, user, host, site, event, details, hash';

/** At most `count` entries behind number `after`, in order. */
export const readEntries = (sql: Sql, after: number, count: number): readonly EntryRecord[] =>
	sql.all<EntryRecord>(`SELECT ${columns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`, [after, count]);

export const readEntry = (sql: Sql, seq: number): EntryRecord | undefined =>
	sql.get<EntryRecord>(`SELECT ${columns} FROM audit WHERE seq = ?`, [seq]);

export const readLastEntry = (sql: Sql): EntryRecord | undefined =>
	sql.get<EntryRecord>(`SELECT ${columns} FROM audit ORDER BY seq DESC LIMIT 1`);

/** Whether an entry is as it was written, and was written behind the one with that hash. */
export const isAsWritten = (before: string, record: EntryRecord): boolean => {
	const entry = entryOf(record);
	return canonicalJson(entry.details) === record.details && chainedHash(before, entry) === record.hash;
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
