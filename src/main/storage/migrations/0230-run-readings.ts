/** How the list of a run was read, beside it: runs are listed and watched without it. JSON; none of a run without a list. */
export const runReadings = {
	id: 230,
	sql: `
CREATE TABLE run_reading (
	run INTEGER NOT NULL PRIMARY KEY REFERENCES run(key) ON DELETE CASCADE,
	reading TEXT NOT NULL
) STRICT;
`,
} as const;
