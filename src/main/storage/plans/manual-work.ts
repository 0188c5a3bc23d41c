import type { OwnerAudience } from '#shared/owner-messages.ts';
import type { MessageSent, WorkNote } from '#shared/plan.ts';
import type { Sql } from '../sql.ts';

/** Of a row of `plan_row r`: what somebody said of its work, as `noteOf` reads it. */
export const noteColumn =
	'(SELECT json_array(n.kind, n.reason, n.user, n.noted_at) FROM plan_row_note n WHERE n.plan = r.plan AND n.id = r.id) AS note';
export const noteKindColumn = '(SELECT n.kind FROM plan_row_note n WHERE n.plan = r.plan AND n.id = r.id)';

/** A text that `noteColumn` made. */
export const noteOf = (text: string): WorkNote => {
	const [kind, reason, user, at] = JSON.parse(text) as [WorkNote['kind'], string | null, string, string];
	return kind === 'cannot' ? { kind, reason: reason ?? '', user, at } : { kind, user, at };
};

/** Rows that no person has to work on stay as they are; gives of how many it was said. For use inside a transaction. */
export const writeNotes = (sql: Sql, plan: number, ids: readonly number[], note: WorkNote | null): number => {
	const wanted = JSON.stringify(ids);
	if (note === null) {
		return sql.run('DELETE FROM plan_row_note WHERE plan = ? AND id IN (SELECT value FROM json_each(?))', [plan, wanted]);
	}
	return sql.run(
		`INSERT OR REPLACE INTO plan_row_note (plan, id, kind, reason, user, noted_at)
		SELECT plan, id, ?, ?, ?, ? FROM plan_row
		WHERE plan = ? AND outcome IN ('guided', 'needs-person') AND id IN (SELECT value FROM json_each(?))`,
		[note.kind, note.kind === 'cannot' ? note.reason : null, note.user, note.at, plan, wanted],
	);
};

/** For use inside a transaction. `null`: it was not sent after all. */
export const writeMessageSent = (sql: Sql, plan: number, domain: string, to: OwnerAudience, sent: MessageSent | null): void => {
	if (sent === null) sql.run('DELETE FROM message_sent WHERE plan = ? AND domain = ? AND audience = ?', [plan, domain, to]);
	else {
		sql.run('INSERT OR REPLACE INTO message_sent (plan, domain, audience, user, sent_at) VALUES (?, ?, ?, ?, ?)', [
			plan,
			domain,
			to,
			sent.user,
			sent.at,
		]);
	}
};

export const readMessagesSent = (
	sql: Sql,
	plan: number,
): readonly (MessageSent & { readonly domain: string; readonly to: OwnerAudience })[] =>
	sql.all('SELECT domain, audience AS "to", user, sent_at AS at FROM message_sent WHERE plan = ? ORDER BY domain, audience', [plan]);
