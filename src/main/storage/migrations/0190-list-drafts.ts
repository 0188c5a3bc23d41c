/**
 * A list that was opened and is not checked yet: its file, compressed and in pieces, and all that was chosen and corrected.
 * Whoever removes a site wants nothing of that client kept, so its drafts go with it. `desk_key` of a site: the service project
 * that is chosen for the next list.
 */
export const listDrafts = {
	id: 190,
	sql: `
CREATE TABLE list_draft (
	id TEXT NOT NULL PRIMARY KEY,
	name TEXT NOT NULL,
	site TEXT COLLATE NOCASE REFERENCES site(name) ON DELETE CASCADE,
	origin TEXT NOT NULL CHECK (origin IN ('file', 'pasted')),
	work TEXT NOT NULL,
	rows INTEGER NOT NULL,
	corrected INTEGER NOT NULL,
	left_out INTEGER NOT NULL,
	kept_at TEXT NOT NULL,
	complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;

CREATE INDEX list_draft_by_site ON list_draft (site);

CREATE TABLE list_draft_piece (
	draft TEXT NOT NULL REFERENCES list_draft(id) ON DELETE CASCADE,
	piece INTEGER NOT NULL,
	bytes TEXT NOT NULL,
	PRIMARY KEY (draft, piece)
) STRICT;

ALTER TABLE site ADD COLUMN desk_key TEXT;
`,
} as const;
