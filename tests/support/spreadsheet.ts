import { startsFormula } from './character-checks.ts';

/**
 * The fields of a CSV text for a spreadsheet that splits at one delimiter, by an implementation of its own: a quote opens only
 * at the start of a field, a closing one is followed by more letters of the field, and outside of quotes any line end counts.
 */
export const splitLikeExcel = (text: string, delimiter: string): readonly (readonly string[])[] => {
	const rows: string[][] = [];
	let row: string[] = [];
	let field = '';
	let isStart = true;
	let isQuoted = false;
	const endField = () => {
		row.push(field);
		field = '';
		isStart = true;
	};
	const endRow = () => {
		endField();
		rows.push(row);
		row = [];
	};
	for (let at = 0; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (isQuoted) {
			if (char !== '"') field += char;
			else if (text[at + 1] === '"') {
				field += '"';
				at += 1;
			} else isQuoted = false;
		} else if (char === '"' && isStart) {
			isQuoted = true;
			isStart = false;
		} else if (char === delimiter) endField();
		else if (char === '\n' || char === '\r') {
			if (char === '\r' && text[at + 1] === '\n') at += 1;
			endRow();
		} else {
			field += char;
			isStart = false;
		}
	}
	if (field !== '' || row.length > 0) endRow();
	return rows;
};

/** Takes away what the writer put before a formula, in the cell and at whatever may begin a field in it. */
export const withoutApostrophes = (cell: string): string =>
	cell
		.split(/(?<=[;\t\r\n])/)
		.map((part) => (part.startsWith("'") && startsFormula(part.slice(1).replace(/^"+/, '')) ? part.slice(1) : part))
		.join('');
