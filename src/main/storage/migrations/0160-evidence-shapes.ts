/**
 * The evidence of most rows differs in whom it is about and when it was asked, and in nothing else. The rest of it, its shape,
 * is stored once a run (`storage/runs/evidence-shapes.ts`), and so are the times. A row without a shape holds its evidence
 * whole, as all rows did before. The index of causes goes: to keep it up took as long as all verdicts of a run, and one walk
 * over the narrow table finds and sorts them as well.
 */
export const evidenceShapes = {
	id: 160,
	sql: `
CREATE TABLE evidence_shape (
	key INTEGER PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	shape TEXT NOT NULL,
	UNIQUE (run, shape)
) STRICT;

CREATE TABLE evidence_times (
	key INTEGER PRIMARY KEY,
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	times TEXT NOT NULL
) STRICT;

CREATE INDEX evidence_times_by_run ON evidence_times (run);

ALTER TABLE run_row_evidence ADD COLUMN shape INTEGER;
ALTER TABLE run_row_evidence ADD COLUMN times INTEGER;

DROP INDEX run_row_by_cause;
`,
} as const;
