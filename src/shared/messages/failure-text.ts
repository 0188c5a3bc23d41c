import type { Language } from '../languages.ts';
import type { FailureCode, FailureDetails } from '../outcome.ts';

/** What only the window can notice: the Node side is away, or it broke a promise of the contract. */
export type WindowFailureCode = FailureCode | 'connection-lost' | 'internal';

export interface FailureText {
	/** What happened. */
	readonly happened: string;
	/** What was not lost; left out where nothing was at stake. */
	readonly kept?: string;
	/** What to do. */
	readonly next: string;
}

export type Sentence = (details: FailureDetails) => FailureText;

/** A sentence that needs no details. */
export const say =
	(happened: string, next: string, kept?: string): Sentence =>
	() =>
		kept === undefined ? { happened, next } : { happened, next, kept };

/** A moment of today or tomorrow, as a clock on the wall shows it; `null` where there is none. */
export const timeIn = (details: FailureDetails, key: string, language: Language): string | null => {
	const value = details[key];
	if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
	return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(value));
};

export const numbered = (details: FailureDetails, key: string): number | null => (typeof details[key] === 'number' ? details[key] : null);
