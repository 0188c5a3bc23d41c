/**
 * Sites, runs and their rows. A row is in three tables by how it is used: `run_row` is narrow, because sorting and
 * filtering walk all of it; `run_row_source` is written once, when the list is stored; `run_row_evidence` once, with
 * the verdict. `run_count` keeps the rows by cause, so that ten progress messages a second count nothing.
 */
export const runsAndSites = {
	id: 10,
	sql: `
CREATE TABLE site (
	name TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
	url TEXT NOT NULL,
	admin_url TEXT NOT NULL,
	email TEXT NOT NULL,
	org_id TEXT,
	management TEXT NOT NULL CHECK (management IN ('centralized', 'original')),
	added_at TEXT NOT NULL
) STRICT;

CREATE TABLE run (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	list_name TEXT NOT NULL,
	columns TEXT NOT NULL,
	site_name TEXT NOT NULL,
	site_url TEXT NOT NULL,
	site_admin_url TEXT NOT NULL,
	site_org_id TEXT,
	desk_key TEXT,
	desk TEXT,
	mode TEXT NOT NULL CHECK (mode IN ('live', 'offline')),
	access TEXT NOT NULL,
	started_at TEXT NOT NULL,
	finished_at TEXT,
	state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'finished')),
	stop TEXT,
	calls TEXT NOT NULL DEFAULT '{}',
	findings TEXT NOT NULL DEFAULT '[]',
	row_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE run_count (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	cause TEXT NOT NULL,
	rows INTEGER NOT NULL,
	PRIMARY KEY (run, cause)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_row (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	id INTEGER NOT NULL,
	row INTEGER NOT NULL,
	email TEXT NOT NULL,
	name TEXT,
	organisation TEXT,
	search TEXT NOT NULL,
	repeats INTEGER,
	suggestion TEXT,
	cause TEXT NOT NULL DEFAULT 'not-checked',
	certainty TEXT NOT NULL DEFAULT 'unknown' CHECK (certainty IN ('proven', 'likely', 'unknown')),
	remedy TEXT,
	PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_row_by_cause ON run_row (run, cause, id);
CREATE INDEX run_row_by_email ON run_row (run, email COLLATE NOCASE, id);
CREATE INDEX run_row_by_name ON run_row (run, name COLLATE NOCASE, id);
CREATE INDEX run_row_by_organisation ON run_row (run, organisation COLLATE NOCASE, id);

CREATE TABLE run_row_source (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	id INTEGER NOT NULL,
	cells TEXT NOT NULL,
	original TEXT NOT NULL,
	read TEXT NOT NULL,
	suggestion TEXT,
	PRIMARY KEY (run, id)
) STRICT;

CREATE TABLE run_row_evidence (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	id INTEGER NOT NULL,
	evidence TEXT NOT NULL,
	PRIMARY KEY (run, id)
) STRICT;

CREATE TABLE run_answer (
	run INTEGER NOT NULL REFERENCES run(key) ON DELETE CASCADE,
	question TEXT NOT NULL,
	answer TEXT NOT NULL,
	PRIMARY KEY (run, question)
) STRICT;

CREATE TABLE lease (
	run INTEGER PRIMARY KEY REFERENCES run(key) ON DELETE CASCADE,
	holder TEXT NOT NULL,
	expires_at_ms INTEGER NOT NULL
) STRICT;
`,
} as const;
