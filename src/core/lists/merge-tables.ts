import type { ArrangedTable, GivenTexts, TableToArrange } from './arrange-list.ts';
import { RowTable } from './row-table.ts';
import { titleKey } from './title-words.ts';

/** A table that is a list by itself. */
export interface PartOfList {
	readonly table: Pick<TableToArrange, 'columns' | 'mapping'>;
	readonly arranged: ArrangedTable;
}

/** Puts tables below the first one: each column below the one of the same use or title, and what is left in columns of its own. */
export function* mergeTables(
	first: PartOfList,
	others: readonly PartOfList[],
): Generator<void, { readonly columns: readonly string[]; readonly rows: RowTable; readonly given: GivenTexts }> {
	const rows = new RowTable();
	const columns = [...first.table.columns];
	const given = new Map<number, ReadonlyMap<number, string>>();
	for (const part of [first, ...others]) {
		const placeOf = part === first ? (column: number) => column : placesIn(columns, first, part);
		const { arranged } = part;
		for (let index = 0; index < arranged.rows.length; index++) {
			const row = arranged.rows.at(index);
			const texts = arranged.given.get(index);
			if (texts !== undefined) given.set(rows.length, new Map([...texts].map(([column, text]) => [placeOf(column), text])));
			const cells: string[] = [];
			for (const [column, cell] of row.cells.entries()) {
				const place = placeOf(column);
				while (cells.length < place) cells.push('');
				cells[place] = cell;
			}
			rows.add({ ...row, cells });
			if (index % 256 === 0) yield;
		}
	}
	return { columns, rows, given };
}

/** Adds the columns that are missing. */
const placesIn = (columns: string[], first: PartOfList, { table }: PartOfList): ((column: number) => number) => {
	const places: number[] = [];
	const { mapping } = first.table;
	for (const [column, title] of table.columns.entries()) {
		const isFree = (place: number) => place !== -1 && !places.includes(place);
		const use = column === table.mapping.email ? mapping.email : sameUse(column, table.mapping, mapping);
		const titled = columns.findIndex((one) => titleKey(one) === titleKey(title) && titleKey(title) !== '');
		places[column] = use !== null && isFree(use) ? use : isFree(titled) && titled !== mapping.email ? titled : columns.push(title) - 1;
	}
	return (column) => (places[column] ??= columns.push(`Column ${columns.length + 1}`) - 1);
};

const sameUse = (column: number, own: TableToArrange['mapping'], first: TableToArrange['mapping']): number | null => {
	for (const field of ['name', 'organisation'] as const) {
		if (own[field] === column && typeof first[field] === 'number') return first[field];
		const [ownParts, firstParts] = [own[field], first[field]];
		if (ownParts === null || firstParts === null || typeof ownParts === 'number' || typeof firstParts === 'number') continue;
		if (!('columns' in ownParts) || !('columns' in firstParts)) continue;
		const place = firstParts.columns[ownParts.columns.indexOf(column)];
		if (ownParts.columns.includes(column) && place !== undefined) return place;
	}
	return null;
};
