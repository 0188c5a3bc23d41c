import type { PlanRow } from '../plan.ts';
import { resultOfRow } from '../row-results.ts';
import type { Messages } from './messages.ts';

/** What a row came to, in words: who is still blocked, with what blocks them. */
export const resultText = (row: PlanRow, { resultTexts, causeTexts }: Pick<Messages, 'resultTexts' | 'causeTexts'>): string => {
	const result = resultOfRow(row);
	const { label } = resultTexts[result];
	return result === 'blocked' ? `${label}: ${causeTexts[(row.after ?? row.before).cause].label}` : label;
};
