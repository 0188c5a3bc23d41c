import type { EditLabel, Encoding, ListFormat, RowProblem } from '#shared/lists.ts';
import {
	addressProblems,
	cleanedText,
	delimiterTexts,
	editTexts,
	encodingWrites,
	formatTexts,
	otherDelimiter,
	problemLabels,
	problemTexts,
} from '../../messages.ts';
import { textOf } from '#shared/messages/failure-text.ts';

const encodingNames: Readonly<Partial<Record<Encoding, string>>> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	shift_jis: 'Shift_JIS',
};

const encodingName = (encoding: Encoding): string => encodingNames[encoding] ?? encoding;

/** Which languages it is for, and its name. */
export const encodingText = (encoding: Encoding): string => {
	const writes = textOf<string | null>(encodingWrites, encoding, null);
	return writes === null ? encodingName(encoding) : `${writes} (${encodingName(encoding)})`;
};

const delimiterText = (delimiter: string): string => textOf(delimiterTexts, delimiter, otherDelimiter(delimiter));

export const formatText = (format: ListFormat): string =>
	format.kind === 'text' ? formatTexts.text(encodingName(format.encoding), delimiterText(format.delimiter)) : formatTexts[format.kind];

/** A sentence for the note below the table. */
export const problemText = (problem: RowProblem, titleOf: (column: number) => string): string => {
	switch (problem.kind) {
		case 'error':
			return addressProblems[problem.problem](problem.details);
		case 'probable-typo':
			return problemTexts['probable-typo'](problem.suggestion);
		case 'repeated':
			return problemTexts.repeated(problem.row);
		case 'cleaned':
			return problemTexts.cleaned(problem.things.map(cleanedText).join(', '));
		case 'ragged-row':
			return problemTexts['ragged-row'](problem.found, problem.expected);
		case 'unclosed-quote':
			return problemTexts['unclosed-quote'];
		case 'replaced-characters':
			return problemTexts['replaced-characters'](problem.columns.map(titleOf).join(', '));
	}
};

/** What a cell's mark says to who cannot see it. */
export const problemLabel = (problem: RowProblem): string => problemLabels[problem.kind];

export const editText = (label: EditLabel): string => {
	switch (label.kind) {
		case 'cell':
			return editTexts.cell(label.row);
		case 'domain':
			return editTexts.domain(label.from, label.to, label.rows);
		case 'suggestions':
			return editTexts.suggestions(label.rows);
		case 'split':
			return editTexts.split(label.row, label.into);
		case 'exclude':
			return editTexts.exclude(label.rows);
		case 'include':
			return editTexts.include(label.rows);
	}
};
