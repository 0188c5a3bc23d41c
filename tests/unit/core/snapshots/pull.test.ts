import { describe, expect, it } from 'vitest';
import { earlierAnswers } from '#core/snapshots/earlier-answers.ts';
import { failed } from '#shared/outcome.ts';
import { directoryUser, jiraUser } from '../../../support/evidence.ts';
import { memorySnapshot } from '../../../support/memory-snapshot.ts';
import { pull } from '../../../support/pulled.ts';
import {
	customerRole,
	failure,
	type Interference,
	jsmResource,
	type ScriptedSite,
	scriptQuestions,
} from '../../../support/scripted-questions.ts';
import { withListing } from '../../../support/scripted-site.ts';

const people = ['ann', 'bea', 'cid', 'dan', 'eve'].map((name) => directoryUser({ accountId: `5b-${name}`, email: `${name}@a.example` }));
const [ann, bea, cid] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
const off = { status: 'deactivated', accountStatus: 'inactive' } as const;
const two = [
	{ id: 'directory-1', name: null },
	{ id: 'directory-2', name: null },
];
const desk = (id: string, projectKey: string) => ({ id, projectId: `1000${id}`, projectKey, projectName: projectKey });
const accounts = people.map(({ accountId, email }) => jiraUser({ accountId, email }));
const customers = accounts.map(({ accountId, email }) => ({ accountId, email, active: true, displayName: null }));

const siteOf = (site: Partial<ScriptedSite> = {}, interference: Interference = {}, listing: Parameters<typeof withListing>[1] = {}) =>
	withListing(scriptQuestions({ directory: [...people], accounts, customers, ...site }, interference), listing);

const stateOf = (draft: ReturnType<typeof memorySnapshot>, name: string) => {
	const part = draft.parts().find((one) => one.name === name);
	return part && [part.state, part.why, part.records];
};

