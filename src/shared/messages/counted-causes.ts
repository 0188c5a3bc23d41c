import { type CauseCode, causeCodes } from '../causes.ts';
import type { Language } from '../languages.ts';
import type { Messages } from './messages.ts';
import { numbersIn } from './numbers.ts';

/** Causes with how many rows have them, e.g. `Access suspended (3), No customer role (1)`. */
export const countedCauses = (
	causes: Readonly<Partial<Record<CauseCode, number>>>,
	{ causeTexts }: Pick<Messages, 'causeTexts'>,
	language: Language,
): string => {
	const { formatCount } = numbersIn(language);
	return causeCodes
		.filter((cause) => (causes[cause] ?? 0) > 0)
		.map((cause) => `${causeTexts[cause].label} (${formatCount(causes[cause] ?? 0)})`)
		.join(', ');
};
