/**
 * How a site is reached: its gateway (`null`: that of its cloud), where its token was let in (`null`: not known; the cloud id
 * goes with the gateway), and whether its tokens may change anything.
 */
export const doors = {
	id: 130,
	sql: `
ALTER TABLE site ADD COLUMN gateway_url TEXT;
ALTER TABLE site ADD COLUMN door TEXT CHECK (door IN ('site', 'gateway'));
ALTER TABLE site ADD COLUMN cloud_id TEXT;
ALTER TABLE site ADD COLUMN read_only INTEGER NOT NULL DEFAULT 0 CHECK (read_only IN (0, 1));

ALTER TABLE run ADD COLUMN site_gateway_url TEXT;
`,
} as const;
