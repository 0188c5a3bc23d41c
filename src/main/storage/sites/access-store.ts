import type { AccessDeclaration, CustomerAccess, UserManagement } from '#shared/customer-access.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

export interface AccessStore {
	/** Adds to what was said before; nothing of that is lost. */
	declare(siteUrl: string, declaration: AccessDeclaration): Outcome<null>;
	/** Newest first. */
	declarations(siteUrl: string, most: number): readonly AccessDeclaration[];
}

interface DeclarationRecord {
	readonly declared_at: string;
	readonly account: string;
	readonly user: string;
	readonly access: string;
	readonly management: UserManagement | null;
}

export const createAccessStore = (sql: Sql): AccessStore => ({
	declare: (siteUrl, { at, access, management, by }) =>
		attempt(() => {
			sql.run('INSERT INTO site_access (site_url, declared_at, account, user, access, management) VALUES (?, ?, ?, ?, ?, ?)', [
				siteUrl,
				at,
				by.account ?? '',
				by.user,
				JSON.stringify(access),
				management,
			]);
			return done(null);
		}),
	declarations: (siteUrl, most) =>
		sql
			.all<DeclarationRecord>(
				'SELECT declared_at, account, user, access, management FROM site_access WHERE site_url = ? ORDER BY key DESC LIMIT ?',
				[siteUrl, most],
			)
			.map(({ declared_at, account, user, access, management }) => ({
				at: declared_at,
				access: JSON.parse(access) as CustomerAccess,
				management,
				by: { account: account === '' ? null : account, user },
			})),
});
