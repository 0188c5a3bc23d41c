import type { RunRow } from '#shared/run.ts';
import { api, ask } from '../../api.ts';
import { tableWords } from '../../messages.ts';
import { putOnClipboard } from '../../ui/copy-text.ts';
import { showFailure, showInfo, useNotices } from '../../ui/notices.ts';
import { fittingColumns } from './columns/column-layout.ts';
import { useColumns } from './columns/columns.ts';
import { cellText } from './row-cells.tsx';
import { useRunView } from './run-view.ts';

/**
 * A spreadsheet takes a cell that begins so for a formula and runs it: it becomes text. Also behind characters a reader
 * drops, and in the full-width forms that some read alike.
 */
const formulaStart = /^[\t\r\n]|^[\p{Cc}\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

const disarm = (cell: string): string => (formulaStart.test(cell) ? `'${cell}` : cell);

/** Lines of cells as spreadsheets take them from the clipboard: what would begin another cell or line is a space. */
export const writeCells = (lines: readonly (readonly string[])[]): string =>
	lines.map((cells) => `${cells.map((cell) => disarm(cell).replaceAll(/[\t\r\n\u2028\u2029]+/g, ' ')).join('\t')}\r\n`).join('');

const text = tableWords.copy;
/** What one question may ask for. */
const rowsAtOnce = 500;
const pagesAtOnce = 8;
/** Below that, it is done before a word about it could be read. */
const sayFromRows = 5000;

/** As they stand in the table; those a filter hides follow in the list's order. */
export const inShownOrder = (chosen: ReadonlySet<number>, shown: readonly number[]): readonly number[] => {
	const ids = shown.filter((id) => chosen.has(id));
	if (ids.length === chosen.size) return ids;
	const isShown = new Set(ids);
	return [...ids, ...[...chosen].filter((id) => !isShown.has(id)).sort((a, b) => a - b)];
};

/** Several pages at a time: a clipboard takes only what comes soon after the keys. */
const fetchRows = async (runId: string, ids: readonly number[]): Promise<readonly RunRow[] | null> => {
	const rows: RunRow[] = [];
	for (let start = 0; start < ids.length; start += rowsAtOnce * pagesAtOnce) {
		const pages = Array.from({ length: pagesAtOnce }, (_, page) => start + page * rowsAtOnce)
			.filter((from) => from < ids.length)
			.map((from) => ask(api.runs.rows.call({ runId, ids: ids.slice(from, from + rowsAtOnce) })));
		for (const answer of await Promise.all(pages)) {
			if (!answer.ok) {
				showFailure(answer.failure);
				return null;
			}
			rows.push(...answer.value);
		}
	}
	return rows;
};

/** Puts rows on the clipboard, cell by cell, as the columns stand; says so when it is done. */
export const copyAsCells = async (ids: readonly number[]): Promise<void> => {
	const { runId } = useRunView.getState();
	if (runId === null || ids.length === 0) return;
	if (ids.length >= sayFromRows) showInfo(text.copying(ids.length));
	const rows = await fetchRows(runId, ids);
	if (rows === null) return;
	const columns = fittingColumns(useColumns.getState().layout, Number.POSITIVE_INFINITY);
	const isCopied = await putOnClipboard(writeCells(rows.map((row) => columns.map((column) => cellText(row, column)))));
	if (isCopied) showInfo(text.copied(rows.length));
	else useNotices.getState().add({ tone: 'danger', happened: text.refused, next: text.refusedNext });
};

/** What copying means at the moment: the selection, or else the active row. */
export const rowsToCopy = (shown: readonly number[]): readonly number[] => {
	const { selection, activeId } = useRunView.getState();
	if (selection.ids.size > 0) return inShownOrder(selection.ids, shown);
	return activeId === null ? [] : [activeId];
};
