/**
 * What was stored can be deleted again. `deletion` names the runs that the transaction under way deletes: only then does a line
 * of the journal go, and an entry of the audit log lose the people it names; what else it says stays, and its hash. `wipe` holds
 * a line for as long as free pages, or the log of the database, may still hold what was deleted. `sent_mail` keeps of deleted
 * plans when they sent an invitation, because the site still counts it.
 */
export const deletion = {
	id: 180,
	sql: `
CREATE TABLE deletion (
	run INTEGER PRIMARY KEY REFERENCES run(key) ON DELETE CASCADE
) STRICT;

CREATE TABLE wipe (
	due_since TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE sent_mail (
	key INTEGER PRIMARY KEY,
	site_url TEXT NOT NULL,
	sent_at TEXT NOT NULL
) STRICT;

DROP TRIGGER change_kept;
CREATE TRIGGER change_kept BEFORE DELETE ON change
WHEN OLD.plan NOT IN (SELECT p.key FROM plan p JOIN deletion d ON d.run = p.run)
BEGIN SELECT raise(ABORT, 'the journal is kept'); END;

DROP TRIGGER audit_unchanged;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM deletion) OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.account <> OLD.account OR NEW.user <> OLD.user
	OR NEW.host <> OLD.host OR NEW.site <> OLD.site OR NEW.event <> OLD.event OR NEW.hash <> OLD.hash
BEGIN SELECT raise(ABORT, 'the audit log is only appended to'); END;
`,
} as const;
