/** As whom, and of which cloud, a run asked: a plan of it is carried out by nobody else, and nowhere else. */
export const askedAs = {
	id: 150,
	sql: `
ALTER TABLE run ADD COLUMN asked_as TEXT;
`,
} as const;
