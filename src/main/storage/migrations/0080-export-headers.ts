/**
 * What somebody said of files of a kind with one header: which column is what, and what its values mean. Kept by the titles
 * in any order, so that the next export of the same console need not be explained again.
 */
export const exportHeaders = {
	id: 80,
	sql: `
CREATE TABLE export_header (
	kind TEXT NOT NULL CHECK (kind IN ('users', 'managed', 'domains', 'portal')),
	header TEXT NOT NULL,
	said TEXT NOT NULL,
	PRIMARY KEY (kind, header)
) STRICT, WITHOUT ROWID;
`,
} as const;
