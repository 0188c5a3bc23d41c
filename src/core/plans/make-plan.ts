import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Plan, PlanChoices } from '#shared/plan.ts';
import { isByCalls, remedyCatalogue, type RemedyId, type StepId } from '#shared/remedies.ts';
import type { RunRowDetail } from '#shared/run.ts';
import type { EvidenceItem, Verdict } from '#shared/verdict.ts';
import { admitsPortalOnly } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { invitedSteps, remedies } from '../remedies/remedies.ts';
import { estimate, type Pace } from './estimate.ts';
import type { NewPlanRow } from './plan-store.ts';

export interface PlanDraft {
	readonly rows: readonly NewPlanRow[];
	readonly confirm: string | null;
	readonly people: string;
	readonly estimate: Plan['estimate'];
}

export interface PlanRequest {
	/** Others may get their turn between two of them. */
	readonly rows: Iterable<RunRowDetail> | AsyncIterable<RunRowDetail>;
	readonly choices: PlanChoices;
	readonly access: CustomerAccess;
	readonly pace: Pace;
	/** A digest of a text, for the set of people that a confirmation is bound to. */
	readonly digest: (text: string) => string;
}

/** The accounts an answer named. What is read here is what the product wrote itself. */
const accountIn = ({ answer }: EvidenceItem): string | null => {
	if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
	const id = (answer as Readonly<Record<string, unknown>>)['accountId'];
	return typeof id === 'string' ? id : null;
};

const accountsIn = (evidence: readonly EvidenceItem[]): readonly string[] => [
	...new Set(evidence.flatMap((item) => accountIn(item) ?? [])),
];

/** What an earlier plan saw last, or else the diagnosis. */
const lastSeen = (row: RunRowDetail): Verdict => row.verdictAfter ?? row.verdict;

/** What is to be done about a row; `null` where nothing is. */
const remedyFor = (row: RunRowDetail, { choices, access }: PlanRequest): RemedyId | null => {
	const { remedy, cause } = lastSeen(row);
	if (cause === 'already-customer' && choices.organisations && row.organisation !== null) return 'add-to-organisation';
	if (remedy !== 'ask-owning-organisation' || choices.managedElsewhere !== 'replace-with-portal-account') return remedy;
	// Removed, and then no account to be had: where External is known to keep the address out, it is not even planned.
	return admitsPortalOnly(access, domainOf(row.email)) === false ? remedy : 'replace-with-portal-account';
};

const stepsOf = (remedy: RemedyId, row: RunRowDetail, choices: PlanChoices): readonly StepId[] => {
	if (!isByCalls(remedy)) return [];
	const steps = choices.invite === true && remedy === 'create-and-add' ? invitedSteps : remedies[remedy];
	const joins = choices.organisations && row.organisation !== null && !steps.includes('add-to-organisation');
	return joins ? [...steps, 'add-to-organisation'] : steps;
};

const planRow = (row: RunRowDetail, request: PlanRequest): NewPlanRow | null => {
	const remedy = remedyFor(row, request);
	if (remedy === null) return null;
	const { cause, certainty, evidence } = lastSeen(row);
	return {
		id: row.id,
		remedy,
		steps: stepsOf(remedy, row, request.choices),
		before: { cause, certainty },
		accountIds: accountsIn(evidence),
	};
};

/**
 * Verdicts → what will be done. Pure: nothing is asked and nothing is sent. Fails with `plan-empty` where no row has a
 * remedy.
 */
export const makePlan = async (request: PlanRequest): Promise<Outcome<PlanDraft>> => {
	const rows: NewPlanRow[] = [];
	const removed: string[] = [];
	for await (const row of request.rows) {
		const planned = planRow(row, request);
		if (planned === null) continue;
		rows.push(planned);
		if (remedyCatalogue[planned.remedy].destructive) removed.push([row.email, ...planned.accountIds].join(' '));
	}
	if (rows.length === 0) return failed('plan-empty');
	return done({
		rows,
		confirm: removed.length === 0 ? null : `remove ${removed.length}`,
		people: request.digest(removed.sort().join('\n')),
		estimate: estimate(rows, request.pace),
	});
};
