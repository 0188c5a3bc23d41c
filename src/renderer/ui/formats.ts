import { durationWords as words } from '../messages/durations.ts';
import { language } from '../messages/language.ts';

const numbers = new Intl.NumberFormat(language);
const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const exactMoments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

const valid = (iso: string): Date | null => {
	const date = new Date(iso);
	return Number.isNaN(date.getTime()) ? null : date;
};

export const formatCount = (value: number): string => numbers.format(value);

export const formatMoment = (iso: string): string => {
	const date = valid(iso);
	return date === null ? iso : moments.format(date);
};

export const formatExactMoment = (iso: string): string => {
	const date = valid(iso);
	return date === null ? iso : exactMoments.format(date);
};

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
	['day', 86_400_000],
	['hour', 3_600_000],
	['minute', 60_000],
];

/** `3 hours ago`; the date once it is more than a week away. */
export const formatAgo = (iso: string, nowMs: number): string => {
	const date = valid(iso);
	if (date === null) return iso;
	const agoMs = nowMs - date.getTime();
	if (agoMs > 7 * 86_400_000) return moments.format(date);
	const step = steps.find(([, ms]) => agoMs >= ms);
	return step === undefined ? words.justNow : relative.format(-Math.floor(agoMs / step[1]), step[0]);
};

/** `12 s`, `3 min`, `1.5 h`: rounded up, as exact as an estimate is. */
const amountOf = (ms: number): string => {
	if (ms < 60_000) return words.seconds(formatCount(Math.ceil(ms / 1000)));
	if (ms < 3_600_000) return words.minutes(formatCount(Math.ceil(ms / 60_000)));
	return words.hours(formatCount(Math.ceil(ms / 360_000) / 10));
};

/** `about 2 min left`: never more exact than the estimate. */
export const formatLeft = (ms: number): string => (ms < 1500 ? words.almostDone : words.left(amountOf(ms)));

/** `about 12 s`: how long something takes. */
export const formatDuration = (ms: number): string => (ms < 1000 ? words.underASecond : words.about(amountOf(ms)));

export const plural = (count: number, one: string, many: string): string => `${formatCount(count)} ${count === 1 ? one : many}`;
