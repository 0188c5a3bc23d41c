/**
 * What a person said of work that is left to people: of a row of a plan that it comes later, or cannot be done and why; of a
 * message to an owning organisation that it was sent. The last word counts.
 */
export const manualWork = {
	id: 200,
	sql: `
CREATE TABLE plan_row_note (
	plan INTEGER NOT NULL REFERENCES plan(key),
	id INTEGER NOT NULL,
	kind TEXT NOT NULL CHECK (kind IN ('later', 'cannot')),
	reason TEXT CHECK ((reason IS NULL) = (kind = 'later')),
	user TEXT NOT NULL,
	noted_at TEXT NOT NULL,
	PRIMARY KEY (plan, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_sent (
	plan INTEGER NOT NULL REFERENCES plan(key),
	domain TEXT NOT NULL,
	audience TEXT NOT NULL,
	user TEXT NOT NULL,
	sent_at TEXT NOT NULL,
	PRIMARY KEY (plan, domain, audience)
) STRICT, WITHOUT ROWID;
`,
} as const;
