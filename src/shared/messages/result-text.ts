import type { PlanRow } from '../plan.ts';
import { isForPeople, resultOfRow } from '../row-results.ts';
import type { Messages } from './messages.ts';

/** What a row came to, in words: who is still blocked, with what blocks them; what waits for a person, with what was said of it. */
export const resultText = (
	row: PlanRow,
	{ resultTexts, causeTexts, workNotes }: Pick<Messages, 'resultTexts' | 'causeTexts' | 'workNotes'>,
): string => {
	const result = resultOfRow(row);
	const { label } = resultTexts[result];
	if (result === 'blocked') return `${label}: ${causeTexts[(row.after ?? row.before).cause].label}`;
	const { note } = row;
	if (note === undefined || !isForPeople(result)) return label;
	return `${label}, ${note.kind === 'later' ? workNotes.later : workNotes.cannot(note.reason)}`;
};
