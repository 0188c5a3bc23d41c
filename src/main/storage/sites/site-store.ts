import type { UserManagement } from '#shared/customer-access.ts';
import type { Door } from '#shared/door.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteInfo } from '#shared/run.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** A site as it is stored: never a token, those are in the keychain. */
export interface SiteRecord extends Omit<SiteInfo, 'signIn' | 'hasApiToken' | 'hasOrgApiKey'> {
	/** `null`: where its cloud lets people sign in. */
	readonly authUrl: string | null;
}

/** How people sign in to a site, and what was found out by it. */
export type StoredSignIn = Pick<SiteRecord, 'oauth' | 'email' | 'door' | 'tokenExpiresOn'>;

export interface SiteStore {
	/** By name. */
	list(): readonly SiteRecord[];
	/** Case of the name does not matter. Fails with `site-not-found`. */
	get(name: string): Outcome<SiteRecord>;
	/** Fails with `site-name-taken`; names that differ in case only are the same. */
	add(record: SiteRecord): Outcome<null>;
	/** What belongs to the site goes by its new name. Fails with `site-not-found` and `site-name-taken`. */
	edit(name: string, to: Pick<SiteRecord, 'name' | 'email' | 'deskKey'>): Outcome<null>;
	/** Fails with `site-not-found`. */
	setClient(name: string, client: string | null): Outcome<null>;
	/** All that belongs to one way of signing in, at once. Fails with `site-not-found`. */
	setSignIn(name: string, signIn: StoredSignIn): Outcome<null>;
	/** Fails with `site-not-found`. */
	setDoor(name: string, door: Door | null): Outcome<null>;
	/** Fails with `site-not-found`. */
	setReadOnly(name: string, readOnly: boolean): Outcome<null>;
	/** Of every site with this address. */
	setManagement(url: string, management: UserManagement): Outcome<null>;
	/** Runs keep what they know of the site. Fails with `site-not-found`. */
	remove(name: string): Outcome<null>;
}

const columns = `name, url, admin_url AS adminUrl, gateway_url AS gatewayUrl, email, org_id AS orgId, management, added_at AS addedAt,
	client, token_expires_on AS tokenExpiresOn, desk_key AS deskKey, door, cloud_id AS cloudId, read_only AS readOnly,
	auth_url AS authUrl, oauth_client_id AS clientId, oauth_callback_port AS callbackPort`;

type Row = Omit<SiteRecord, 'door' | 'readOnly' | 'oauth'> & {
	readonly clientId: string | null;
	readonly callbackPort: number | null;
	readonly door: Door['via'] | null;
	readonly cloudId: string | null;
	readonly readOnly: number;
};

const recordOf = ({ door, cloudId, readOnly, clientId, callbackPort, ...rest }: Row): SiteRecord => ({
	...rest,
	door: door === 'gateway' && cloudId !== null ? { via: door, cloudId } : door === 'site' ? { via: door } : null,
	readOnly: readOnly === 1,
	oauth: clientId === null || callbackPort === null ? null : { clientId, callbackPort },
});

const doorValues = (door: Door | null): readonly [string | null, string | null] => [
	door?.via ?? null,
	door?.via === 'gateway' ? door.cloudId : null,
];

/** Whatever else is of a site by its name, in a column `site`. */
export const tablesBySiteName = ['list_mapping', 'list_draft'] as const;

export const createSiteStore = (sql: Sql): SiteStore => ({
	list: () => sql.all<Row>(`SELECT ${columns} FROM site ORDER BY name`).map(recordOf),
	get: (name) =>
		attempt(() => {
			const found = sql.get<Row>(`SELECT ${columns} FROM site WHERE name = ?`, [name]);
			return found === undefined ? failed('site-not-found', { name }) : done(recordOf(found));
		}),
	add: (site) =>
		attempt(() => {
			const added = sql.run(
				`INSERT INTO site (name, url, admin_url, gateway_url, email, org_id, management, added_at, client, token_expires_on, read_only,
					desk_key, auth_url, oauth_client_id, oauth_callback_port)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
				[
					site.name,
					site.url,
					site.adminUrl,
					site.gatewayUrl,
					site.email,
					site.orgId,
					site.management,
					site.addedAt,
					site.client,
					site.tokenExpiresOn,
					Number(site.readOnly),
					site.deskKey,
					site.authUrl,
					site.oauth?.clientId ?? null,
					site.oauth?.callbackPort ?? null,
				],
			);
			return added === 0 ? failed('site-name-taken', { name: site.name }) : done(null);
		}),
	edit: (name, { name: newName, email, deskKey }) =>
		attempt(() =>
			sql.transaction(() => {
				const found = sql.get<Pick<SiteRecord, 'name' | 'url' | 'email'>>('SELECT name, url, email FROM site WHERE name = ?', [name]);
				if (found === undefined) return failed('site-not-found', { name });
				const taken = sql.column('SELECT 1 FROM site WHERE name = ? AND name <> ?', [newName, found.name]).length > 0;
				if (taken) return failed('site-name-taken', { name: newName });
				// Until all of it goes by the new name.
				sql.script('PRAGMA defer_foreign_keys = ON');
				sql.run('UPDATE site SET name = ?, email = ?, desk_key = ? WHERE name = ?', [newName, email, deskKey, name]);
				// Another account's token may be let in elsewhere.
				if (email !== found.email) sql.run('UPDATE site SET door = NULL, cloud_id = NULL WHERE name = ?', [newName]);
				for (const table of tablesBySiteName) sql.run(`UPDATE ${table} SET site = ? WHERE site = ?`, [newName, name]);
				sql.run('UPDATE run SET site_name = ? WHERE site_name = ? COLLATE NOCASE AND site_url = ?', [newName, name, found.url]);
				return done(null);
			}),
		),
	setClient: (name, client) =>
		attempt(() => {
			const changed = sql.run('UPDATE site SET client = ? WHERE name = ?', [client, name]);
			return changed === 0 ? failed('site-not-found', { name }) : done(null);
		}),
	setSignIn: (name, { oauth, email, door, tokenExpiresOn }) =>
		attempt(() => {
			const changed = sql.run(
				`UPDATE site SET oauth_client_id = ?, oauth_callback_port = ?, email = ?, door = ?, cloud_id = ?, token_expires_on = ?
				WHERE name = ?`,
				[oauth?.clientId ?? null, oauth?.callbackPort ?? null, email, ...doorValues(door), tokenExpiresOn, name],
			);
			return changed === 0 ? failed('site-not-found', { name }) : done(null);
		}),
	setDoor: (name, door) =>
		attempt(() => {
			const changed = sql.run('UPDATE site SET door = ?, cloud_id = ? WHERE name = ?', [...doorValues(door), name]);
			return changed === 0 ? failed('site-not-found', { name }) : done(null);
		}),
	setReadOnly: (name, readOnly) =>
		attempt(() => {
			const changed = sql.run('UPDATE site SET read_only = ? WHERE name = ?', [Number(readOnly), name]);
			return changed === 0 ? failed('site-not-found', { name }) : done(null);
		}),
	setManagement: (url, management) =>
		attempt(() => {
			sql.run('UPDATE site SET management = ? WHERE url = ?', [management, url]);
			return done(null);
		}),
	remove: (name) =>
		attempt(() => (sql.run('DELETE FROM site WHERE name = ?', [name]) === 0 ? failed('site-not-found', { name }) : done(null))),
});
