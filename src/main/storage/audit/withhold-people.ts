import { createHash, type Hash } from 'node:crypto';
import type { AuditEntry } from '#shared/plan.ts';
import type { Json } from '#shared/verdict.ts';
import type { Sql } from '../sql.ts';
import { canonicalJson } from './audit-chain.ts';
import { type EntryRecord, entryOf } from './audit-entries.ts';
import { type Details, detailsOf } from './record-check.ts';

/** What the log tells of a run that was deleted: whose entries name nobody any more, and the digest of what they still say. */
export interface ToldDeletion {
	readonly run: string;
	readonly rows: number;
	readonly plans: readonly string[];
	readonly withheld: number;
	readonly digest: string;
}

export const deletedEvent = 'run-deleted';

/** Of an entry: what is about the change and not about the person. */
const impersonal = ['plan', 'run', 'row', 'step', 'change', 'confirm', 'desk', 'choices', 'estimate'] as const;

const statusOf = (answered: Json | undefined): Details => {
	const status = Object(answered) as Details;
	return typeof status['status'] === 'number' ? { answered: { status: status['status'] } } : {};
};

/** A number of rows, or the rows themselves with what was seen of them. */
const rowsOf = (rows: Json | undefined): Details => {
	if (typeof rows === 'number') return { rows };
	if (!Array.isArray(rows)) return {};
	return {
		rows: rows.map((row) => {
			const { row: id = null, cause = null, certainty = null } = Object(row) as Details;
			return { row: id, cause, certainty };
		}),
	};
};

/** Facts and numbers stay; addresses, names, account ids and the site's words go. */
export const withoutPeople = (details: Details): Details => ({
	...Object.fromEntries(impersonal.flatMap((key) => (details[key] === undefined ? [] : [[key, details[key]]]))),
	...rowsOf(details['rows']),
	...statusOf(details['answered']),
	withheld: true,
});

export const isWithheld = (entry: AuditEntry): boolean => detailsOf(entry)['withheld'] === true;

/** Adds one entry, as it is now, to the digest that its deletion tells. */
export const addWithheld = (hash: Hash, { seq, at, actor, site, event, details }: AuditEntry): void => {
	hash.update(`${canonicalJson({ seq, at, actor: { ...actor }, site, event, details })}\n`);
};

/**
 * Takes the people out of every entry about these plans. Their hashes stay, so that the chain still holds; what they say from
 * now on is vouched for by the digest in the entry that tells the deletion. For use inside the transaction of a deletion.
 */
export const withholdPeople = (sql: Sql, plans: readonly string[]): Pick<ToldDeletion, 'withheld' | 'digest'> => {
	const hash = createHash('sha256');
	const records = sql.all<EntryRecord>(
		"SELECT * FROM audit WHERE json_valid(details) AND details ->> 'plan' IN (SELECT value FROM json_each(?)) ORDER BY seq",
		[JSON.stringify(plans)],
	);
	for (const record of records) {
		const entry = entryOf(record);
		const details = withoutPeople(detailsOf(entry));
		sql.run('UPDATE audit SET details = ? WHERE seq = ?', [canonicalJson(details), entry.seq]);
		addWithheld(hash, { ...entry, details });
	}
	return { withheld: records.length, digest: hash.digest('hex') };
};
