import { describe, expect, it } from 'vitest';
import type { Transition } from '#shared/comparison.ts';
import type { Run } from '#shared/run.ts';
import { inOrder, rankOtherRuns, runFits } from '../../../src/renderer/features/runs/compare/other-runs.ts';
import { choicesOf, groupOf, sumUp } from '../../../src/renderer/features/runs/compare/transitions.ts';

const transitions: readonly Transition[] = [
	{ from: 'already-customer', to: 'already-customer', rows: 50, addedByPlan: 0 },
	{ from: 'access-revoked', to: 'ready-existing', rows: 20, addedByPlan: 18 },
	{ from: 'ready-new', to: 'domain-not-approved', rows: 4, addedByPlan: 0 },
	{ from: 'access-revoked', to: 'role-missing', rows: 3, addedByPlan: 0 },
	{ from: 'absent', to: 'ready-new', rows: 2, addedByPlan: 0 },
	{ from: 'absent', to: 'access-revoked', rows: 1, addedByPlan: 0 },
	{ from: 'ready-new', to: 'absent', rows: 6, addedByPlan: 0 },
];

describe('what became of people between two runs', () => {
	it('is told in numbers that add up to everybody', () => {
		const change = sumUp(transitions);
		expect(change).toEqual({ solved: 20, addedByPlan: 18, worse: 4, other: 3, unchanged: 50, added: 3, removed: 6 });
		expect(Object.values(change).reduce((sum, rows) => sum + rows, 0) - change.addedByPlan).toBe(86);
	});

	it('offers those of a group together where they are several', () => {
		expect(choicesOf(transitions, 'changed')[0]).toEqual({ from: null, to: null, rows: 27 });
		expect(choicesOf(transitions, 'added').map(({ rows }) => rows)).toEqual([3, 2, 1]);
		expect(choicesOf(transitions, 'removed')).toEqual([transitions[6]]);
		expect(choicesOf(transitions, 'unchanged')).toEqual([transitions[0]]);
		expect(choicesOf([], 'changed')).toEqual([]);
	});

	it('knows who came, who went and who stayed', () => {
		expect(transitions.map(groupOf)).toEqual(['unchanged', 'changed', 'changed', 'changed', 'added', 'added', 'removed']);
	});
});

const run = (id: string, change: { list?: string; site?: string; desk?: string; startedAt?: string } = {}): Run =>
	({
		id,
		listName: change.list ?? 'people.csv',
		site: { name: change.site ?? 'Halden', url: `https://${change.site ?? 'halden'}.atlassian.net` },
		desk: { id: '1', key: change.desk ?? 'HELP', name: 'Help' },
		startedAt: change.startedAt ?? '2026-03-01T09:00:00.000Z',
	}) as Run;

describe('runs to compare with', () => {
	it('come with the likeliest first and never the run itself', () => {
		const own = run('own');
		const others = [run('elsewhere', { site: 'Other', list: 'x' }), run('desk', { desk: 'IT', list: 'x' }), own, run('same')];
		expect(rankOtherRuns(own, others).map(({ id }) => id)).toEqual(['same', 'desk', 'elsewhere']);
	});

	it('are put in the order of their time', () => {
		const late = run('late', { startedAt: '2026-05-01T09:00:00.000Z' });
		expect(inOrder(late, run('early'))).toEqual({ before: 'early', after: 'late' });
		expect(inOrder(run('early'), late)).toEqual({ before: 'early', after: 'late' });
	});

	it('are found by words of list, site, desk and client', () => {
		expect(runFits(run('a'), 'Acme Ltd', 'acme PEOPLE')).toBe(true);
		expect(runFits(run('a'), null, 'acme')).toBe(false);
		expect(runFits(run('a'), null, '')).toBe(true);
	});
});
