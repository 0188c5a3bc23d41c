import type { Archive } from './archive.ts';
import { ofHeldSize, readXml } from './xml.ts';

/** How a number is to be read: a workbook has no dates, only numbers that are shown as such. */
export type NumberKind = 'number' | 'date' | 'time' | 'date-time';

/** Formats that have a number instead of a code (ECMA-376, 18.8.30; 27–36 and 50–58 are East Asian dates). */
const builtInKind = (id: number): NumberKind => {
	if (id === 22) return 'date-time';
	if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || id === 32 || id === 33 || id === 55 || id === 56) return 'time';
	return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
};

/** Characters, as many as Excel takes. */
const longestCode = 255;

/** By the letters of a format code: years, days and hours stand for themselves; "m" alone is a month. */
export const kindOfCode = (code: string): NumberKind => {
	const [first = ''] = code.slice(0, longestCode).split(';');
	const letters = first
		.replace(/"[^"]*"|\\.|_.|\*./g, '')
		// `[h]` counts hours; every other bracket names a colour, a language or a condition.
		.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
		.toLowerCase();
	if (/general|#|0|\?/.test(letters) && !/[ydhs]/.test(letters.replace('general', ''))) return 'number';
	const hasTime = /[hs]/.test(letters);
	const hasDate = /[yd]/.test(letters) || (letters.includes('m') && !hasTime);
	if (hasDate) return hasTime ? 'date-time' : 'date';
	return hasTime ? 'time' : 'number';
};

/** The kind of number of each cell style, by its index. */
export const readNumberKinds = async (archive: Archive, part: string | null): Promise<readonly NumberKind[]> => {
	const kinds: NumberKind[] = [];
	if (part === null || !archive.has(part)) return kinds;
	const codes = new Map<number, NumberKind>();
	let isInCells = false;
	await readXml(ofHeldSize(archive.read(part)), {
		open: (name, { numFmtId = '0', formatCode = '' }) => {
			if (name === 'numFmt') codes.set(Number(numFmtId), kindOfCode(formatCode));
			else if (name === 'cellXfs') isInCells = true;
			else if (name === 'xf' && isInCells) kinds.push(codes.get(Number(numFmtId)) ?? builtInKind(Number(numFmtId)));
		},
		close: (name) => {
			if (name === 'cellXfs') isInCells = false;
		},
	});
	return kinds;
};

const dayMs = 86_400_000;
/** Day 0 as Excel counts: it believes that 1900 was a leap year, so that its day 60 never was. */
const from1900 = Date.UTC(1899, 11, 30);
const from1904 = Date.UTC(1904, 0, 1);
/** The last day that has four digits for its year. */
const lastDay = 2_958_466;

/** A number of a cell as text: `12`, `0.1`, `2024-05-12`, `2024-05-12 14:30`, `14:30`. What is no number stays as it is. */
export const numberText = (value: string, kind: NumberKind, countsFrom1904: boolean): string => {
	const number = Number(value);
	if (value.trim() === '' || !Number.isFinite(number)) return value;
	if (kind === 'number' || number < 0 || number >= lastDay) return plainNumber(number);
	// Half a second more: a time is a fraction that binary numbers miss by a little.
	const seconds = Math.floor(number * 86_400 + 0.5);
	const base = countsFrom1904 ? from1904 : number < 60 ? from1900 + dayMs : from1900;
	const iso = new Date(base + seconds * 1000).toISOString();
	const time = iso.slice(11, seconds % 60 === 0 ? 16 : 19);
	if (kind === 'time') return time;
	const hasTime = seconds % 86_400 !== 0;
	return kind === 'date-time' && hasTime ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
};

/** Fifteen digits, as spreadsheets keep them: 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3. */
const plainNumber = (number: number): string => String(Number(number.toPrecision(15)));
