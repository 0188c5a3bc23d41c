import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';

/** Takes or prolongs the lease; `run-busy` (with how long it may last) while another holder's has not run out. */
export const takeLease = (sql: Sql, key: number, runId: string, holder: string, nowMs: number, ttlMs: number): Outcome<null> => {
	const taken = sql.run(
		`INSERT INTO lease (run, holder, expires_at_ms) VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET holder = excluded.holder, expires_at_ms = excluded.expires_at_ms
		WHERE holder = excluded.holder OR expires_at_ms <= ?`,
		[key, holder, nowMs + ttlMs, nowMs],
	);
	if (taken > 0) return done(null);
	const other = sql.get<{ holder: string; expires_at_ms: number }>('SELECT holder, expires_at_ms FROM lease WHERE run = ?', [key]);
	return failed('run-busy', { runId, holder: other?.holder ?? '', leftMs: Math.max(0, (other?.expires_at_ms ?? nowMs) - nowMs) });
};

/** False when another holder took it meanwhile. One that ran out but was not taken is still the holder's. */
export const renewLease = (sql: Sql, key: number, holder: string, nowMs: number, ttlMs: number): boolean =>
	sql.run('UPDATE lease SET expires_at_ms = ? WHERE run = ? AND holder = ?', [nowMs + ttlMs, key, holder]) > 0;

export const releaseLease = (sql: Sql, key: number, holder: string): void => {
	sql.run('DELETE FROM lease WHERE run = ? AND holder = ?', [key, holder]);
};
