/**
 * A run can be made against a snapshot, and says which. A long list is stored in several transactions: until the last
 * one the run is there for nobody (`complete = 0`), and what a dead process left of it is cleared away.
 */
export const offlineRuns = {
	id: 30,
	sql: `
ALTER TABLE run ADD COLUMN snapshot TEXT;
ALTER TABLE run ADD COLUMN complete INTEGER NOT NULL DEFAULT 1 CHECK (complete IN (0, 1));
CREATE INDEX run_incomplete ON run (key) WHERE complete = 0;
`,
} as const;
