import type { Plan } from '#shared/plan.ts';
import { planWords } from '../../messages.ts';

/** What somebody pressed a button for. */
export type Intention =
	| { readonly kind: 'all' }
	| { readonly kind: 'first'; readonly count: number }
	| { readonly kind: 'retry'; readonly count: number };

const text = planWords.confirm;

export const titleOf = (intention: Intention, isRemoval: boolean): string => {
	if (isRemoval) return text.titleRemoval;
	if (intention.kind === 'first') return text.titleFirst(intention.count);
	return intention.kind === 'retry' ? text.titleRetry(intention.count) : text.title;
};

export const startWord = (intention: Intention, isRemoval: boolean): string => {
	if (isRemoval) return text.startRemoval;
	if (intention.kind === 'first') return text.startFirst(intention.count);
	return intention.kind === 'retry' ? text.startRetry : text.start;
};

/** Where, and for which of the rows listed below it. */
export const leadOf = (intention: Intention, { site, desk, state, outcomes }: Plan): string => {
	const where = text.where(site.name, `${desk.name} (${desk.key})`);
	if (intention.kind === 'first') return text.firstOf(where, intention.count);
	if (intention.kind === 'retry') return text.refusedOf(where, intention.count);
	return state === 'planned' ? `${where}:` : text.leftOf(where, outcomes['not-reached'] ?? 0);
};

/** How far it goes, and where it begins; `null` where it goes from the first row to the last. */
export const extentOf = (intention: Intention, plan: Plan): string | null => {
	if (intention.kind === 'first') return text.firstText;
	if (intention.kind === 'retry') return text.retryText;
	return plan.state === 'planned' ? null : text.goOnText;
};
