/**
 * How many invitation e-mails a site may send a day, where somebody said so; and the journal's invitations by time, which are
 * counted before each further one.
 */
export const invitationMails = {
	id: 140,
	sql: `
CREATE TABLE mail_budget (
	site_url TEXT NOT NULL PRIMARY KEY,
	per_day INTEGER NOT NULL CHECK (per_day > 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_invitation ON change (intent_at) WHERE step = 'invite-customer';
`,
} as const;
