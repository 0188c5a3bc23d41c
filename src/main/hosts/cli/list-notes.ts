import type { ListPreview, ReadingAccount, WarningKind } from '#shared/lists.ts';
import type { Client } from './client.ts';
import { columnsLine, problemLabels, readingLines } from './messages.ts';
import { need } from './command-ended.ts';

/** What cannot be seen in a report's rows: cells that may stand in the wrong column, or were not readable. */
const unseen = ['ragged-row', 'unclosed-quote', 'replaced-characters'] as const satisfies readonly WarningKind[];
const mostLines = 8;

/** How a list was read, and what is to be looked at in it, by its lines. */
export const listNotes = async (
	client: Client,
	{ listId, preview, account }: { readonly listId: string; readonly preview: ListPreview; readonly account: ReadingAccount },
	shown: boolean,
): Promise<readonly string[]> => {
	const { format, headerRow } = preview;
	const notes: string[] = [columnsLine(preview), ...readingLines(account, shown)];
	if (format.kind === 'workbook' && format.sheets.length > 1) notes.push(`Sheet "${format.sheet}". Choose another with --sheet.`);
	if (format.kind === 'text' && format.encoding !== 'utf-8') notes.push(`Read as ${format.encoding}. Choose another with --encoding.`);
	if (headerRow !== null && headerRow > 1) notes.push(`Header in line ${headerRow}.`);
	for (const kind of unseen) {
		const { total, rows } = need(await client.lists.rows({ listId, filter: kind, from: 0, count: mostLines }));
		if (total === 0) continue;
		const lines = rows.map(({ row }) => row).join(', ');
		notes.push(
			`${total === 1 ? 'Line' : 'Lines'} ${lines}${total > mostLines ? ` and ${total - mostLines} more` : ''}: ${problemLabels[kind]}`,
		);
	}
	return notes;
};
