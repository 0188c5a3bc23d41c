/** A site of which no more than the address is known: nobody's account is stored for it. */
export const sitesByAddress = {
	id: 210,
	sql: `
ALTER TABLE site ADD COLUMN account TEXT;
UPDATE site SET account = email;
ALTER TABLE site DROP COLUMN email;
ALTER TABLE site RENAME COLUMN account TO email;
`,
} as const;
