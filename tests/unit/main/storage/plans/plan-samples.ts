import type { AuditActor, PlanChoices } from '#shared/plan.ts';
import type { NewPlan, NewPlanRow, RowEnd } from '#core/plans/plan-store.ts';
import type { JudgedRow } from '#core/runs/run-store.ts';
import { judged } from '../samples.ts';

export const actor: AuditActor = { account: 'admin@acme.com', user: 'ann', host: 'cli' };
export const at = (second: number): string => `2026-03-01T10:00:${String(second).padStart(2, '0')}.000Z`;
const choices: PlanChoices = { managedElsewhere: 'replace-with-portal-account', organisations: false };

export const newPlan = (id = 'plan-1', change: Partial<NewPlan> = {}): NewPlan => ({
	id,
	runId: 'run-1',
	desk: { id: '4', key: 'HELP', name: 'Help' },
	createdAt: at(0),
	choices,
	confirm: null,
	people: 'digest of the people',
	estimate: { changes: 3, calls: 9, ms: 1200 },
	...change,
});

export const planRow = (id: number, change: Partial<NewPlanRow> = {}): NewPlanRow => ({
	id,
	remedy: 'create-and-add',
	steps: ['create', 'add-to-desk'],
	before: { cause: 'ready-new', certainty: 'proven' },
	accountIds: [],
	...change,
});

export const removal = (id: number): NewPlanRow =>
	planRow(id, {
		remedy: 'replace-with-portal-account',
		steps: ['remove', 'create', 'add-to-desk'],
		before: { cause: 'managed-elsewhere', certainty: 'likely' },
		accountIds: ['557058:1'],
	});

export const applied: RowEnd = { phase: 'ended', outcome: 'applied', failure: null, said: null, billable: [] };

export const seenAs = (id: number, cause: JudgedRow['verdict']['cause']) => ({ ...judged(id, cause), phase: 'ended' as const });
