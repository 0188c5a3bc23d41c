import { expect, test } from 'vitest';
import { done } from '#shared/outcome.ts';
import { rowOutcomes } from '#shared/plan.ts';
import { remedyIds, stepIds } from '#shared/remedies.ts';
import { isSamePlan } from '../../../src/renderer/features/plans/same-plan.ts';
import { strandedByPlan } from '../../../src/renderer/features/plans/stranded-by-plan.ts';
import { resultOf, tallyRows } from '../../../src/renderer/features/plans/tally.ts';
import { outcomeTexts, changeTexts, remedyDetails } from '../../../src/renderer/messages.ts';
import { planRow, somePlan } from '../../support/plan-rows.ts';

const added = { cause: 'already-customer', certainty: 'proven' } as const;
const revoked = { cause: 'access-revoked', certainty: 'proven' } as const;

test.each([
	['seen as a customer', { outcome: 'applied', after: added }, 'added'],
	['done, but seen as blocked', { outcome: 'applied', after: revoked }, 'blocked'],
	['done, and nobody has looked', { outcome: 'applied', after: null }, 'open'],
	['refused', { outcome: 'rejected', after: revoked }, 'blocked'],
	['refused, and a customer all the same', { outcome: 'rejected', after: added }, 'added'],
	['changed meanwhile', { outcome: 'stale', after: null }, 'blocked'],
	['not to be settled', { outcome: 'needs-person', after: null }, 'person'],
	['by hand, not yet', { outcome: 'guided', after: null }, 'person'],
	['by hand, without effect', { outcome: 'guided', after: { cause: 'portal-account-inactive', certainty: 'proven' } }, 'person'],
	['by hand, and a plan can go on', { outcome: 'guided', after: { cause: 'ready-new', certainty: 'proven' } }, 'blocked'],
	['by hand, and a customer', { outcome: 'guided', after: added }, 'added'],
	['not tried', { outcome: 'not-reached', after: null }, 'open'],
] as const)('a row %s', (_, { outcome, after }, result) => {
	expect(resultOf(planRow({ outcome, after }))).toBe(result);
});

test('all rows are counted in slices, and those for a next plan are known by id and place', async () => {
	const rows = Array.from({ length: 1203 }, (_, id) =>
		planRow({
			id: id + 7,
			outcome: id % 400 === 0 ? 'rejected' : 'applied',
			after: id % 400 === 0 ? revoked : added,
			billable: id === 5 ? ['atlassian/user on ari:x'] : [],
		}),
	);
	const asked: number[] = [];
	const tally = await tallyRows(
		(from, count) => {
			asked.push(from);
			return Promise.resolve(done({ total: rows.length, rows: rows.slice(from, from + count) }));
		},
		() => true,
	);
	expect(asked).toEqual([0, 500, 1000]);
	expect(tally?.counts).toEqual({ added: 1199, blocked: 4, person: 0, open: 0 });
	expect(tally?.blockedIds).toEqual([7, 407, 807, 1207]);
	expect(tally?.positions).toEqual({ blocked: [0, 400, 800, 1200], billed: [5] });
});

test('counting ends when nobody waits for it any more', async () => {
	let asked = 0;
	const tally = await tallyRows(
		() => {
			asked += 1;
			return Promise.resolve(done({ total: 10_000, rows: [planRow()] }));
		},
		() => asked < 3,
	);
	expect(tally).toBeNull();
	expect(asked).toBe(3);
});

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

test('every remedy, step and outcome has its words', () => {
	expect(new Set(remedyIds.map((id) => remedyDetails[id].label)).size).toBe(remedyIds.length);
	for (const id of remedyIds) {
		expect(remedyDetails[id].does).toMatch(/\.$/);
		expect(remedyDetails[id].after('Help')).toMatch(/\.$/);
	}
	expect(new Set(stepIds.map((id) => changeTexts[id])).size).toBe(stepIds.length);
	expect(new Set(rowOutcomes.map((outcome) => outcomeTexts[outcome].label)).size).toBe(rowOutcomes.length);
});
