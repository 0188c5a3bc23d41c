import type { ListRow } from '#core/lists/list.ts';
import { readAddressOf, stored } from './run-records.ts';
import type { Sql } from '../sql.ts';

interface ListRecord {
	readonly id: number;
	readonly row: number;
	readonly cells: string;
	readonly original: string;
	readonly email: string;
	readonly read: string;
	readonly name: string | null;
	readonly organisation: string | null;
	readonly repeats: number | null;
	readonly suggestion: string | null;
}

const pageSize = 500;

/** The list as it was when the run began, corrections included, page by page. */
export function* readListRows(sql: Sql, key: number): Generator<readonly ListRow[]> {
	for (let after = -1; ; ) {
		const page = sql.all<ListRecord>(
			`SELECT r.id, r.row, s.cells, s.original, r.email, s.read, r.name, r.organisation, r.repeats, s.suggestion
			FROM run_row r JOIN run_row_source s USING (run, id) WHERE r.run = ? AND r.id > ? ORDER BY r.id LIMIT ${pageSize}`,
			[key, after],
		);
		yield page.map((record): ListRow => {
			const { row, original, name, organisation, repeats, suggestion } = record;
			const cells = stored<string[]>(record.cells);
			return { row, cells, original, read: readAddressOf(record), displayName: name, organisation, repeats, suggestion };
		});
		const last = page.at(-1);
		if (last === undefined || page.length < pageSize) return;
		after = last.id;
	}
}
