import { expect, test } from 'vitest';
import { rowOutcomes } from '#shared/plan.ts';
import { rowResults } from '#shared/row-results.ts';
import { remedyIds, stepIds } from '#shared/remedies.ts';
import { isSamePlan } from '../../../src/renderer/features/plans/plan-queries.ts';
import { outcomeTexts, changeTexts, resultTexts, remedyDetails } from '../../../src/renderer/messages.ts';
import { somePlan } from '../../support/plan-rows.ts';
import { strandedByPlan } from '../../../src/renderer/features/plans/stranded-banner.tsx';

test('a plan is another one to decide on when its state, its people or its outcomes are', () => {
	const plan = somePlan({ confirm: 'remove 3' });
	expect(isSamePlan(plan, { ...plan, outcomes: { applied: 0 } })).toBe(true);
	expect(isSamePlan(plan, { ...plan, people: 'other' })).toBe(false);
	expect(isSamePlan(plan, { ...plan, state: 'running' })).toBe(false);
	expect(isSamePlan(plan, { ...plan, confirm: 'remove 4' })).toBe(false);
	expect(isSamePlan(plan, { ...plan, outcomes: { applied: 1 } })).toBe(false);
});

test('stranded people are told by plan, those who wait longest first', () => {
	const person = { runId: 'r', site: 'Halden', id: 0, row: 2, email: 'ann@example.com' };
	expect(
		strandedByPlan([
			{ ...person, planId: 'b', since: '2026-11-25T10:00:00.000Z' },
			{ ...person, planId: 'a', since: '2026-11-25T09:00:00.000Z' },
			{ ...person, planId: 'b', since: '2026-11-25T11:00:00.000Z' },
		]),
	).toEqual([
		{ planId: 'a', site: 'Halden', count: 1 },
		{ planId: 'b', site: 'Halden', count: 2 },
	]);
});

test('every remedy, step, outcome and result has its words', () => {
	expect(new Set(remedyIds.map((id) => remedyDetails[id].label)).size).toBe(remedyIds.length);
	for (const id of remedyIds) {
		expect(remedyDetails[id].does).toMatch(/\.$/);
		expect(remedyDetails[id].after('Help')).toMatch(/\.$/);
	}
	expect(new Set(stepIds.map((id) => changeTexts[id])).size).toBe(stepIds.length);
	expect(new Set(rowOutcomes.map((outcome) => outcomeTexts[outcome])).size).toBe(rowOutcomes.length);
	expect(new Set(rowResults.map((result) => resultTexts[result].label)).size).toBe(rowResults.length);
});
