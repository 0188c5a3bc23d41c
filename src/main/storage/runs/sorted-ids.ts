import type { RowSort } from '#shared/run.ts';
import type { Sql } from '../sql.ts';
import { orderedIdsQuery } from './row-queries.ts';

/** Ids of all rows of a run, in an order. */
export type SortedIds = (key: number, sort: RowSort) => readonly number[];

/** 400 KB each, for a list of 100,000 rows. */
const mostKept = 4;

/**
 * No index is kept for names and organisations: sorting them takes a tenth of a second, once. They never change, so their
 * order is kept for the lists that were sorted last; whoever sorts the other way around gets the same one from its end.
 */
export const makeSortedIds = (sql: Sql): SortedIds => {
	const kept = new Map<string, Uint32Array>();
	const read = (key: number, sort: RowSort): readonly number[] => {
		const { text, params } = orderedIdsQuery(key, sort);
		return sql.column<number>(text, params);
	};
	return (key, sort) => {
		const { by, descending } = sort;
		if (by !== 'name' && by !== 'organisation') return read(key, sort);
		// By the run's id: SQLite gives a key again whose run was deleted.
		const id = sql.column<string>('SELECT id FROM run WHERE key = ?', [key])[0] ?? '';
		const name = `${id} ${by}`;
		const ids = kept.get(name) ?? Uint32Array.from(read(key, { by, descending: false }));
		kept.delete(name);
		kept.set(name, ids);
		const [oldest] = kept.keys();
		if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		return Array.from(descending ? ids.toReversed() : ids);
	};
};
