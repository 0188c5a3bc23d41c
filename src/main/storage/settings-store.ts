import { done, type Outcome } from '#shared/outcome.ts';
import type { Sql } from './sql.ts';
import { attempt } from './store-failure.ts';

/** What this machine's user corrected, by key; `null` where nothing was. */
export interface SettingsStore {
	get(key: string): Outcome<string | null>;
	set(key: string, value: string | null): Outcome<null>;
}

export const createSettingsStore = (sql: Sql): SettingsStore => ({
	get: (key) => attempt(() => done(sql.column<string>('SELECT value FROM setting WHERE key = ?', [key])[0] ?? null)),
	set: (key, value) =>
		attempt(() => {
			if (value === null) sql.run('DELETE FROM setting WHERE key = ?', [key]);
			else sql.run('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [key, value]);
			return done(null);
		}),
});
