import { domainOf } from '#core/evidence/evidence.ts';
import type { CreationOutcome, CreationRecord } from '#core/evidence/infer-access.ts';
import type { CreationAnswer } from '#core/probes/probe.ts';
import type { Sql } from '../sql.ts';

interface CreationLine {
	readonly email: string;
	readonly state: 'applied' | 'rejected';
	readonly answered: string;
	readonly settled_at: string;
}

/** Older ones show how the site was once set up. */
const mostLines = 5000;

/** Attempts to make an account on one site, silently or with an invitation, that have their outcome, newest first. */
export const creations = `
SELECT r.email, c.state, c.answered, c.settled_at FROM change c CROSS JOIN plan p CROSS JOIN run CROSS JOIN run_row r
WHERE c.step IN ('create', 'invite-customer') AND c.state IN ('applied', 'rejected') AND p.key = c.plan AND run.key = p.run AND run.site_url = ?
	AND r.run = p.run AND r.id = c.row_id
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

/** How attempts ended, by what was said of the person before: the site check that only real attempts can answer. */
const creationAnswersOf = `
SELECT pr.before_cause AS cause, json_extract(c.answered, '$.status') AS status, json_extract(c.answered, '$.errorCode') AS errorCode,
	count(*) AS times
FROM change c CROSS JOIN plan p CROSS JOIN run CROSS JOIN plan_row pr
WHERE c.step = 'create' AND c.state IN ('applied', 'rejected') AND p.key = c.plan AND run.key = p.run AND run.site_url = ?
	AND pr.plan = c.plan AND pr.id = c.row_id AND json_extract(c.answered, '$.status') IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

export const readCreationAnswers = (sql: Sql, siteUrl: string): readonly CreationAnswer[] =>
	sql.all<CreationAnswer>(creationAnswersOf, [siteUrl]);

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
