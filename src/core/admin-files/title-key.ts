/** A column title without case, accents, spaces and signs, as titles are compared. */
export const titleKey = (title: string): string =>
	title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/ß/g, 'ss')
		.replace(/[^\p{L}\p{N}]/gu, '');

/** A value as values are compared: case, outer space and the kind of space do not matter. */
export const valueKey = (value: string): string => value.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Titles or values written one behind the other, e.g. `active, aktiv`. */
export const keySet = (text: string, keyOf: (word: string) => string): ReadonlySet<string> =>
	new Set(text.split(',').map((word) => keyOf(word)));
