/** What a value of a stored record must be. The file may come from anybody, so nothing is taken for granted. */

/** Longer than any that Atlassian's specifications or e-mail know. */
export const longest = { id: 256, text: 1024, list: 1000 } as const;

export const isTuple = (raw: unknown, length: number): raw is readonly unknown[] => Array.isArray(raw) && raw.length === length;
export const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longest.text;
export const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);
export const isId = (value: unknown): value is string =>
	typeof value === 'string' && value !== '' && value.length <= longest.id && printable(value);
/** The site says what an address is; a garbled one matches no row. */
export const isEmailOrNull = (value: unknown): value is string | null => value === null || isId(value);
export const isOneOf = <const T extends readonly string[]>(values: T, value: unknown): value is T[number] =>
	typeof value === 'string' && values.includes(value);
export const isListOf = <T>(raw: unknown, is: (value: unknown) => value is T): raw is readonly T[] =>
	Array.isArray(raw) && raw.length <= longest.list && raw.every(is);

/** Control characters have no place in an id or an address, and could rewrite a terminal's line. */
export const printable = (text: string): boolean => {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x20 || code === 0x7f) return false;
	}
	return true;
};

/** As `Date.toISOString` writes it. */
export const isTime = (value: unknown): value is string =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value));
