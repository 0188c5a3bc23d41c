import type { TokenState } from '#shared/site-overview.ts';
import { formatDay } from '../../ui/formats.ts';

const dayMs = 86_400_000;
/** Enough to have a new token made by whoever may. */
const soonDays = 14;

export interface TokenNote {
	readonly tone: 'fine' | 'warning' | 'danger';
	readonly says: TokenState['state'] | 'expiring' | 'until';
	/** The last one, as it is shown. */
	readonly day: string | null;
	/** Whole days left, where it ends soon; 0: its last day is today. */
	readonly days: number | null;
}

const presentNote = (day: string | null, nowMs: number): TokenNote => {
	if (day === null) return { tone: 'fine', says: 'present', day: null, days: null };
	const days = Math.round((Date.parse(day) - Math.floor(nowMs / dayMs) * dayMs) / dayMs);
	return days <= soonDays
		? { tone: 'warning', says: 'expiring', day: formatDay(day), days }
		: { tone: 'fine', says: 'until', day: formatDay(day), days: null };
};

/** What a person has to know of a token: a state, and its end where that is near. */
export const tokenNote = ({ state, expiresOn }: TokenState, nowMs: number, ifMissing: 'warning' | 'danger'): TokenNote =>
	state === 'present'
		? presentNote(expiresOn, nowMs)
		: { tone: state === 'missing' ? ifMissing : 'danger', says: state, day: expiresOn === null ? null : formatDay(expiresOn), days: null };
