import { createHash } from 'node:crypto';
import type { AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';

/** One text for one value, so that its digest can be computed again by anybody: keys in order of their code units, no spaces. */
export const canonicalJson = (value: Json): string => {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};

/** What the first entry is chained to. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the hash of the entry before, a line feed, and the entry without its hash as canonical JSON. */
export const chainedHash = (before: string, { seq, at, actor, site, event, details }: Omit<AuditEntry, 'hash'>): string => {
	const { account, user, host } = actor;
	const text = canonicalJson({ seq, at, actor: { account, user, host }, site, event, details });
	return createHash('sha256').update(`${before}\n${text}`).digest('hex');
};
