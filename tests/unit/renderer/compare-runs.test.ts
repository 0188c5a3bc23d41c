import { describe, expect, it } from 'vitest';
import type { ComparedRow, Transition } from '#shared/comparison.ts';
import type { Run } from '#shared/run.ts';
import { done } from '#shared/outcome.ts';
import { inOrder, rankOtherRuns, runFits } from '../../../src/renderer/features/runs/compare/other-runs.ts';
import { pageSize, PeoplePages } from '../../../src/renderer/features/runs/compare/people-pages.ts';
import { choicesOf, groupOf, sumUp } from '../../../src/renderer/features/runs/compare/transitions.ts';

const transitions: readonly Transition[] = [
	{ from: 'already-customer', to: 'already-customer', rows: 50 },
	{ from: 'access-revoked', to: 'ready-existing', rows: 20 },
	{ from: 'ready-new', to: 'domain-not-approved', rows: 4 },
	{ from: 'access-revoked', to: 'role-missing', rows: 3 },
	{ from: 'absent', to: 'ready-new', rows: 2 },
	{ from: 'absent', to: 'access-revoked', rows: 1 },
	{ from: 'ready-new', to: 'absent', rows: 6 },
];

describe('what became of people between two runs', () => {
	it('is told in numbers that add up to everybody', () => {
		const change = sumUp(transitions);
		expect(change).toEqual({ solved: 20, worse: 4, other: 3, unchanged: 50, added: 3, removed: 6 });
		expect(Object.values(change).reduce((sum, rows) => sum + rows, 0)).toBe(86);
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

describe('the people of a choice', () => {
	const page = (start: number): readonly ComparedRow[] => [{ before: null, after: { id: start } as NonNullable<ComparedRow['after']> }];

	it('are asked for a page at a time, once', async () => {
		const asked: number[] = [];
		const pages = new PeoplePages(
			(start) => {
				asked.push(start);
				return Promise.resolve(done({ total: 2000, rows: page(start) }));
			},
			{ changed: () => undefined, failed: () => undefined },
		);
		pages.want(0, 30);
		pages.want(10, 40);
		pages.want(pageSize - 1, pageSize + 1);
		await Promise.resolve();
		await Promise.resolve();
		pages.want(0, 5);
		expect(asked).toEqual([0, pageSize]);
		expect(pages.at(0)?.after?.id).toBe(0);
		expect(pages.at(pageSize)?.after?.id).toBe(pageSize);
		expect(pages.at(1)).toBeUndefined();
	});

	it('that come after the choice was left are for nobody', async () => {
		let changes = 0;
		const pages = new PeoplePages((start) => Promise.resolve(done({ total: 1, rows: page(start) })), {
			changed: () => {
				changes += 1;
			},
			failed: () => undefined,
		});
		pages.want(0, 1);
		pages.close();
		await Promise.resolve();
		await Promise.resolve();
		expect([changes, pages.at(0)]).toEqual([0, undefined]);
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
