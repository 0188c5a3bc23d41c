/**
 * The domain of a row's address, so that rows are chosen and counted by it on an index. Stored rather than generated: SQLite
 * takes the index of a generated column for no covering one and looks up every row. Rows that hold no address have none.
 */
export const rowDomains = {
	id: 90,
	sql: `
ALTER TABLE run_row ADD COLUMN domain TEXT;

UPDATE run_row SET domain = lower(substr(email, length(rtrim(email, replace(email, '@', ''))) + 1))
WHERE instr(email, '@') > 0
	AND (SELECT s.read ->> 'valid' FROM run_row_source s WHERE s.run = run_row.run AND s.id = run_row.id);

CREATE INDEX run_row_by_domain ON run_row (run, domain, id);
`,
} as const;
