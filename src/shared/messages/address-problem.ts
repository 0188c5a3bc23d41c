import type { AddressProblem } from '../lists.ts';
import type { FailureDetails } from '../outcome.ts';
import { textOf } from './text-of.ts';

type Told = Readonly<Record<string, string>>;
type Texts = Readonly<Record<AddressProblem, (details: Told) => string>>;

/** Which rule a text breaks that somebody typed; `otherwise` where the Node side named none. */
export const addressProblemText = (texts: Texts, { problem, ...details }: FailureDetails, otherwise: string): string => {
	const told = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
	return textOf<((told: Told) => string) | null>(texts, problem, null)?.(told) ?? otherwise;
};
