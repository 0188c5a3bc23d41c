/** Who works on a run, or changes a site, is told by locks of the operating system (`storage/locks.ts`) from here on. */
export const noLeases = {
	id: 100,
	sql: `
DROP TABLE lease;
DROP TABLE change_lease;
`,
} as const;
