import { decideCause } from '../causes/decide-cause.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import { idsIn, usableAccount } from './accounts.ts';
import type { PlanWork } from './plan-store.ts';

/** Causes that rest on the desk's list, which is not read again before a change: an account that works is what counts. */
const restsOnMembership: ReadonlySet<string> = new Set(['ready-existing', 'already-customer']);

/** Whether what was diagnosed is still so: the same account (or still none), and the same cause. */
export const stillStands = ({ row, accountIds }: Pick<PlanWork, 'row' | 'accountIds'>, evidence: PersonEvidence): boolean => {
	const ids = idsIn(evidence);
	if (ids.some((id) => !accountIds.includes(id))) return false;
	if (restsOnMembership.has(row.before.cause)) return usableAccount(evidence) !== null;
	return decideCause(evidence).cause === row.before.cause;
};
