import { ListError } from './list-failure.ts';
import { readRecords, type TableFormat } from './records.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const judgedRecords = 200;
/** With what a directory writes before its addresses, it is one of a list in a cell. */
const cleanAddress = /^\s*(?!(?:smtp|sip|x[45]00|eum):)[^\s@,;|<>"]+@[^\s@,;|<>"]+\s*$/i;

export interface RecognisedFormat extends TableFormat {
	readonly hasSeparatorLine: boolean;
}

/**
 * Recognises the delimiter from the beginning of a text: the delimiter that leaves addresses alone in
 * their cells and cuts most records into the same number of cells. `''`: one column that holds commas or the like
 * inside its cells.
 */
export const recogniseFormat = (sample: string, isWhole: boolean): RecognisedFormat => {
	const separator = /^"?sep=([^\r\n"])"?\s*?(?:\r|\n|$)/i.exec(sample)?.[1];
	if (separator !== undefined) return { delimiter: separator, hasSeparatorLine: true };
	const lastBreak = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
	const text = isWhole || lastBreak === -1 ? sample : sample.slice(0, lastBreak);
	const present = delimiters.filter((delimiter) => text.includes(delimiter));
	if (present.length === 0) return { delimiter: ',', hasSeparatorLine: false };
	let best = { delimiter: '', score: scoreOf(text, { delimiter: '' }) };
	for (const delimiter of present) {
		const score = scoreOf(text, { delimiter });
		if (score > best.score) best = { delimiter, score };
	}
	return { delimiter: best.delimiter, hasSeparatorLine: false };
};

const scoreOf = (text: string, format: TableFormat): number => {
	const records = firstRecords(text, format);
	if (records.length === 0) return 0;
	const widths = new Map<number, number>();
	for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
	const [width, count] = [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
	const clean = records.filter((cells) => {
		const addresses = cells.filter((cell) => cleanAddress.test(cell)).length;
		// Two addresses on a line of a one-column list are one wrong cell, not two columns.
		return width === 1 ? addresses === 1 : addresses > 0;
	}).length;
	const shape = width > 1 ? count / records.length : format.delimiter === '' ? 0.45 : 0.4;
	return (2 * clean) / records.length + shape;
};

const firstRecords = (text: string, format: TableFormat): readonly (readonly string[])[] => {
	const records: (readonly string[])[] = [];
	try {
		for (const record of readRecords([text], format)) {
			if (record === null) continue;
			records.push(record.cells);
			if (records.length === judgedRecords) break;
		}
	} catch (error) {
		// A line beyond all limits: the reader will say so itself.
		if (!(error instanceof ListError)) throw error;
	}
	return records;
};
