import { domainOf } from '#core/evidence/evidence.ts';
import type { CreationOutcome, CreationRecord } from '#core/evidence/infer-access.ts';
import type { Sql } from './sql.ts';

interface CreationLine {
	readonly email: string;
	readonly state: 'applied' | 'rejected';
	readonly answered: string;
	readonly settled_at: string;
}

/** Older ones show how the site was once set up. */
const mostLines = 5000;

/** Attempts to make an account on one site that have their outcome, newest first. */
const creations = `
SELECT r.email, c.state, c.answered, c.settled_at
FROM change c JOIN plan p ON p.key = c.plan JOIN run ON run.key = p.run JOIN run_row r ON r.run = p.run AND r.id = c.row_id
WHERE c.step = 'create' AND c.state IN ('applied', 'rejected') AND run.site_url = ?
ORDER BY c.id DESC LIMIT ?`;

interface Answered {
	readonly accountId?: string;
	readonly status?: number;
	readonly errorCode?: string | null;
}

/** A refusal that says something about the address or the caller says nothing about the settings. */
const isAboutSettings = ({ status, errorCode }: Answered): boolean => status === 400 && !/invalid|exist/i.test(errorCode ?? '');

const outcomeOf = ({ state, answered }: CreationLine): CreationOutcome['outcome'] | null => {
	// Text this store wrote itself; what stands in it is what the site answered.
	const answer = (JSON.parse(answered) ?? {}) as Answered;
	if (state === 'rejected') return isAboutSettings(answer) ? 'refused' : null;
	if (answer.accountId === undefined) return null;
	return answer.accountId.startsWith('qm:') ? 'created-portal' : 'created-atlassian';
};

/** What the journal shows of new addresses: the source of every inference about customer access. */
export const createCreationRecord = (sql: Sql): CreationRecord => ({
	creationOutcomes: (siteUrl) => {
		const seen = new Set<string>();
		return sql.all<CreationLine>(creations, [siteUrl, mostLines]).flatMap((line) => {
			if (seen.has(line.email)) return [];
			seen.add(line.email);
			const outcome = outcomeOf(line);
			return outcome === null ? [] : [{ domain: domainOf(line.email), outcome, at: line.settled_at }];
		});
	},
});
