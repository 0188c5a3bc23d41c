import type { durationWords as english } from '../en/durations.ts';

/** How long something takes or is ago, and what is less than can be told; amounts come with their numbers written. */
export const durationWords: typeof english = {
	justNow: 'gerade eben',
	almostDone: 'gleich fertig',
	underASecond: 'weniger als eine Sekunde',
	lessThan: (amount) => `<\u00a0${amount}`,
	seconds: (amount) => `${amount} s`,
	minutes: (amount) => `${amount} min`,
	hours: (amount) => `${amount} h`,
	about: (amount) => `etwa ${amount}`,
	left: (amount) => `noch etwa ${amount}`,
};
