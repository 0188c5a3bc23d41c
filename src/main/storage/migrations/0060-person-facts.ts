/**
 * What a verdict rests on, in short, so that a run can be judged again under other settings. Thousands of rows have the same
 * facts: they are stored once, and the row that is written with its verdict anyway says which.
 */
export const personFacts = {
	id: 60,
	sql: `
CREATE TABLE person_facts (
	key INTEGER PRIMARY KEY,
	facts TEXT NOT NULL UNIQUE
) STRICT;

ALTER TABLE run_row ADD COLUMN facts INTEGER;
`,
} as const;
