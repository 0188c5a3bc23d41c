/**
 * What the columns of a list were last taken for, by site and column titles. Whoever removes a site wants nothing of
 * that client kept, so its mappings go with it.
 */
export const listMappings = {
	id: 40,
	sql: `
CREATE TABLE list_mapping (
	site TEXT NOT NULL COLLATE NOCASE REFERENCES site(name) ON DELETE CASCADE,
	header TEXT NOT NULL,
	mapping TEXT NOT NULL,
	used_at TEXT NOT NULL,
	PRIMARY KEY (site, header)
) STRICT, WITHOUT ROWID;
`,
} as const;
