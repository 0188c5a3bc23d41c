import type { Language } from '../languages.ts';

export interface Numbers {
	/** `12,345`. */
	formatCount(value: number): string;
	/** `12%`, of a number of percent. */
	formatPercent(percent: number): string;
	/** `1 row`, `12,345 rows`. */
	plural(count: number, one: string, many: string): string;
}

/** Numbers as a language writes them. */
export const numbersIn = (language: Language): Numbers => {
	const counts = new Intl.NumberFormat(language);
	const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
	return {
		formatCount: (value) => counts.format(value),
		formatPercent: (percent) => shares.format(percent / 100),
		plural: (count, one, many) => `${counts.format(count)} ${count === 1 ? one : many}`,
	};
};
