/**
 * Plans, the journal of their changes, and the audit log that tells it. What was planned is never taken back: a run that
 * has plans cannot be deleted, a line of the journal or of the log neither. `change.id` is the number of the entry that
 * told its intent, so each is found from the other. `plan_count` answers how many rows fit without looking at them.
 */
export const plansAndAudit = {
	id: 20,
	sql: `
CREATE TABLE audit (
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	account TEXT NOT NULL,
	user TEXT NOT NULL,
	host TEXT NOT NULL CHECK (host IN ('electron', 'browser', 'cli')),
	site TEXT NOT NULL,
	event TEXT NOT NULL,
	details TEXT NOT NULL,
	hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_without_gaps BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'the audit log has no gaps'); END;

CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is only appended to'); END;

CREATE TRIGGER audit_kept BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is only appended to'); END;

CREATE TABLE plan (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE RESTRICT,
	desk TEXT NOT NULL,
	created_at TEXT NOT NULL,
	finished_at TEXT,
	choices TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'paused', 'stopped', 'finished')),
	stop TEXT,
	confirm TEXT,
	people TEXT NOT NULL,
	confirmed_at TEXT,
	estimate TEXT NOT NULL,
	row_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX plan_by_run ON plan (run, key);

CREATE TABLE plan_count (
	plan INTEGER NOT NULL REFERENCES plan(key) ON DELETE RESTRICT,
	outcome TEXT NOT NULL,
	remedy TEXT NOT NULL,
	rows INTEGER NOT NULL,
	PRIMARY KEY (plan, outcome, remedy)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_row (
	plan INTEGER NOT NULL REFERENCES plan(key) ON DELETE RESTRICT,
	id INTEGER NOT NULL,
	remedy TEXT NOT NULL,
	steps TEXT NOT NULL,
	before_cause TEXT NOT NULL,
	before_certainty TEXT NOT NULL,
	accounts TEXT NOT NULL,
	phase TEXT NOT NULL DEFAULT 'waiting' CHECK (phase IN ('waiting', 'changing', 'verifying', 'ended')),
	outcome TEXT NOT NULL DEFAULT 'not-reached',
	failure TEXT,
	said TEXT,
	billable TEXT NOT NULL DEFAULT '[]',
	after_cause TEXT,
	after_certainty TEXT,
	after_seq INTEGER REFERENCES audit(seq),
	PRIMARY KEY (plan, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX plan_row_in_order ON plan_row (plan, id, outcome, remedy);

CREATE TABLE plan_row_evidence (
	plan INTEGER NOT NULL,
	id INTEGER NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (plan, id),
	FOREIGN KEY (plan, id) REFERENCES plan_row (plan, id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE change (
	id INTEGER PRIMARY KEY REFERENCES audit(seq),
	plan INTEGER NOT NULL,
	row_id INTEGER NOT NULL,
	step TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'intent'
		CHECK (state IN ('intent', 'applied', 'rejected', 'unknown', 'not-applied', 'needs-person')),
	asked TEXT NOT NULL,
	answered TEXT NOT NULL DEFAULT 'null',
	intent_at TEXT NOT NULL,
	settled_at TEXT,
	settled_seq INTEGER REFERENCES audit(seq),
	FOREIGN KEY (plan, row_id) REFERENCES plan_row (plan, id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX change_by_row ON change (plan, row_id, id);
CREATE INDEX change_removed ON change (plan, row_id) WHERE step = 'remove' AND state = 'applied';

CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the journal is kept'); END;

CREATE TABLE change_lease (
	site_url TEXT NOT NULL PRIMARY KEY,
	holder TEXT NOT NULL,
	expires_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
	key TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
