import type { RowFilter, RowSort } from '#shared/run.ts';
import { foldForSearch } from './run-records.ts';
import type { SqlValue } from './sql.ts';

export interface Query {
	readonly text: string;
	readonly params: readonly SqlValue[];
}

/** Rows of a list are stored in its order, so `row` and `id` sort alike and `id` is the table's own order. */
const orderings: Readonly<Record<RowSort['by'], string | null>> = {
	row: null,
	email: 'email COLLATE NOCASE',
	name: 'name COLLATE NOCASE',
	organisation: 'organisation COLLATE NOCASE',
	cause: 'cause',
	certainty: 'certainty',
};

/** Ids of all rows of run `key`, in order: a walk over one index. Equal rows stay in the list's order (or its reverse). */
export function orderedIdsQuery(key: number, sort: RowSort): Query {
	const direction = sort.descending ? 'DESC' : 'ASC';
	const column = orderings[sort.by];
	const order = column === null ? `id ${direction}` : `${column} ${direction}, id ${direction}`;
	return { text: `SELECT id FROM run_row WHERE run = ? ORDER BY ${order}`, params: [key] };
}

/** Ids of the rows that fit, in no order: one walk over the table, or over the index of causes. */
export function fittingIdsQuery(key: number, filter: RowFilter): Query {
	const where = conditions(key, filter);
	return { text: `SELECT id FROM run_row WHERE ${where.text}`, params: where.params };
}

/**
 * The cause of every row that fits the filter's text and certainties (its causes are ignored). Counted by the caller:
 * GROUP BY would walk the index of causes and look up each row from there, three times as slow.
 */
export function fittingCausesQuery(key: number, filter: RowFilter): Query {
	const where = conditions(key, { ...filter, causes: undefined });
	return { text: `SELECT cause FROM run_row WHERE ${where.text}`, params: where.params };
}

/** True where the summary is the run's own, which is kept as counters. */
export function countsEveryRow(filter: RowFilter): boolean {
	return filter.certainties === undefined && soughtText(filter) === '';
}

/** True where every row fits. */
export function fitsEveryRow(filter: RowFilter): boolean {
	return filter.causes === undefined && countsEveryRow(filter);
}

/** Lists go in as JSON, so that the number of different statements stays small. An empty list fits no row. */
function conditions(key: number, filter: RowFilter): Query {
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
	const text = soughtText(filter);
	if (text !== '') {
		// instr, not LIKE: what a person types is looked for as it stands, `%` and `_` too.
		parts.push('instr(search, ?) > 0');
		params.push(text);
	}
	return { text: parts.join(' AND '), params };
}

function soughtText(filter: RowFilter): string {
	return foldForSearch((filter.text ?? '').trim());
}
