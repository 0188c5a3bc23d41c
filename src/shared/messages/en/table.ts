import { formatCount, plural } from './numbers.ts';

/** The table of a run: its columns, its menu, what is copied from it, and filters that were kept. */
export const tableWords = {
	columns: {
		button: 'Columns',
		menu: 'Columns of the table',
		remedy: 'Remedy',
		reset: 'Reset columns',
		keys: 'Alt+← → moves this column, Shift+← → makes it narrower or wider',
		widthKeys: 'Shift+← → makes this column narrower or wider',
		moved: (column: string, place: number, of: number) => `${column} is column ${formatCount(place)} of ${formatCount(of)}.`,
		resized: (column: string, widthPx: number) => `${column} is ${formatCount(widthPx)} pixels wide.`,
	},
	menu: {
		label: 'Actions for this row',
		open: 'Open details',
		copyAddress: 'Copy address',
		copyCells: (rows: number) => (rows === 1 ? 'Copy as cells' : `Copy ${formatCount(rows)} rows as cells`),
		filterCause: (cause: string) => `Show only “${cause}”`,
		filterDomain: (domain: string) => `Show only ${domain}`,
		selectCause: (cause: string) => `Select all with “${cause}”`,
		plan: (rows: number) => (rows === 1 ? 'Plan a fix for this row…' : `Plan fixes for ${formatCount(rows)} selected rows…`),
		enterKey: 'Enter',
		copyKeys: 'Ctrl+C',
		macCopyKeys: '⌘C',
		thisRow: (email: string) => `The row of ${email}`,
	},
	copy: {
		copying: (rows: number) => `Copying ${plural(rows, 'row', 'rows')}…`,
		copied: (rows: number) => `Copied ${plural(rows, 'row', 'rows')}.`,
		refused: 'Copying failed.',
		refusedNext: 'Select fewer rows, or make a CSV or Excel report.',
	},
	saved: {
		button: 'Saved filters',
		title: 'Saved filters',
		none: 'No saved filters yet.',
		list: 'Saved filters',
		name: 'Name of the current filter',
		save: 'Save filter',
		nothing: 'No filter is set. Choose a cause, a certainty or a search first.',
		full: 'No more filters can be saved. Remove one first.',
		replaces: 'This replaces the filter with the same name.',
		use: (name: string) => `Use ${name}`,
		remove: (name: string) => `Remove ${name}`,
		command: (name: string) => `Filter: ${name}`,
	},
};
