import type { ColumnMapping } from '#shared/lists.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';
import { attempt } from '../store-failure.ts';

export interface RememberedMapping {
	readonly mapping: ColumnMapping;
	/** ISO 8601, UTC. */
	readonly usedAt: string;
}

/** What columns were taken for when a list with the same titles was last checked on the same site. */
export interface MappingStore {
	/** `header` is a fingerprint of the titles. */
	find(site: string, header: string): RememberedMapping | null;
	/** Does nothing where the site is not among the stored ones. */
	remember(site: string, header: string, remembered: RememberedMapping): Outcome<null>;
}

export const createMappingStore = (sql: Sql): MappingStore => ({
	find: (site, header) => {
		const found = sql.get<{ readonly mapping: string; readonly usedAt: string }>(
			'SELECT mapping, used_at AS usedAt FROM list_mapping WHERE site = ? AND header = ?',
			[site, header],
		);
		// Text this store wrote itself.
		return found === undefined ? null : { mapping: JSON.parse(found.mapping) as ColumnMapping, usedAt: found.usedAt };
	},
	remember: (site, header, { mapping, usedAt }) =>
		attempt(() => {
			sql.run(
				`INSERT INTO list_mapping (site, header, mapping, used_at) SELECT name, ?, ?, ? FROM site WHERE name = ?
					ON CONFLICT DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`,
				[header, JSON.stringify(mapping), usedAt, site],
			);
			return done(null);
		}),
});
