import { createHash } from 'node:crypto';
import type { AuditEntry } from '#shared/plan.ts';
import { canonicalJson } from './canonical-json.ts';

/** What the first entry is chained to. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the hash of the entry before, a line feed, and the entry without its hash as canonical JSON. */
export const chainedHash = (before: string, { seq, at, actor, site, event, details }: Omit<AuditEntry, 'hash'>): string => {
	const { account, user, host } = actor;
	const text = canonicalJson({ seq, at, actor: { account, user, host }, site, event, details });
	return createHash('sha256').update(`${before}\n${text}`).digest('hex');
};
