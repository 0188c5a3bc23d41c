import { type CauseCode, causeCodes } from '#shared/causes.ts';
import { type CauseTone, toneOf } from '../verdicts/cause-dot.tsx';

export type Summary = Readonly<Partial<Record<CauseCode, number>>>;

export interface CauseShare {
	readonly cause: CauseCode;
	readonly count: number;
	readonly tone: CauseTone;
}

/** From done to undone, as one reads the bar. */
const toneOrder: readonly CauseTone[] = ['added', 'addable', 'settings', 'blocked', 'open', 'waiting'];

const sharesOf = (summary: Summary): readonly CauseShare[] =>
	causeCodes.flatMap((cause) => {
		const count = summary[cause] ?? 0;
		return count === 0 ? [] : [{ cause, count, tone: toneOf(cause) }];
	});

/** For a bar: like beside like, the most of a kind first. */
export const barShares = (summary: Summary): readonly CauseShare[] =>
	sharesOf(summary).toSorted((a, b) => toneOrder.indexOf(a.tone) - toneOrder.indexOf(b.tone) || b.count - a.count);

/** For reading: what most rows have comes first. */
export const mostFirst = (summary: Summary): readonly CauseShare[] => sharesOf(summary).toSorted((a, b) => b.count - a.count);
