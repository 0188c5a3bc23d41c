/** Sites that people sign in to by an app that their company registered. Its secret is in the keychain. */
export const oauthApps = {
	id: 250,
	sql: `
ALTER TABLE site ADD COLUMN oauth_client_id TEXT;
ALTER TABLE site ADD COLUMN oauth_callback_port INTEGER;
ALTER TABLE site ADD COLUMN auth_url TEXT;
`,
} as const;