describe('a pull', () => {
	it('reads every part, with when and by which call', async () => {
		const roles = { '5b-ann': customerRole() };
		const site = siteOf({ roles, directory: [ann, { ...bea, ...off }], manageable: { '5b-bea': { kind: 'allowed' } } });
		const { draft, outcome } = await pull(site);
		expect(outcome.ok).toBe(true);
		expect(draft.parts().map(({ name, state, records }) => [name, state, records])).toEqual(
			expect.arrayContaining([
				['site', 'complete', 1],
				['organisation', 'complete', 1],
				['directories', 'complete', 1],
				['domains', 'complete', 1],
				['desks', 'complete', 1],
				['permission:1', 'complete', 2],
				['customers:1', 'complete', 5],
				['accounts', 'complete', 5],
				['directory', 'complete', 2],
				['roles', 'complete', 1],
				['manageable', 'complete', 1],
				['role-assignments', 'complete', 0],
			]),
		);
		for (const part of draft.parts().filter(({ records }) => records > 0)) {
			expect(part.from).toMatch(/^2026-11-23T12:00/);
			expect(part.source).toMatch(/^(?:GET|POST) \//);
		}
	});

	it('asks about single people only where that is open: switched off and not known to be synced', async () => {
		const synced = { ...bea, ...off, claimStatus: 'managed', managementSource: 'synced' } as const;
		const site = siteOf({ directory: [ann, synced, { ...cid, ...off }] });
		await pull(site);
		expect(site.log.filter(({ name }) => name === 'manageable').map(({ args }) => args[0])).toEqual(['5b-cid']);
		expect(site.count('roleAssignments')).toBe(0);
	});

	it('asks how roles are held where an organisation has several directories, of holders first', async () => {
		const roles = { '5b-ann': [...customerRole(), ...customerRole().map((one) => ({ ...one, resourceId: 'ari:other' }))] };
		const site = siteOf({ directories: two, roles });
		const { draft } = await pull(site);
		expect(site.log.filter(({ name }) => name === 'roleAssignments').map(({ args }) => args[1])).toEqual([
			'5b-ann',
			'5b-bea',
			'5b-cid',
			expect.any(String),
			expect.any(String),
		]);
		const kept = draft.appended.filter(({ name }) => name === 'role-assignments').flatMap(({ records }) => records);
		expect(JSON.stringify(kept)).toContain(jsmResource);
		expect(JSON.stringify(kept)).not.toContain('ari:other');
	});

	it('asks person by person where the filter as such is refused', async () => {
		const refuse = (_cursor: string | null, filtered: boolean) => (filtered ? failure('call-refused', { status: 400 }) : null);
		const site = siteOf({ directory: [ann, { ...bea, status: 'suspended' }, cid] }, {}, { interfere: refuse });
		const { draft, outcome } = await pull(site);
		expect(outcome.ok).toBe(true);
		expect(stateOf(draft, 'roles')).toEqual(['refused', 'call-refused', 0]);
		expect(site.log.filter(({ name }) => name === 'roleAssignments').map(({ args }) => args[1])).toEqual(['5b-ann', '5b-cid']);
	});

	it('reads the people of the desks that are named, and of all where none is', async () => {
		const desks = [desk('1', 'HELP'), desk('2', 'OPS')];
		const one = await pull(siteOf({ desks }), { deskKeys: ['ops'] });
		expect(one.draft.parts().map(({ name }) => name)).not.toContain('customers:1');
		expect(stateOf(one.draft, 'customers:2')).toEqual(['complete', null, 5]);
		const all = await pull(siteOf({ desks }));
		expect(all.draft.parts().map(({ name }) => name)).toEqual(
			expect.arrayContaining(['customers:1', 'customers:2', 'permission:1', 'permission:2']),
		);
		expect((await pull(siteOf({ desks }), { deskKeys: ['NOPE'] })).outcome).toMatchObject({ failure: { code: 'desk-not-found' } });
	});

	it('without an organisation key says that the organisation was not asked', async () => {
		const { draft, outcome } = await pull(siteOf(), { hasOrgKey: false });
		expect(outcome.ok).toBe(true);
		expect(stateOf(draft, 'organisation')).toEqual(['not-asked', 'no-org-key', 0]);
		expect(draft.parts().map(({ name }) => name)).not.toContain('directory');
	});

	it.each([
		['domains', { verifiedDomains: () => failure('caller-lacks-rights') }],
		['directories', { directories: () => failure('call-refused') }],
		['permission:1', { permissionHolders: () => failure('caller-lacks-rights') }],
		['customers:1', { deskCustomers: () => failure('caller-lacks-rights') }],
	] satisfies [string, Interference][])('goes on where %s is refused, and says so', async (name, interference) => {
		const { draft, outcome } = await pull(siteOf({}, interference));
		expect(outcome.ok).toBe(true);
		expect(stateOf(draft, name)?.[0]).toBe('refused');
		expect(stateOf(draft, 'accounts')?.[0]).toBe('complete');
	});

	it.each(['unexpected-answer', 'call-refused'] as const)('leaves a part unfinished that meets %s, and reads the others', async (code) => {
		const { draft, outcome } = await pull(siteOf({}, { users: (startAt) => (startAt > 0 ? failure(code) : null) }));
		expect(outcome.ok).toBe(true);
		expect(stateOf(draft, 'accounts')).toEqual(['unfinished', code, 5]);
		expect(stateOf(draft, 'directory')).toEqual(['complete', null, 5]);
	});

	it('asks for smaller pages where the site takes too long for a large one', async () => {
		const slow: Interference = { users: (_startAt, size) => (size > 200 ? failure('call-refused', { status: 409 }) : null) };
		const { draft } = await pull(siteOf({}, slow));
		expect(stateOf(draft, 'accounts')).toEqual(['complete', null, 5]);
	});

	it('keeps garbled records in their place', async () => {
		const { draft } = await pull(siteOf({ garbledAccounts: [{ key: 'x@a.example', problem: 'active: expected boolean' }] }));
		expect(stateOf(draft, 'accounts')).toEqual(['complete', null, 6]);
	});

	it.each(['unreachable', 'token-rejected', 'rate-limited'] as const)('ends with %s, and keeps what it has', async (code) => {
		const { draft, outcome } = await pull(siteOf({}, {}, { interfere: (cursor) => (cursor === '2' ? failure(code) : null) }));
		expect(outcome).toMatchObject({ ok: false, failure: { code } });
		expect(stateOf(draft, 'directory')).toEqual(['unfinished', null, 2]);
	});

	it('ends with what keeps a page from being stored', async () => {
		const draft = memorySnapshot();
		const site = siteOf({}, {}, { interfere: () => (draft.failWith(failed('store-full')), null) });
		expect((await pull(site, { draft })).outcome).toMatchObject({ failure: { code: 'store-full' } });
	});

	it('ends before its next question when it is cancelled', async () => {
		const abort = new AbortController();
		const site = siteOf({}, {}, { interfere: () => (abort.abort(), null) });
		const { outcome } = await pull(site, { signal: abort.signal });
		expect(outcome).toMatchObject({ failure: { code: 'cancelled' } });
		expect(site.pages).toHaveLength(1);
	});

	it('ends where pages go in circles', async () => {
		const site = siteOf();
		const circling = {
			...site,
			everybody: async () => ({
				ok: true as const,
				value: { value: { items: people, unreadable: [], next: 'again' }, source: 's', at: '2026-11-23T12:00:00.000Z' },
			}),
		};
		expect((await pull(circling)).outcome).toMatchObject({ failure: { code: 'unexpected-answer' } });
	});
});

describe('going on with a pull', () => {
	const brokenAt = async (cursor: string) => {
		const draft = memorySnapshot();
		const broken = siteOf({}, {}, { interfere: (at) => (at === cursor ? failure('unreachable') : null) });
		expect((await pull(broken, { draft })).outcome.ok).toBe(false);
		return draft;
	};

	it('asks for no page again that was stored', async () => {
		const draft = await brokenAt('4');
		const site = siteOf();
		expect((await pull(site, { draft })).outcome.ok).toBe(true);
		expect(site.pages.filter(({ filtered }) => !filtered)).toEqual([{ cursor: '4', filtered: false }]);
		expect(site.count('users')).toBe(0);
		expect(stateOf(draft, 'directory')).toEqual(['complete', null, 5]);
		const ids = draft.appended
			.filter(({ name }) => name === 'directory')
			.flatMap(({ records }) => records.map((one) => (one as string[])[0]));
		expect(ids).toEqual(people.map(({ accountId }) => accountId));
	});

	it('asks nobody again who has answered', async () => {
		const directory = people.map((one) => ({ ...one, ...off }));
		const draft = memorySnapshot();
		let answered = 0;
		const breaking: Interference = { manageable: () => (++answered > 3 ? failure('unreachable') : null) };
		await pull(siteOf({ directory }, breaking), { draft });
		const site = siteOf({ directory });
		await pull(site, { draft });
		expect(site.count('manageable')).toBe(5 - 3);
		expect(stateOf(draft, 'manageable')).toEqual(['complete', null, 5]);
	});

	it('reads a part from its beginning where the site does not know the place any more', async () => {
		const draft = await brokenAt('4');
		const forgotten = siteOf(
			{},
			{},
			{ interfere: (cursor, filtered) => (cursor === '4' && !filtered && forgotten.pages.length === 1 ? failure('call-refused') : null) },
		);
		expect((await pull(forgotten, { draft })).outcome.ok).toBe(true);
		expect(stateOf(draft, 'directory')).toEqual(['complete', null, 5]);
	});

	it('reads the connection anew, for rights and tokens may have changed', async () => {
		const draft = await brokenAt('2');
		const site = siteOf({ domains: ['new.example'] });
		await pull(site, { draft });
		expect(site.count('myPermissions')).toBe(1);
		expect(stateOf(draft, 'domains')).toEqual(['complete', null, 1]);
	});

	it.each([
		['site', { cloudId: 'cloud-2', workspaces: { 'org-1': [] } }],
		[
			'organisation',
			{ organisations: [{ id: 'org-2', name: null }], workspaces: { 'org-2': [{ id: jsmResource, hostUrl: null, status: null }] } },
		],
	])('is refused where the tokens lead to another %s', async (_what, change) => {
		const draft = await brokenAt('2');
		expect((await pull(siteOf(change), { draft })).outcome).toMatchObject({ failure: { code: 'snapshot-other-site' } });
	});

	it('tries a part again that was refused before', async () => {
		const draft = memorySnapshot();
		await pull(siteOf({}, { deskCustomers: () => failure('caller-lacks-rights') }), { draft });
		await pull(siteOf(), { draft });
		expect(stateOf(draft, 'customers:1')).toEqual(['complete', null, 5]);
	});
});

describe('an update', () => {
	it('asks about single people again only where their record changed, and keeps when they answered', async () => {
		const directory = people.map((one) => ({ ...one, ...off }));
		const manageable = Object.fromEntries(people.map(({ accountId }) => [accountId, { kind: 'forbidden', key: 'forbidden' } as const]));
		const before = await pull(siteOf({ directory, manageable }));
		const earlier = earlierAnswers(before.draft.stored());
		if (!earlier.ok) throw new Error('the earlier snapshot is whole');
		const changed = directory.map((one) => (one.accountId === '5b-cid' ? { ...one, claimStatus: 'managed' as const } : one));
		const site = siteOf({ directory: changed, manageable });
		const { draft } = await pull(site, { earlier: earlier.value });
		expect(site.log.filter(({ name }) => name === 'manageable').map(({ args }) => args[0])).toEqual(['5b-cid']);
		expect(stateOf(draft, 'manageable')).toEqual(['complete', null, 5]);
		expect(site.pages.filter(({ filtered }) => !filtered)).toHaveLength(3);
	});

	it('asks again whose answer was none', async () => {
		const directory = [{ ...ann, ...off }];
		const before = await pull(siteOf({ directory }, { manageable: () => failure('site-error') }));
		const earlier = earlierAnswers(before.draft.stored());
		const site = siteOf({ directory, manageable: { '5b-ann': { kind: 'allowed' } } });
		await pull(site, { earlier: earlier.ok ? earlier.value : null });
		expect(site.count('manageable')).toBe(1);
	});
});
