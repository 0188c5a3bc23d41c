import { evidenceColumns, evidenceJoins, evidenceOf, type EvidenceRecord } from '../runs/row-evidence.ts';
import type { Sql } from '../sql.ts';

/** From the address to its changes, in this order: SQLite would build an index over the whole journal instead. */
export const madeFor = `
SELECT c.answered FROM run CROSS JOIN run_address a CROSS JOIN run_row r CROSS JOIN plan p CROSS JOIN change c INDEXED BY change_by_row
WHERE run.site_url = ? AND a.run = run.key AND a.email = ? AND r.run = a.run AND r.id = a.id AND r.repeats IS NULL
	AND p.run = r.run AND c.plan = p.key AND c.row_id = r.id AND c.step IN ('create', 'invite-customer') AND c.state = 'applied'
ORDER BY c.id DESC LIMIT 1`;

export const seenAt = `
SELECT r.email, ${evidenceColumns} FROM run CROSS JOIN run_address a CROSS JOIN run_row r ${evidenceJoins}
WHERE run.site_url = ? AND a.run = run.key AND a.email = ? AND r.run = a.run AND r.id = a.id AND r.repeats IS NULL
ORDER BY r.run DESC LIMIT 5`;

const idIn = (answer: unknown): string | null => {
	const id = typeof answer === 'object' && answer !== null && 'accountId' in answer ? answer.accountId : null;
	return typeof id === 'string' && id.startsWith('qm:') ? id : null;
};

/** Portal-only ids that changes made, or earlier runs saw, at an address of a site. The newest is the likeliest to be right. */
export const createKnownPortalIds =
	(sql: Sql) =>
	(siteUrl: string, address: string): string | null => {
		for (const text of sql.column<string>(madeFor, [siteUrl, address])) {
			const made = idIn(JSON.parse(text));
			if (made !== null) return made;
		}
		for (const record of sql.all<EvidenceRecord>(seenAt, [siteUrl, address])) {
			const seen = evidenceOf(record)
				.map(({ answer }) => idIn(answer))
				.find((id) => id !== null);
			if (seen !== undefined) return seen;
		}
		return null;
	};
