import type { RowSort } from '#shared/run.ts';
import type { Sql, SqlValue } from '../sql.ts';
import { type ColumnSort, orderedIdsQuery, type SharedColumn, sharedValuesQuery } from './row-queries.ts';

/** Ids of all rows of a run, in an order. */
export type SortedIds = (key: number, sort: RowSort) => readonly number[];

/** Rows put with their like instead of compared with each other: a third of the time. */
const readShared = (sql: Sql, key: number, by: SharedColumn, descending: boolean): readonly number[] => {
	const column = <Value extends SqlValue>(of: SharedColumn | 'id'): readonly Value[] => {
		const { text, params } = sharedValuesQuery(key, of);
		return sql.column<Value>(text, params);
	};
	const ids = column<number>('id');
	const groups = new Map<string, number[]>();
	for (const [at, value] of column<string>(by).entries()) {
		const id = ids[at];
		if (id === undefined) continue;
		const group = groups.get(value);
		if (group === undefined) groups.set(value, [id]);
		else group.push(id);
	}
	const sorted = [...groups.keys()].toSorted().flatMap((value) => groups.get(value) ?? []);
	return descending ? sorted.toReversed() : sorted;
};

/** 400 KB each, for a list of 100,000 rows. */
const mostKept = 4;

/**
 * No index is kept for names and organisations: sorting them takes a tenth of a second, once. They never change, so their
 * order is kept for the lists that were sorted last; whoever sorts the other way around gets the same one from its end.
 */
export const makeSortedIds = (sql: Sql): SortedIds => {
	const kept = new Map<string, Uint32Array>();
	const read = (key: number, sort: ColumnSort): readonly number[] => {
		const { text, params } = orderedIdsQuery(key, sort);
		return sql.column<number>(text, params);
	};
	return (key, sort) => {
		const { by, descending } = sort;
		if (by === 'cause' || by === 'certainty') return readShared(sql, key, by, descending);
		if (by !== 'name' && by !== 'organisation') return read(key, { by, descending });
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
