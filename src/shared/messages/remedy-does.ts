import type { StepId } from '../remedies.ts';
import type { RemedyText } from './en/remedies.ts';

/** What a remedy does in a plan that takes these steps for it. */
export const remedyDoes = ({ does, doesByMail = does }: RemedyText, steps: readonly StepId[]): string =>
	steps.includes('invite-customer') ? doesByMail : does;
