/** Numbers and moments as a report writes them. */
export interface Formats {
	count(value: number): string;
	/** `9 %` of a whole; `less than 1 %` is never rounded to nothing. */
	share(part: number, whole: number): string;
	/** Date and minute, UTC. What is no moment stays as it is. */
	moment(iso: string): string;
	/** From one moment to another; what they share is said once. */
	period(from: string, to: string): string;
	exactMoment(iso: string): string;
}

const dateOf = (iso: string): Date | null => {
	const date = new Date(iso);
	return Number.isNaN(date.getTime()) ? null : date;
};

export const makeFormats = (language: string): Formats => {
	const numbers = new Intl.NumberFormat(language);
	const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
	const finePercent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
	const written = (options: Intl.DateTimeFormatOptions) => {
		const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
		return (iso: string): string => {
			const date = dateOf(iso);
			return date === null ? iso : format.format(date);
		};
	};
	return {
		count: (value) => numbers.format(value),
		share: (part, whole) => {
			const share = whole === 0 ? 0 : part / whole;
			return (share > 0 && share < 0.01 ? finePercent : percent).format(share);
		},
		moment: written({ dateStyle: 'medium', timeStyle: 'short' }),
		period: (from, to) => {
			const [first, last] = [dateOf(from), dateOf(to)];
			if (first === null || last === null) return `${from} – ${to}`;
			const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
			return format.formatRange(first, last);
		},
		exactMoment: written({ dateStyle: 'medium', timeStyle: 'medium' }),
	};
};
