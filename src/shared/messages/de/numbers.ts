const numbers = new Intl.NumberFormat('de');

/** `12.345`. */
export const count = (value: number): string => numbers.format(value);

/** `1 Konto`, `12.345 Konten`. */
export const counted = (value: number, one: string, many: string): string => `${numbers.format(value)} ${value === 1 ? one : many}`;

export const rows = (value: number): string => counted(value, 'Zeile', 'Zeilen');
