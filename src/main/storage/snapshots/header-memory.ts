import { createHash } from 'node:crypto';
import { readMemory } from '#core/admin-files/header-memory.ts';
import type { AdminFileMemory } from '#core/admin-files/open-admin-file.ts';
import { done } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

/** A header can be long: two hundred columns have names of their own. */
const keyOf = (fingerprint: string): string => createHash('sha256').update(fingerprint).digest('hex');

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

export const createAdminFileMemory = (sql: Sql): AdminFileMemory => ({
	recall: (kind, fingerprint) => {
		const [said] = sql.column<string>('SELECT said FROM export_header WHERE kind = ? AND header = ?', [kind, keyOf(fingerprint)]);
		return said === undefined ? null : readMemory(parse(said));
	},
	keep: (kind, fingerprint, memory) =>
		attempt(() => {
			sql.run('INSERT INTO export_header (kind, header, said) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET said = excluded.said', [
				kind,
				keyOf(fingerprint),
				// Stored by the names of the first version.
				JSON.stringify({ columns: memory.columns, said: memory.meanings }),
			]);
			return done(null);
		}),
});
