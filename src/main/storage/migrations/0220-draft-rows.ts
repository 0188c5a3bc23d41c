/**
 * What was changed in a list that is not checked yet, by the place in its file: a correction in a long list with many stores itself
 * alone. `rows`: as JSON, the row of that place and those that came out of a cell of it.
 */
export const draftRows = {
	id: 220,
	sql: `
CREATE TABLE list_draft_row (
	draft TEXT NOT NULL REFERENCES list_draft(id) ON DELETE CASCADE,
	line INTEGER NOT NULL,
	nth INTEGER NOT NULL,
	rows TEXT NOT NULL,
	PRIMARY KEY (draft, line, nth)
) STRICT;

INSERT INTO list_draft_row (draft, line, nth, rows)
	SELECT d.id, r.value ->> '$.line', r.value ->> '$.nth', json_group_array(json(r.value))
	FROM list_draft d, json_each(d.work, '$.rows') r GROUP BY 1, 2, 3;
UPDATE list_draft SET work = json_remove(work, '$.rows');
`,
} as const;
