import { type MailBudget, usualMailsPerDay } from '#shared/plan.ts';
import type { Sql } from '../sql.ts';

const dayMs = 86_400_000;

const dayBefore = (at: string): string => new Date(Date.parse(at) - dayMs).toISOString();

/** What was refused, or never let in, was no e-mail; whatever else left counts, also where nobody knows what became of it. */
const mayHaveBeenSent = "c.step = 'invite-customer' AND c.state NOT IN ('rejected', 'not-applied')";

const sentSince = `
SELECT c.intent_at FROM change c INDEXED BY change_invitation CROSS JOIN plan p ON p.key = c.plan CROSS JOIN run r ON r.key = p.run
WHERE c.intent_at > ? AND ${mayHaveBeenSent} AND r.site_url = ?
UNION ALL SELECT sent_at FROM sent_mail WHERE sent_at > ? AND site_url = ?
ORDER BY 1`;

/** When each left, in the 24 hours before; oldest first. */
const readSent = (sql: Sql, siteUrl: string, at: string): readonly string[] =>
	sql.column<string>(sentSince, [dayBefore(at), siteUrl, dayBefore(at), siteUrl]);

/** Of what is deleted, when an invitation left: the site goes on counting it. */
export const keepSentMails = (sql: Sql, run: number, at: string): void => {
	sql.run('DELETE FROM sent_mail WHERE sent_at <= ?', [dayBefore(at)]);
	sql.run(
		`INSERT INTO sent_mail (site_url, sent_at)
		SELECT r.site_url, c.intent_at FROM run r JOIN plan p ON p.run = r.key JOIN change c ON c.plan = p.key
		WHERE r.key = ? AND c.intent_at > ? AND ${mayHaveBeenSent}`,
		[run, dayBefore(at)],
	);
};

const invitedAt = `
SELECT c.intent_at FROM change c INDEXED BY change_invitation CROSS JOIN plan p ON p.key = c.plan CROSS JOIN run r ON r.key = p.run
	CROSS JOIN run_row l ON l.run = r.key AND l.id = c.row_id
WHERE ${mayHaveBeenSent} AND r.site_url = ? AND l.email = ? ORDER BY c.intent_at DESC LIMIT 1`;

const perDayOf = (sql: Sql, siteUrl: string): number | undefined =>
	sql.column<number>('SELECT per_day FROM mail_budget WHERE site_url = ?', [siteUrl])[0];

/**
 * Counted over all plans of the site and the 24 hours before: no calendar day, whenever the site's begins, then has more. That is
 * the safe reading of "100 a day".
 */
export const readMailBudget = (sql: Sql, siteUrl: string, at: string): MailBudget => {
	const set = perDayOf(sql, siteUrl);
	return { perDay: set ?? usualMailsPerDay, isSet: set !== undefined, sent: readSent(sql, siteUrl, at).length };
};

/** `null`: what counts where nobody said anything. */
export const writeMailBudget = (sql: Sql, siteUrl: string, perDay: number | null): void => {
	if (perDay === null) sql.run('DELETE FROM mail_budget WHERE site_url = ?', [siteUrl]);
	else sql.run('INSERT OR REPLACE INTO mail_budget (site_url, per_day) VALUES (?, ?)', [siteUrl, perDay]);
};

/** When so many more may leave, or as many as a day takes. */
export const mailsFreeAt = (sql: Sql, siteUrl: string, count: number, at: string): string => {
	const perDay = perDayOf(sql, siteUrl) ?? usualMailsPerDay;
	const sent = readSent(sql, siteUrl, at);
	const mustHavePassed = sent[sent.length - perDay + Math.min(count, perDay) - 1];
	return mustHavePassed === undefined ? at : new Date(Date.parse(mustHavePassed) + dayMs).toISOString();
};

/** When the person of this address was invited on the site, by whichever plan; `null`: never. */
export const readInvitedAt = (sql: Sql, siteUrl: string, address: string): string | null =>
	sql.column<string>(invitedAt, [siteUrl, address])[0] ?? null;
