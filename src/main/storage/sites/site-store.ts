import type { UserManagement } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** A site as it is stored: never a token, those are in the keychain. */
export interface SiteRecord {
	readonly name: string;
	readonly url: string;
	readonly adminUrl: string;
	/** The account the API token belongs to. */
	readonly email: string;
	readonly orgId: string | null;
	readonly management: UserManagement;
	/** ISO 8601, UTC. */
	readonly addedAt: string;
	/** Whose site it is. */
	readonly client: string | null;
	/** The day until which the API token is said to last. */
	readonly tokenExpiresOn: string | null;
}

export interface SiteStore {
	/** By name. */
	list(): readonly SiteRecord[];
	/** Case of the name does not matter. Fails with `site-not-found`. */
	get(name: string): Outcome<SiteRecord>;
	/** Fails with `site-name-taken`; names that differ in case only are the same. */
	add(record: SiteRecord): Outcome<null>;
	/** Fails with `site-not-found`. */
	setClient(name: string, client: string | null): Outcome<null>;
	/** The day the API token lasts until; `null` where nobody says. Fails with `site-not-found`. */
	setTokenExpiry(name: string, day: string | null): Outcome<null>;
	/** Of every site with this address. */
	setManagement(url: string, management: UserManagement): Outcome<null>;
	/** Runs keep what they know of the site. Fails with `site-not-found`. */
	remove(name: string): Outcome<null>;
}

const columns =
	'name, url, admin_url AS adminUrl, email, org_id AS orgId, management, added_at AS addedAt, client, token_expires_on AS tokenExpiresOn';

export const createSiteStore = (sql: Sql): SiteStore => ({
	list: () => sql.all<SiteRecord>(`SELECT ${columns} FROM site ORDER BY name`),
	get: (name) =>
		attempt(() => {
			const found = sql.get<SiteRecord>(`SELECT ${columns} FROM site WHERE name = ?`, [name]);
			return found === undefined ? failed('site-not-found', { name }) : done(found);
		}),
	add: (site) =>
		attempt(() => {
			const added = sql.run(
				`INSERT INTO site (name, url, admin_url, email, org_id, management, added_at, client, token_expires_on)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
				[site.name, site.url, site.adminUrl, site.email, site.orgId, site.management, site.addedAt, site.client, site.tokenExpiresOn],
			);
			return added === 0 ? failed('site-name-taken', { name: site.name }) : done(null);
		}),
	setClient: (name, client) =>
		attempt(() => {
			const changed = sql.run('UPDATE site SET client = ? WHERE name = ?', [client, name]);
			return changed === 0 ? failed('site-not-found', { name }) : done(null);
		}),
	setTokenExpiry: (name, day) =>
		attempt(() => {
			const changed = sql.run('UPDATE site SET token_expires_on = ? WHERE name = ?', [day, name]);
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
