import { meaningsOf, type ValueRole } from '../admin-files.ts';
import type { Language } from '../languages.ts';
import type { FailureCode, FailureDetails } from '../outcome.ts';
import type { AddressProblem } from '../lists.ts';

/** What only the window can notice: the Node side is away, or it broke a promise of the contract. */
export type WindowFailureCode = FailureCode | 'connection-lost' | 'internal';

/** Where the two differ: a click against a command. */
export interface Advice {
	readonly window: string;
	readonly commandLine: string;
}

export interface FailureText {
	/** What happened. */
	readonly happened: string;
	/** What was not lost; left out where nothing was at stake. */
	readonly kept?: string;
	/** What to do. */
	readonly next: string | Advice;
}

/** What is worth knowing beside a success. */
export interface Notice {
	readonly happened: string;
	readonly next?: string | Advice;
}

export type Sentence = (details: FailureDetails) => FailureText;

/** A sentence that needs no details. */
export const say =
	(happened: string, next: string | Advice, kept?: string): Sentence =>
	() =>
		kept === undefined ? { happened, next } : { happened, next, kept };

/** What to do, where the person is. */
export const adviceFor = (where: keyof Advice, next: string | Advice): string => (typeof next === 'string' ? next : next[where]);

/** All of it, as one text. */
export const wholeText = (where: keyof Advice, { happened, kept, next }: Notice & Pick<FailureText, 'kept'>): string =>
	[happened, kept, next === undefined ? undefined : adviceFor(where, next)].filter((part) => part !== undefined).join(' ');

/** A moment of today or tomorrow, as a clock on the wall shows it; `null` where there is none. */
export const timeIn = (details: FailureDetails, key: string, language: Language): string | null => {
	const value = details[key];
	if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
	return new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(value));
};

export const numbered = (details: FailureDetails, key: string): number | null => (typeof details[key] === 'number' ? details[key] : null);

const listIn = (details: FailureDetails, key: string): readonly string[] => {
	const value = details[key];
	return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
};

const mostNamed = 20;

/** A detail as it is; empty where there is none. Of a long list, the first. */
export const plainDetail = (details: FailureDetails, key: string): string => {
	const list = listIn(details, key);
	return list.length > mostNamed ? `${list.slice(0, mostNamed).join(', ')}, …` : list.join(', ');
};

/** ` (one, other)`, or nothing. */
export const inBrackets = (...parts: readonly string[]): string => {
	const some = parts.filter((part) => part !== '');
	return some.length === 0 ? '' : ` (${some.join(', ')})`;
};

/** What `--map` takes: `status=TITLE,claimed=TITLE`. */
export const mapExample = (details: FailureDetails): string =>
	listIn(details, 'missing')
		.map((role) => `${role}=TITLE`)
		.join(',');

const meaningsIn = ({ role }: FailureDetails): readonly string[] =>
	typeof role === 'string' && Object.hasOwn(meaningsOf, role) ? meaningsOf[role as ValueRole] : [];

export const possibleMeanings = (details: FailureDetails): string => meaningsIn(details).join(', ');

/** What `--values` takes: `active=frei`. */
export const valuesExample = (details: FailureDetails): string => `${meaningsIn(details)[0] ?? ''}=${listIn(details, 'values')[0] ?? ''}`;

/** The text of a code from outside, or another one: a Node side newer than this page may send a code this page does not know. */
export const textOf = <T>(texts: Readonly<Record<string, T>>, code: unknown, otherwise: NoInfer<T>): T =>
	(typeof code === 'string' && Object.hasOwn(texts, code) ? texts[code] : undefined) ?? otherwise;

type Told = Readonly<Record<string, string>>;
type Texts = Readonly<Record<AddressProblem, (details: Told) => string>>;

/** Which rule a text breaks that somebody typed; `otherwise` where the Node side named none. */
export const addressProblemText = (texts: Texts, { problem, ...details }: FailureDetails, otherwise: string): string => {
	const told = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
	return textOf<((told: Told) => string) | null>(texts, problem, null)?.(told) ?? otherwise;
};
