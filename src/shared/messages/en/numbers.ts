const numbers = new Intl.NumberFormat('en');

/** `12,345`. */
export const count = (value: number): string => numbers.format(value);

/** `1 row`, `2 rows`. */
export const counted = (value: number, one: string, many: string): string => `${numbers.format(value)} ${value === 1 ? one : many}`;

export const rows = (value: number): string => counted(value, 'row', 'rows');
