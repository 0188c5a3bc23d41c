import type { Plan } from '#shared/plan.ts';
import type { StepId } from '#shared/remedies.ts';
import { addressesPerSearch } from '../evidence/directory.ts';
import type { NewPlanRow } from './plan-store.ts';

/** Calls a second that the site takes, by what is asked. */
export interface Pace {
	readonly admin: number;
	readonly site: number;
	readonly deskCustomers: number;
}

const inDirectory: ReadonlySet<StepId> = new Set(['restore', 'enable', 'invite', 'remove', 'assign-role']);

/** Each step is preceded by a look at the directory: the account, and its role where it is active. */
const readsPerStep = 2;

/** Calls and time at the published limits, rounded up: waiting for a lagging directory comes on top. */
export const estimate = (rows: readonly NewPlanRow[], pace: Pace): Plan['estimate'] => {
	const steps = rows.flatMap((row) => row.steps);
	const touched = rows.filter((row) => row.steps.length > 0).length;
	const directorySteps = steps.filter((step) => inDirectory.has(step)).length;
	const searches = 2 * Math.ceil(touched / addressesPerSearch);
	const admin = directorySteps + readsPerStep * steps.length + searches;
	const site = steps.length - directorySteps;
	const seconds = admin / pace.admin + site / pace.site + touched / pace.deskCustomers;
	const mails = steps.filter((step) => step === 'invite-customer').length;
	return { changes: steps.length, calls: admin + site + touched, ms: Math.ceil(seconds) * 1000, ...(mails === 0 ? {} : { mails }) };
};
