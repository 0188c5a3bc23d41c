import type { Decision, Unlock } from '../unlock.ts';
import type { Messages } from './messages.ts';
import type { StepId } from '../remedies.ts';
import type { RemedyText } from './en/remedies.ts';

/** What would have to be decided, e.g. `Approve the domain example.com`. */
export const unlockText = ({ decisionTexts, bothDecisions }: Messages, unlock: Unlock): string => {
	const textOf = ({ decision, domain }: Decision): string => decisionTexts[decision](domain ?? '', unlock.rows);
	return unlock.with === undefined ? textOf(unlock) : bothDecisions(textOf(unlock), textOf(unlock.with));
};

/** What a remedy does in a plan that takes these steps for it. */
export const remedyDoes = ({ does, doesByMail = does }: RemedyText, steps: readonly StepId[]): string =>
	steps.includes('invite-customer') ? doesByMail : does;
