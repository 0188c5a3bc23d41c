import type { RowGroup } from '#core/runs/break-down.ts';
import type { RowFilter, ValueCount, ValueKind } from '#shared/run.ts';
import { breakdownQuery, fittingValuesQuery } from './row-queries.ts';
import type { Sql } from '../sql.ts';

/**
 * Every value with its rows, in no order. Organisations that differ in the case of A-Z are one, as they are for SQLite; it
 * is called as its first row says. Rows without an address are of no domain.
 */
export const readValues = (sql: Sql, key: number, of: ValueKind, filter: RowFilter): readonly ValueCount[] => {
	const { text, params } = fittingValuesQuery(key, of, filter);
	const counts = new Map<string | null, number>();
	for (const value of sql.column<string | null>(text, params)) counts.set(value, (counts.get(value) ?? 0) + 1);
	const merged = new Map<string | null, ValueCount>();
	for (const [value, rows] of counts) {
		const folded = value?.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) ?? null;
		const known = merged.get(folded);
		merged.set(folded, known === undefined ? { value, rows } : { ...known, rows: known.rows + rows });
	}
	const values = [...merged.values()];
	return of === 'domain' ? values.filter(({ value }) => value !== null) : values;
};

export const readBreakdown = (sql: Sql, key: number): readonly RowGroup[] => {
	const { text, params } = breakdownQuery(key);
	return sql.all<RowGroup>(text, params);
};
