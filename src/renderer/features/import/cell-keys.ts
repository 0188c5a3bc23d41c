interface Cell {
	readonly position: number;
	readonly column: number;
}

interface Extent {
	readonly rows: number;
	readonly columns: number;
	readonly rowsPerPage: number;
}

/** Where a key leads in a sheet, as in a spreadsheet; `null` where it moves nothing. `from.position` is -1 before the first move. */
export const cellAfterKey = (
	{
		key,
		ctrlKey,
		metaKey,
		altKey,
	}: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean },
	from: Cell,
	{ rows, columns, rowsPerPage }: Extent,
): Cell | null => {
	if (rows === 0 || altKey) return null;
	const far = ctrlKey || metaKey;
	const to = (position: number, column: number): Cell => ({
		position: Math.max(0, Math.min(rows - 1, position)),
		column: Math.max(0, Math.min(columns - 1, column)),
	});
	const { position, column } = from;
	switch (key) {
		case 'ArrowDown':
			return to(far ? rows - 1 : position + 1, column);
		case 'ArrowUp':
			return to(far ? 0 : position - 1, column);
		case 'ArrowRight':
			return to(position, far ? columns - 1 : column + 1);
		case 'ArrowLeft':
			return to(position, far ? 0 : column - 1);
		case 'PageDown':
			return to(position + Math.max(1, rowsPerPage), column);
		case 'PageUp':
			return to(position - Math.max(1, rowsPerPage), column);
		case 'Home':
			return to(far ? 0 : position, 0);
		case 'End':
			return to(far ? rows - 1 : position, columns - 1);
		default:
			return null;
	}
};
