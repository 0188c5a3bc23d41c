import { type Column, readWidths, type Widths } from '../columns/column-layout.ts';
import { makeKeptLayout, useTaken } from '../columns/kept-layout.ts';

export type PeopleColumn = 'email' | 'name' | 'before' | 'after' | 'done';

export const peopleColumns: readonly Column<PeopleColumn>[] = [
	{ id: 'email', leastPx: 150, share: 1.6, leaves: null },
	{ id: 'name', leastPx: 90, share: 1, leaves: 1 },
	{ id: 'before', leastPx: 120, share: 1.2, leaves: null },
	{ id: 'after', leastPx: 120, share: 1.2, leaves: null },
	{ id: 'done', leastPx: 120, share: 1.3, leaves: null },
];

/** The space at both ends of a line. */
export const fixedPx = 24;
const key = 'compare.columns';
const ids = peopleColumns.map(({ id }) => id);

const readKept = (text: string): Widths<PeopleColumn> => {
	try {
		return readWidths(JSON.parse(text), ids);
	} catch {
		return {};
	}
};

export const usePeopleWidths = makeKeptLayout<Widths<PeopleColumn>>(key, {}, readKept);
export const useKeptPeopleWidths = (): void => useTaken(key, usePeopleWidths.getState().take);
