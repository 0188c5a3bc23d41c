import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { Plan, PlanRow } from '#shared/plan.ts';
import { isGuided, type RemedyId, remedyCatalogue, type StepId } from '#shared/remedies.ts';

const steps: Readonly<Partial<Record<RemedyId, readonly StepId[]>>> = {
	'add-to-desk': ['add-to-desk'],
	'create-and-add': ['create', 'add-to-desk'],
	'restore-access': ['restore', 'assign-role', 'add-to-desk'],
	'invite-with-role': ['invite', 'add-to-desk'],
	'grant-customer-role': ['assign-role', 'add-to-desk'],
	'enable-managed-account': ['enable', 'assign-role', 'add-to-desk'],
	'replace-with-portal-account': ['remove', 'create', 'add-to-desk'],
	'add-to-organisation': ['add-to-organisation'],
};

/** A row of a plan as it is made; what a test does not say is a suspended person who waits to be restored. */
export const planRow = (part: Partial<PlanRow> = {}): PlanRow => {
	const id = part.id ?? 0;
	const remedy = part.remedy ?? 'restore-access';
	return {
		id,
		row: id + 2,
		email: `person${id}@example.com`,
		name: `Person ${id}`,
		organisation: null,
		remedy,
		steps: steps[remedy] ?? [],
		guided: isGuided(remedy),
		destructive: remedyCatalogue[remedy].destructive,
		before: { cause: 'access-revoked', certainty: 'proven' },
		phase: 'waiting',
		outcome: isGuided(remedy) ? 'guided' : 'not-reached',
		failure: null,
		said: null,
		billable: [],
		after: null,
		stranded: false,
		...part,
	};
};

/** A row for a cause, with the remedy the catalogue names; `null` where it names none. */
export const planRowFor = (id: number, cause: CauseCode, part: Partial<PlanRow> = {}): PlanRow | null => {
	const { remedy } = causeCatalogue[cause];
	return remedy === null ? null : planRow({ id, remedy, before: { cause, certainty: 'proven' }, ...part });
};

export const somePlan = (part: Partial<Plan> = {}): Plan => ({
	id: 'plan-1',
	runId: 'run-1',
	listName: 'invite-list.csv',
	site: { name: 'Halden', url: 'https://halden.atlassian.net' },
	desk: { id: '1', key: 'HELP', name: 'Help Centre' },
	createdAt: '2026-11-25T09:00:00.000Z',
	finishedAt: null,
	choices: { managedElsewhere: 'ask-owning-organisation', organisations: false },
	state: 'planned',
	stop: null,
	confirm: null,
	people: 'digest-0',
	confirmedAt: null,
	rowCount: 0,
	outcomes: {},
	estimate: { changes: 0, calls: 0, ms: 0 },
	...part,
});
