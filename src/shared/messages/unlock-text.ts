import type { Decision, Unlock } from '../unlock.ts';
import type { Messages } from './messages.ts';

/** What would have to be decided, e.g. `Approve the domain example.com`. */
export const unlockText = ({ decisionTexts, bothDecisions }: Messages, unlock: Unlock): string => {
	const textOf = ({ decision, domain }: Decision): string => decisionTexts[decision](domain ?? '', unlock.rows);
	return unlock.with === undefined ? textOf(unlock) : bothDecisions(textOf(unlock), textOf(unlock.with));
};
