import type { Language } from '../languages.ts';

export interface Numbers {
	/** `12,345`. */
	formatCount(value: number): string;
	/** `12%`, of a number of percent. */
	formatPercent(percent: number): string;
	/** `1 row`, `12,345 rows`. */
	plural(count: number, one: string, many: string): string;
	/** A moment (ISO 8601) by the clock of this machine, to the minute; anything else as it is. */
	formatMoment(iso: string): string;
}

const once = <T>(make: () => T): (() => T) => {
	let made: T | undefined;
	return () => (made ??= make());
};

/** Numbers as a language writes them. A format takes milliseconds to make, so that the first number of its kind makes it. */
export const numbersIn = (language: Language): Numbers => {
	const counts = once(() => new Intl.NumberFormat(language));
	const shares = once(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
	const moments = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
	return {
		formatCount: (value) => counts().format(value),
		formatPercent: (percent) => shares().format(percent / 100),
		plural: (count, one, many) => `${counts().format(count)} ${count === 1 ? one : many}`,
		formatMoment: (iso) => (/^\d{4}-\d\d-\d\dT/.test(iso) && !Number.isNaN(Date.parse(iso)) ? moments().format(new Date(iso)) : iso),
	};
};
