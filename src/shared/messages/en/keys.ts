interface KeyWords {
	readonly title: string;
	/** As the key is labelled; ⌘ takes its place on a Mac. */
	readonly control: string;
	readonly groups: readonly {
		readonly title: string;
		readonly keys: readonly (readonly [pressed: readonly string[], does: string])[];
	}[];
}

/** Every key the window knows. */
export const keyWords: KeyWords = {
	title: 'Keyboard shortcuts',
	control: 'Ctrl',
	groups: [
		{
			title: 'Everywhere',
			keys: [
				[['Ctrl', 'K'], 'find a page, action, setting, run, site or person'],
				[['?'], 'show these keys'],
				[['Tab'], 'first key on a page: skip to the content'],
				[['Esc'], 'close the topmost panel or dialogue'],
			],
		},
		{
			title: 'Tables',
			keys: [
				[['↑', '↓', 'Page ↑', 'Page ↓'], 'move'],
				[['Enter'], 'open the row'],
				[['Space'], 'select the row'],
				[['Shift', '↑', '↓'], 'select a range'],
				[['Ctrl', 'A'], 'select all filtered rows'],
				[['Ctrl', 'C'], 'copy the selected rows as cells'],
				[['Shift', 'F10'], 'open the menu of the row'],
				[['/'], 'search, or start typing'],
			],
		},
		{
			title: 'A list to import',
			keys: [
				[['F2'], 'edit the cell'],
				[['F8'], 'next problem, with Shift the previous one'],
				[['a'], 'accept the suggestion, with Shift in all matching rows'],
				[['x'], 'leave the row out, or include it'],
				[['Ctrl', 'Z'], 'undo, with Shift redo'],
			],
		},
		{
			title: 'Manual tasks',
			keys: [
				[['j', 'k'], 'next and previous task'],
				[['Enter'], 'copy the address and open the page'],
				[['c'], 'copy the address'],
				[['d'], 'mark as done and recheck'],
				[['s'], 'skip'],
				[['l'], 'put off'],
				[['x'], 'cannot be done'],
			],
		},
	],
};
