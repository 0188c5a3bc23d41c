import { describe, expect, it } from 'vitest';
import type { Run } from '#shared/run.ts';
import { guidedCauseOf, scopeOf } from '../../../src/renderer/features/runs/overview/unlock-scope.ts';
import { newestFirst, orderAfterClick, sortRuns } from '../../../src/renderer/features/runs/run-order.ts';
import { contractFilter, countsEveryRow, isFiltered, noFilter, withValue } from '../../../src/renderer/features/runs/view-filter.ts';
import { parseRoute, routeHash } from '../../../src/renderer/route.ts';
import { formatShare } from '../../../src/renderer/ui/formats.ts';

describe('the filter of rows', () => {
	it('leaves out what filters nothing', () => {
		expect(contractFilter(noFilter)).toEqual({});
		expect([isFiltered(noFilter), countsEveryRow(noFilter)]).toEqual([false, true]);
	});

	it('takes domains and organisations in and out, also rows without one', () => {
		const some = withValue(withValue(noFilter, 'domain', 'a.example', true), 'organisation', null, true);
		expect(contractFilter(some)).toEqual({ domains: ['a.example'], organisations: [null] });
		expect([isFiltered(some), countsEveryRow(some)]).toEqual([true, false]);
		expect(withValue(withValue(some, 'domain', 'a.example', false), 'organisation', null, false)).toEqual(noFilter);
	});

	it('counts on the run’s own counters while causes alone are chosen', () => {
		const causes = { ...noFilter, causes: ['ready-new'] as const };
		expect([isFiltered(causes), countsEveryRow(causes)]).toEqual([true, true]);
	});
});

describe('what an unlock is about', () => {
	const present = { 'domain-not-approved': 5, 'probable-typo': 2, 'access-revoked': 3 };

	it('are the rows its remedy is for, of its domain', () => {
		expect(scopeOf({ decision: 'restore-access', rows: 3 }, present)).toEqual({ causes: ['access-revoked'], domains: [] });
		expect(scopeOf({ decision: 'approve-domain', domain: 'a.example', rows: 5 }, present)).toEqual({
			causes: ['domain-not-approved'],
			domains: ['a.example'],
		});
		expect(scopeOf({ decision: 'tick-external', rows: 5 }, present)).toEqual({ causes: ['domain-not-approved'], domains: [] });
	});

	it('are mistyped rows where they stand, whatever is decided about the domain that was meant', () => {
		const pair = {
			decision: 'approve-domain',
			domain: 'right.example',
			rows: 2,
			with: { decision: 'accept-suggestion', domain: 'rihgt.example' },
		} as const;
		expect(scopeOf(pair, present)).toEqual({ causes: ['probable-typo'], domains: ['rihgt.example'] });
	});

	it('has steps on a page where a person does it', () => {
		expect(guidedCauseOf({ decision: 'tick-internal' })).toBe('customer-access-closed');
		expect(guidedCauseOf({ decision: 'reactivate-portal-account' })).toBe('portal-account-inactive');
		expect(guidedCauseOf({ decision: 'restore-access' })).toBeNull();
	});
});

describe('runs in order', () => {
	const run = (id: string, site: string, rowCount: number): Run =>
		({ id, listName: id, site: { name: site, url: '' }, rowCount, summary: {}, startedAt: id, state: 'finished' }) as unknown as Run;
	const runs = [run('c', 'Zeta', 5), run('b', 'alpha', 50), run('a', 'Beta', 7)];
	const clientOf = (site: string): string | null => (site === 'Zeta' ? 'Acme' : null);
	const ids = (by: Parameters<typeof orderAfterClick>[1], descending: boolean) =>
		sortRuns(runs, { by, descending }, clientOf).map(({ id }) => id);

	it('are sorted by site, whatever its case, and by number', () => {
		expect(ids('site', false)).toEqual(['b', 'a', 'c']);
		expect(ids('rows', true)).toEqual(['b', 'a', 'c']);
	});

	it('of nobody’s site come last either way', () => {
		expect(ids('client', false)).toEqual(['c', 'b', 'a']);
		expect(ids('client', true)).toEqual(['c', 'b', 'a']);
	});

	it('begin with the most where it is numbers, and turn round on the second click', () => {
		expect(orderAfterClick(newestFirst, 'site')).toEqual({ by: 'site', descending: false });
		expect(orderAfterClick(newestFirst, 'blocked')).toEqual({ by: 'blocked', descending: true });
		expect(orderAfterClick(newestFirst, 'started')).toEqual({ by: 'started', descending: false });
	});
});

it('the views of a result have addresses of their own', () => {
	for (const route of [
		{ at: 'run', runId: 'r/1' },
		{ at: 'run', runId: 'r1', row: 0 },
		{ at: 'overview', runId: 'r1' },
		{ at: 'compare', before: 'a b', after: 'c' },
		{ at: 'site', name: 'a/b' },
		{ at: 'site', name: 'a', section: 'customer-access' },
	] as const) {
		expect(parseRoute(routeHash(route))).toEqual(route);
	}
	expect(parseRoute('#/runs/r1/compare/')).toEqual({ at: 'run', runId: 'r1' });
	expect(parseRoute('#/runs/r1/rows/x')).toEqual({ at: 'run', runId: 'r1' });
});

it('a share is never nothing of something, nor all where something is missing', () => {
	expect([
		formatShare(0, 10),
		formatShare(1, 1000),
		formatShare(999, 1000),
		formatShare(5, 5),
		formatShare(1, 3),
		formatShare(0, 0),
	]).toEqual(['0%', '<1%', '99%', '100%', '33%', '0%']);
});
