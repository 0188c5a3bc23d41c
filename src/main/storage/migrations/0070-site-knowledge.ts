/**
 * What a site lets us see, by what it was asked last; whose site it is; and until when its API token is said to last, because
 * no call tells.
 */
export const siteKnowledge = {
	id: 70,
	sql: `
CREATE TABLE site_check (
	site_url TEXT NOT NULL,
	probe TEXT NOT NULL,
	answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'open')),
	reason TEXT NOT NULL,
	details TEXT NOT NULL,
	at TEXT NOT NULL,
	PRIMARY KEY (site_url, probe)
) STRICT, WITHOUT ROWID;

ALTER TABLE site ADD COLUMN client TEXT;
ALTER TABLE site ADD COLUMN token_expires_on TEXT;
`,
} as const;
