import type { UnmappedValue, ValueMap } from '#shared/admin-files.ts';
import type { SourceRow } from '#shared/lists.ts';
import { readAddress } from '../lists/read-address.ts';
import type { AdminFilePerson } from './admin-file.ts';
import { blankMeaning, meaningOf } from './meanings.ts';
import { isFurniture, totalIn } from './page-text.ts';

/** One piece of text that was copied from a page. */
interface Piece {
	readonly line: number;
	readonly text: string;
}

type Marked = Piece & ({ readonly is: 'address'; readonly email: string } | { readonly is: 'status' } | { readonly is: 'other' });

export interface ReadLines {
	readonly people: readonly AdminFilePerson[];
	readonly unmapped: readonly UnmappedValue[];
	/** How many there are in all, as the page says; `null` where it does not. */
	readonly total: number | null;
	/** The first line whose person has no status beside it; `null` where everybody has. */
	readonly withoutStatus: number | null;
}

const addressIn = (text: string): string | null => {
	const read = readAddress(text);
	if (read.valid) return read.address;
	// Name and address may stand in one cell.
	const found = text.match(/[^\s<>(),;]+@[^\s<>(),;]+/g) ?? [];
	const [only] = found.length === 1 ? found : [];
	const peeled = only === undefined ? null : readAddress(only);
	return peeled?.valid === true ? peeled.address : null;
};

const piecesOf = (rows: readonly SourceRow[]): readonly Piece[] =>
	rows.flatMap(({ row, cells }) =>
		cells.flatMap((cell) => cell.split(/\r?\n/).flatMap((text) => (text.trim() === '' ? [] : [{ line: row, text: text.trim() }]))),
	);

/** A page number or a menu is no status, whatever it could mean in a table. */
const isStatus = (text: string, meanings: ValueMap): boolean =>
	text.length > 1 && text.length < 60 && !isFurniture(text) && meaningOf('status', text, 'portal', meanings) !== null;

const mark = (piece: Piece, meanings: ValueMap): Marked => {
	const email = piece.text.includes('@') ? addressIn(piece.text) : null;
	if (email !== null) return { ...piece, is: 'address', email };
	return { ...piece, is: isStatus(piece.text, meanings) ? 'status' : 'other' };
};

/** Pieces from each address on up to the next. */
const groupByAddress = (marked: readonly Marked[]): readonly (readonly Marked[])[] => {
	const groups: Marked[][] = [];
	for (const piece of marked) {
		if (piece.is === 'address') groups.push([piece]);
		else groups.at(-1)?.push(piece);
	}
	return groups;
};

/**
 * The status of each person: on a page it stands behind the address, or before it, for everybody in the same way. `null`
 * for who has none or several.
 */
const statuses = (marked: readonly Marked[]): readonly (Piece | null)[] => {
	const groups = groupByAddress(marked);
	const only = (group: readonly Marked[]): Piece | null => {
		const found = group.filter(({ is }) => is === 'status');
		return found.length === 1 ? (found[0] ?? null) : null;
	};
	const behind = groups.map(only);
	const ahead = groupByAddress(marked.toReversed()).map(only).toReversed();
	const count = (found: readonly (Piece | null)[]): number => found.filter((one) => one !== null).length;
	return count(ahead) > count(behind) ? ahead : behind;
};

const mostUnmapped = 50;

/** Texts beside people without a status that might be one: names and dates do not stand there again and again. */
const unmappedOf = (marked: readonly Marked[], found: readonly (Piece | null)[]): readonly UnmappedValue[] => {
	const values = new Map<string, UnmappedValue>();
	for (const [index, group] of groupByAddress(marked).entries()) {
		if (found[index] !== null) continue;
		for (const { text, line, is } of group) {
			if (is !== 'other' || isFurniture(text) || /\d/.test(text) || text.includes('@')) continue;
			const known = values.get(text);
			values.set(
				text,
				known === undefined ? { role: 'status', column: '', value: text, count: 1, line } : { ...known, count: known.count + 1 },
			);
		}
	}
	return [...values.values()].filter(({ count }) => count > 1).slice(0, mostUnmapped);
};

const totalOf = (marked: readonly Marked[]): number | null =>
	marked.reduce<number | null>((total, { text }) => {
		const stated = totalIn(text);
		return stated === null ? total : Math.max(total ?? 0, stated);
	}, null);

/**
 * Reads what was copied from the Portal-only customers page and came as lines: a name, an address, a status, the menu, one
 * behind the other. Titles, page numbers and menus are left out.
 */
export const readLines = (rows: readonly SourceRow[], meanings: ValueMap): ReadLines => {
	const marked = piecesOf(rows).map((piece) => mark(piece, meanings));
	const found = statuses(marked);
	const addresses = marked.filter((piece) => piece.is === 'address');
	const people = addresses.map(({ email, line }, index): AdminFilePerson => {
		const status = found[index]?.text;
		const meaning = status === undefined ? blankMeaning('status', meanings) : meaningOf('status', status, 'portal', meanings);
		return {
			line,
			email,
			accountId: null,
			meanings: meaning === null ? {} : { status: meaning },
			cellTexts: status === undefined ? {} : { status },
			lastActive: null,
			groups: [],
			contradictedBy: null,
		};
	});
	const isBlankKnown = blankMeaning('status', meanings) !== null;
	const without = isBlankKnown ? -1 : found.indexOf(null);
	return {
		people,
		unmapped: isBlankKnown ? [] : unmappedOf(marked, found),
		total: totalOf(marked),
		withoutStatus: without < 0 ? null : (addresses[without]?.line ?? null),
	};
};
