import type { PlanResult } from '#shared/row-results.ts';
import { countedCauses, planWords } from '../../messages.ts';
import page from '../../ui/page.module.css';

/** Refused rows that are not retried, and what has to be resolved first. */
export const BeyondRetry = ({ causes }: { readonly causes: PlanResult['beyondRetry'] }) =>
	Object.keys(causes).length === 0 ? null : <p className={page['muted']}>{planWords.result.beyondRetry(countedCauses(causes))}</p>;
