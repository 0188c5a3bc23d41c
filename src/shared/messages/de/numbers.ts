const numbers = new Intl.NumberFormat('de');

/** `1 Konto`, `12.345 Konten`. */
export const counted = (value: number, one: string, many: string): string => `${numbers.format(value)} ${value === 1 ? one : many}`;
