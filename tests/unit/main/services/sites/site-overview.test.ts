import { describe, expect, it } from 'vitest';
import { overviewOf } from '#main/services/sites/site-overview.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import type { Failure } from '#shared/outcome.ts';
import type { Run, SiteInfo } from '#shared/run.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const site = (name: string, change: Partial<SiteInfo> = {}): SiteInfo => ({
	name,
	url: `https://${name}.atlassian.net`,
	adminUrl: 'https://api.atlassian.com',
	gatewayUrl: null,
	signIn: 'token',
	oauth: null,
	door: null,
	readOnly: false,
	email: 'robin@consult.example',
	orgId: null,
	deskKey: null,
	hasApiToken: true,
	hasOrgApiKey: true,
	management: 'centralized',
	addedAt: '2026-01-01T00:00:00.000Z',
	client: null,
	tokenExpiresOn: null,
	...change,
});
const run = (id: string, name: string, startedAt: string, stop: Failure | null = null): Run => ({
	id,
	listName: 'list.csv',
	columns: [],
	site: { name, url: `https://${name}.atlassian.net` },
	desk: null,
	mode: 'live',
	snapshot: null,
	state: stop === null ? 'finished' : 'stopped',
	stop,
	startedAt,
	finishedAt: null,
	access: unknownCustomerAccess,
	calls: {},
	rowCount: 9,
	checkedCount: 7,
	summary: { 'ready-new': 7, 'not-checked': 2 },
	findings: [],
});
const rejected: Failure = { code: 'token-rejected', details: {} };
const seen = (runs: readonly Run[] = [], snapshots: readonly SnapshotInfo[] = []) => ({ runs, snapshots, nowMs: now });
const only = (sites: readonly SiteInfo[], runs: readonly Run[] = []) => overviewOf(sites, seen(runs))[0];
const snapshot = (name: string, takenAt: string, state: SnapshotInfo['state'] = 'complete'): SnapshotInfo => ({
	id: '0123456789ab',
	site: { name, url: `https://${name}.atlassian.net` },
	state,
	takenAt,
	access: unknownCustomerAccess,
	desks: [],
	parts: [],
	adminFiles: [],
	bytes: 1,
});

describe('the overview of many sites', () => {
	it('groups them by client, in order, and those of nobody come last', () => {
		const sites = [
			site('zeta'),
			site('b', { client: 'Orchid' }),
			site('alpha'),
			site('a', { client: 'Orchid' }),
			site('c', { client: 'Acme' }),
		];
		expect(overviewOf(sites, seen()).map(({ client, name }) => `${client ?? '-'} ${name}`)).toEqual([
			'Acme c',
			'Orchid a',
			'Orchid b',
			'- alpha',
			'- zeta',
		]);
	});

	it('shows the last run of each, and no other', () => {
		const runs = [run('3', 'b', '2026-11-03'), run('2', 'a', '2026-11-02'), run('1', 'a', '2026-11-01')];
		const overview = overviewOf([site('a'), site('b'), site('c')], seen(runs));
		expect(overview.map(({ lastRun }) => lastRun?.id ?? null)).toEqual(['2', '3', null]);
		expect(overview[0]?.lastRun).toMatchObject({ summary: { 'ready-new': 7, 'not-checked': 2 }, rowCount: 9, checkedCount: 7 });
		expect(overview[0]?.snapshotAgeMs).toBeNull();
	});

	it('tells how old the newest snapshot of each is, and leaves out one that is still being pulled', () => {
		const snapshots = [
			snapshot('a', '2026-11-23T11:59:00.000Z', 'pulling'),
			snapshot('b', '2026-11-23T12:00:05.000Z'),
			snapshot('a', '2026-11-23T11:00:00.000Z', 'incomplete'),
			snapshot('a', '2026-11-01T00:00:00.000Z'),
		];
		const overview = overviewOf([site('a'), site('b'), site('c')], seen([], snapshots));
		expect(overview.map(({ snapshotAgeMs }) => snapshotAgeMs)).toEqual([3_600_000, 0, null]);
	});

	it.each([
		['missing', { hasApiToken: false }, [], 'missing'],
		['present', {}, [], 'present'],
		['expired since the day it was said to last until', { tokenExpiresOn: '2026-11-22' }, [], 'expired'],
		['present on its last day', { tokenExpiresOn: '2026-11-23' }, [], 'present'],
		['rejected, where that stopped the last run', {}, [run('1', 'a', '2026-11-01', rejected)], 'rejected'],
		['present, where a run has gone well since', {}, [run('2', 'a', '2026-11-02'), run('1', 'a', '2026-11-01', rejected)], 'present'],
		['present, where the site was added anew since', { addedAt: '2026-11-05' }, [run('1', 'a', '2026-11-01', rejected)], 'present'],
	] as const)('says of the API token: %s', (_what, change, runs, state) => {
		expect(only([site('a', change)], runs)?.apiToken.state).toBe(state);
	});

	it('says of the organisation key the same, though one with scopes works for what they cover', () => {
		const key = (details: Failure['details']) => [run('1', 'a', '2026-11-01', { code: 'org-key-rejected', details })];
		expect(only([site('a')], key({}))?.orgApiKey.state).toBe('rejected');
		expect(only([site('a')], key({ missingScope: true }))?.orgApiKey.state).toBe('present');
		expect(only([site('a', { hasOrgApiKey: false })])?.orgApiKey.state).toBe('missing');
	});
});
