import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';

/** Takes or prolongs the right to change a site; `site-busy` (with how long it may last) while another holder's has not run out. */
export const takeChangeLease = (sql: Sql, siteUrl: string, holder: string, nowMs: number, ttlMs: number): Outcome<null> => {
	const taken = sql.run(
		`INSERT INTO change_lease (site_url, holder, expires_at_ms) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET holder = excluded.holder, expires_at_ms = excluded.expires_at_ms
		WHERE holder = excluded.holder OR expires_at_ms <= ?`,
		[siteUrl, holder, nowMs + ttlMs, nowMs],
	);
	if (taken > 0) return done(null);
	const other = sql.get<{ holder: string; expires_at_ms: number }>('SELECT holder, expires_at_ms FROM change_lease WHERE site_url = ?', [
		siteUrl,
	]);
	return failed('site-busy', { site: siteUrl, holder: other?.holder ?? '', leftMs: Math.max(0, (other?.expires_at_ms ?? nowMs) - nowMs) });
};

/** False when another holder took it meanwhile. One that ran out but was not taken is still the holder's. */
export const renewChangeLease = (sql: Sql, siteUrl: string, holder: string, nowMs: number, ttlMs: number): boolean =>
	sql.run('UPDATE change_lease SET expires_at_ms = ? WHERE site_url = ? AND holder = ?', [nowMs + ttlMs, siteUrl, holder]) > 0;

export const releaseChangeLease = (sql: Sql, siteUrl: string, holder: string): void => {
	sql.run('DELETE FROM change_lease WHERE site_url = ? AND holder = ?', [siteUrl, holder]);
};
