/**
 * What somebody saw of a person on a page, where no call answers. Nothing is overwritten: the last word on a check counts, and one
 * without anything seen takes back those before. A run says which organisation it found, because most of this holds on all of
 * its sites.
 */
export const handChecks = {
	id: 120,
	sql: `
CREATE TABLE hand_check (
	key INTEGER PRIMARY KEY,
	address TEXT NOT NULL,
	site_url TEXT NOT NULL,
	org_id TEXT,
	check_id TEXT NOT NULL,
	seen TEXT,
	checked_at TEXT NOT NULL,
	account TEXT,
	user TEXT NOT NULL
) STRICT;

CREATE INDEX hand_check_by_address ON hand_check (address, key);

ALTER TABLE run ADD COLUMN org_id TEXT;
UPDATE run SET org_id = site_org_id;
`,
} as const;
