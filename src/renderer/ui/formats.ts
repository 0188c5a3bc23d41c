import { numbersIn } from '#shared/messages/numbers.ts';
import { durationWords as words, words as sentences } from '../messages.ts';
import { language } from '../language.ts';

const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const exactMoments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
/** A day has no clock: in another zone it would be the day before. */
const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

const valid = (iso: string): Date | null => {
	const date = new Date(iso);
	return Number.isNaN(date.getTime()) ? null : date;
};

export const { formatCount, formatPercent, plural } = numbersIn(language);

/** `12%`; never `0%` of something, and never all of it where something is missing. */
export const formatShare = (part: number, whole: number): string => {
	if (whole === 0 || part === 0) return formatPercent(0);
	if (part / whole < 0.01) return words.lessThan(formatPercent(1));
	return formatPercent(part === whole ? 100 : Math.min((part / whole) * 100, 99));
};

/** What was given as a day is kept as its first instant in UTC: nobody said an hour, and none is shown. */
const isDayOnly = (date: Date): boolean => date.getTime() % 86_400_000 === 0;

export const formatMoment = (iso: string): string => {
	const date = valid(iso);
	return date === null ? iso : (isDayOnly(date) ? days : moments).format(date);
};

export const formatExactMoment = (iso: string): string => {
	const date = valid(iso);
	return date === null ? iso : (isDayOnly(date) ? days : exactMoments).format(date);
};

/** The day alone; in UTC, as a file that was handed over or a token's last day names it. */
export const formatDay = (day: string): string => {
	const date = valid(day);
	return date === null ? day : days.format(date);
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
	if (agoMs > 7 * 86_400_000) return formatMoment(iso);
	if (isDayOnly(date)) return relative.format(-Math.floor(agoMs / 86_400_000), 'day');
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

/** `4.2 MB` */
export const formatBytes = (bytes: number): string => {
	if (bytes < 1_000_000) return `${formatCount(Math.max(1, Math.round(bytes / 1000)))} KB`;
	const [value, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB'];
	return `${formatCount(Math.round(value * 10) / 10)} ${unit}`;
};

/** `3 hours`: how old something is at another moment; `null` where it is of that day and nobody said an hour. */
export const formatAge = (iso: string, at: string): string | null => {
	const date = new Date(iso);
	const ms = Date.parse(at) - date.getTime();
	if (isDayOnly(date) && ms < 86_400_000) return null;
	const [unit, unitMs] = steps.find(([, stepMs]) => ms >= stepMs) ?? (['second', 1000] as const);
	return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.max(0, Math.floor(ms / unitMs)));
};

const mostNamed = 12;

/** Names in a sentence: some, and how many more there are. */
export const nameList = (names: readonly string[]): string => {
	if (names.length === 0) return sentences.common.none;
	const shown = names.slice(0, mostNamed).join(', ');
	return names.length > mostNamed ? `${shown} ${sentences.sites.checkResult.more(names.length - mostNamed)}` : shown;
};
