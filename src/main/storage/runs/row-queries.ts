import type { RowFilter, RowSort, ValueKind } from '#shared/run.ts';
import { foldForSearch } from './run-records.ts';
import type { SqlValue } from '../sql.ts';

export interface Query {
	readonly text: string;
	readonly params: readonly SqlValue[];
}

/** Columns of which thousands of rows share one of a few values. */
export type SharedColumn = 'cause' | 'certainty';

/** An order that SQLite is asked for. */
export interface ColumnSort {
	readonly by: Exclude<RowSort['by'], SharedColumn>;
	readonly descending: boolean;
}

/** Rows of a list are stored in its order, so `row` and `id` sort alike and `id` is the table's own order. */
const orderings: Readonly<Record<ColumnSort['by'], { readonly table: string; readonly columns: readonly string[] }>> = {
	row: { table: 'run_row', columns: ['id'] },
	email: { table: 'run_address', columns: ['email', 'id'] },
	name: { table: 'run_row', columns: ['name COLLATE NOCASE', 'id'] },
	organisation: { table: 'run_row', columns: ['organisation COLLATE NOCASE', 'id'] },
};

/** Ids of all rows of run `key`, in order. Equal rows stay in the list's order (or its reverse). */
export const orderedIdsQuery = (key: number, { by, descending }: ColumnSort): Query => {
	const { table, columns } = orderings[by];
	const order = columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
	return { text: `SELECT id FROM ${table} WHERE run = ? ORDER BY ${order}`, params: [key] };
};

/** In list order: the value of every row of run `key`, beside whose ids it stands. */
export const sharedValuesQuery = (key: number, of: SharedColumn | 'id'): Query => ({
	text: `SELECT ${of} FROM run_row WHERE run = ? ORDER BY id`,
	params: [key],
});

/** Ids of the rows that fit, in no order: one walk over the table. */
export const fittingIdsQuery = (key: number, filter: RowFilter): Query => {
	const where = conditions(key, filter);
	return { text: `SELECT id FROM run_row WHERE ${where.text}`, params: where.params };
};

/** The same in the list's order: the table is walked in it anyway, and nothing has to be put together. */
export const fittingIdsInListOrderQuery = (key: number, filter: RowFilter, descending: boolean): Query => {
	const fitting = fittingIdsQuery(key, filter);
	return { text: `${fitting.text} ORDER BY id ${descending ? 'DESC' : 'ASC'}`, params: fitting.params };
};

/**
 * The cause of every row that fits the rest of the filter (its causes are ignored). Counted by the caller:
 * GROUP BY would sort them.
 */
export const fittingCausesQuery = (key: number, filter: RowFilter): Query => {
	const where = conditions(key, { ...filter, causes: undefined });
	return { text: `SELECT cause FROM run_row WHERE ${where.text}`, params: where.params };
};

/** The value of every row that fits the rest of the filter. Counted by the caller, as the causes are. */
export const fittingValuesQuery = (key: number, of: ValueKind, filter: RowFilter): Query => {
	const where = conditions(key, withoutValues(filter, of));
	return { text: `SELECT ${of} FROM run_row WHERE ${where.text}`, params: where.params };
};

const withoutValues = (filter: RowFilter, of: ValueKind): RowFilter =>
	of === 'domain' ? { ...filter, domains: undefined } : { ...filter, organisations: undefined };

/** Rows by domain, cause and certainty: one walk over the table. */
export const breakdownQuery = (key: number): Query => {
	const columns = 'domain, cause, certainty';
	return { text: `SELECT ${columns}, count(*) AS rows FROM run_row WHERE run = ? GROUP BY +domain, cause, certainty`, params: [key] };
};

/** True where the summary is the run's own, which is kept as counters. */
export const countsEveryRow = (filter: RowFilter): boolean => {
	const { certainties, domains, organisations } = filter;
	return certainties === undefined && domains === undefined && organisations === undefined && soughtText(filter) === '';
};

/** True where every row fits. */
export const fitsEveryRow = (filter: RowFilter): boolean => filter.causes === undefined && countsEveryRow(filter);

/** Lists go in as JSON, so that the number of different statements stays small. An empty list fits no row. */
const conditions = (key: number, filter: RowFilter): Query => {
	const parts = ['run = ?'];
	const params: SqlValue[] = [key];
	if (filter.causes !== undefined) {
		parts.push('cause IN (SELECT value FROM json_each(?))');
		params.push(JSON.stringify(filter.causes));
	}
	if (filter.certainties !== undefined) {
		parts.push('certainty IN (SELECT value FROM json_each(?))');
		params.push(JSON.stringify(filter.certainties));
	}
	if (filter.domains !== undefined) {
		parts.push('domain IN (SELECT value FROM json_each(?))');
		params.push(JSON.stringify(filter.domains));
	}
	if (filter.organisations !== undefined) {
		const isOneOf = 'organisation COLLATE NOCASE IN (SELECT value FROM json_each(?))';
		parts.push(filter.organisations.includes(null) ? `(${isOneOf} OR organisation IS NULL)` : isOneOf);
		params.push(JSON.stringify(filter.organisations.filter((value) => value !== null)));
	}
	const text = soughtText(filter);
	if (text !== '') {
		// instr, not LIKE: what a person types is looked for as it stands, `%` and `_` too.
		parts.push('instr(search, ?) > 0');
		params.push(text);
	}
	return { text: parts.join(' AND '), params };
};

const soughtText = (filter: RowFilter): string => foldForSearch((filter.text ?? '').trim());
