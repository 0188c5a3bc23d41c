import type { NumberKind } from './number-formats.ts';

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
