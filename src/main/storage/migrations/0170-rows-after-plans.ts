/**
 * What was seen of a row after a plan stands beside its diagnosis instead of in its place. Runs from before get their
 * diagnosis back from what their first plan kept of it: cause, certainty and remedy. How it was known was written over, and
 * goes with what was seen last.
 */
export const rowsAfterPlans = {
	id: 170,
	sql: `
CREATE TABLE run_row_after (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	id INTEGER NOT NULL,
	plan INTEGER NOT NULL REFERENCES plan(key) ON DELETE CASCADE,
	seen_at TEXT NOT NULL,
	cause TEXT NOT NULL,
	certainty TEXT NOT NULL CHECK (certainty IN ('proven', 'likely', 'unknown')),
	remedy TEXT,
	facts INTEGER REFERENCES person_facts(key),
	evidence TEXT NOT NULL,
	PRIMARY KEY (run, id)
) STRICT;

INSERT INTO run_row_after (run, id, plan, seen_at, cause, certainty, remedy, facts, evidence)
SELECT r.run, r.id, p.key, a.at, r.cause, r.certainty, r.remedy, r.facts, coalesce(e.evidence, '[]')
FROM plan p JOIN plan_row z ON z.plan = p.key AND z.after_cause IS NOT NULL JOIN audit a ON a.seq = z.after_seq
	JOIN run_row r ON r.run = p.run AND r.id = z.id LEFT JOIN run_row_evidence e ON e.run = r.run AND e.id = r.id
WHERE NOT EXISTS (
	SELECT 1 FROM plan p2 JOIN plan_row z2 ON z2.plan = p2.key
	WHERE p2.run = p.run AND z2.id = z.id AND z2.after_seq > z.after_seq);

DELETE FROM run_row_evidence WHERE (run, id) IN (SELECT run, id FROM run_row_after);

UPDATE run_row SET (cause, certainty, remedy, facts) = (
	SELECT f.before_cause, f.before_certainty,
		CASE f.remedy WHEN 'add-to-organisation' THEN NULL WHEN 'replace-with-portal-account' THEN 'ask-owning-organisation' ELSE f.remedy END,
		NULL
	FROM plan p JOIN plan_row f ON f.plan = p.key WHERE p.run = run_row.run AND f.id = run_row.id ORDER BY p.key LIMIT 1)
WHERE (run, id) IN (SELECT run, id FROM run_row_after);

DELETE FROM run_count WHERE run IN (SELECT run FROM run_row_after);
INSERT INTO run_count (run, cause, rows)
SELECT run, cause, count(*) FROM run_row WHERE run IN (SELECT run FROM run_row_after) GROUP BY run, cause;
`,
} as const;
