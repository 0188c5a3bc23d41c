/**
 * What was said of a site's customer access. Kept by the site's address, because a site that is taken off the list and put
 * back is the same one; nothing is overwritten, so that it can be told what a run rested on and who had said it.
 */
export const customerAccess = {
	id: 50,
	sql: `
CREATE TABLE site_access (
	key INTEGER PRIMARY KEY,
	site_url TEXT NOT NULL,
	declared_at TEXT NOT NULL,
	account TEXT NOT NULL,
	user TEXT NOT NULL,
	access TEXT NOT NULL,
	management TEXT CHECK (management IN ('centralized', 'original'))
) STRICT;

CREATE INDEX site_access_by_site ON site_access (site_url, key);
`,
} as const;
