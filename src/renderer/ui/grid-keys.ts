/** Where a key leads in a list of `count` rows; `null` where the key moves nothing. `from` is -1 where no row is active. */
export const positionAfterKey = (key: string, from: number, count: number, rowsPerPage: number): number | null => {
	if (count === 0) return null;
	const last = count - 1;
	const within = (position: number): number => Math.max(0, Math.min(last, position));
	switch (key) {
		case 'ArrowDown':
			return within(from + 1);
		case 'ArrowUp':
			return within(from - 1);
		case 'PageDown':
			return within(Math.max(from, 0) + Math.max(1, rowsPerPage));
		case 'PageUp':
			return within(from - Math.max(1, rowsPerPage));
		case 'Home':
			return 0;
		case 'End':
			return last;
		default:
			return null;
	}
};
