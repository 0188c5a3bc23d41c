import type { AdminFileFault, AdminFileKind } from '#shared/admin-files.ts';
import type { SourceRow } from '#shared/lists.ts';
import { type FoundTable, findTable, isNoise, statedTotal } from './find-table.ts';
import { isControl, isFurniture } from './page-text.ts';
import { recogniseKind } from './recognise-kind.ts';
import { holdsAddress } from '../lists/split-addresses.ts';

/** A file whose rows can be walked again. */
export interface AdminFileSource {
	readonly name: string;
	readonly rows: Iterable<SourceRow>;
	/** ISO 8601: when the file was last written; `null` for what was pasted. */
	readonly writtenAt: string | null;
}

/** What the first rows tell; enough to propose how the rest is read. */
export interface AdminFileSurvey {
	readonly kind: AdminFileKind | null;
	readonly layout: 'table' | 'lines';
	/** `null` for lines that have no titles. */
	readonly table: FoundTable | null;
	/** Rows with an address. */
	readonly people: readonly SourceRow[];
	/** The first rows of all that is content. */
	readonly content: readonly SourceRow[];
}

const headRows = 60;
const surveyedRows = 1000;

/** In what was copied piece by piece, many a row is one cell, and only one of several holds an address. */
const isInPieces = (content: readonly SourceRow[], { columns }: FoundTable): boolean => {
	const withAddress = content.filter(({ cells }) => cells.some(holdsAddress)).length;
	const single = content.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length === 1).length;
	return columns.length > 1 && single > content.length / 5 && withAddress < content.length * 0.8;
};

const isCopiedPage = (rows: readonly SourceRow[]): boolean =>
	rows.some(({ cells }) => statedTotal(cells) !== null || cells.some((cell) => isControl(cell) && !/^[\p{P}\p{S}\s]*$/u.test(cell)));

/** Looks at the beginning of a file. Resolves to a fault where nobody in it can be told from anybody. */
export const surveyAdminFile = (source: AdminFileSource): AdminFileSurvey | AdminFileFault => {
	const rows: SourceRow[] = [];
	for (const row of source.rows) {
		rows.push(row);
		if (rows.length === surveyedRows) break;
	}
	if (rows.length === 0) return 'empty';
	const table = findTable(rows.slice(0, headRows));
	const below = rows.slice(table?.contentFrom ?? 0);
	const content = below.filter(({ cells }) => (table === null ? !cells.every(isFurniture) : !isNoise(cells, table)));
	const people = content.filter(({ cells }) => cells.some(holdsAddress));
	if (people.length === 0) return content.length === 0 && table !== null ? 'header-only' : 'no-addresses';
	const kind = recogniseKind(table?.columns ?? [], source.name) ?? (isCopiedPage(rows) ? 'portal' : null);
	const mayBeLines = kind === null || kind === 'portal';
	if (table !== null && !(mayBeLines && isInPieces(content, table))) return { kind, layout: 'table', table, people, content };
	if (!mayBeLines) return 'no-header';
	return { kind: kind ?? (isCopiedPage(rows) ? 'portal' : null), layout: 'lines', table: null, people, content };
};
