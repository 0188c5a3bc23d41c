import { decideCause } from '../causes/decide-cause.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import { idsIn } from '../remedies/accounts.ts';
import type { PlanWork } from './plan-store.ts';

/** Whether what was diagnosed is still so: the same account (or still none), and the same cause. */
export const stillStands = ({ row, accountIds }: Pick<PlanWork, 'row' | 'accountIds'>, evidence: PersonEvidence): boolean =>
	idsIn(evidence).every((id) => accountIds.includes(id)) && decideCause(evidence).cause === row.before.cause;
