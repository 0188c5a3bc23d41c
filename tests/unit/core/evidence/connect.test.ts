import { describe, expect, it } from 'vitest';
import { chooseDesk, connect, type ConnectRequest, inspectDesk } from '#core/evidence/connect.ts';
import { directoryUser } from '../../../support/evidence.ts';
import {
	customerRole,
	failure,
	type Interference,
	jsmResource,
	type ScriptedSite,
	scriptQuestions,
	siteHost,
} from '../../../support/scripted-questions.ts';

const request: ConnectRequest = { siteHost, hasOrgKey: true, orgId: null, callerEmail: null };
const connectTo = (site: Partial<ScriptedSite> = {}, interference: Interference = {}, overrides: Partial<ConnectRequest> = {}) =>
	connect(scriptQuestions(site, interference), { ...request, ...overrides });

const elsewhere = [{ id: 'ari:cloud:jira-servicedesk::site/other', hostUrl: 'https://other.atlassian.net', status: 'online' }];
const ours = [{ id: jsmResource, hostUrl: `https://${siteHost}/`, status: 'online' }];
const two = [
	{ id: 'org-other', name: 'Other' },
	{ id: 'org-1', name: 'Halden' },
];

describe('connecting to a site', () => {
	it('tells who we are, what we may, where the site belongs and which desks there are', async () => {
		expect(await connectTo()).toMatchObject({
			ok: true,
			value: {
				cloudId: 'cloud-1',
				account: { accountId: '5b-admin', name: 'Robin' },
				organisation: {
					id: 'org-1',
					jsmResource,
					verifiedDomains: ['halden.example'],
					isResourceGuessed: false,
					offline: null,
					missesKnown: false,
				},
				desks: { ok: true, value: [{ id: '1', key: 'HELP', name: 'Help Centre' }] },
			},
		});
	});

	it.each(['ADMINISTER', 'USER_PICKER'])(
		'fails where the caller lacks %s, naming it, before the organisation is asked',
		async (missing) => {
			const questions = scriptQuestions({ permissions: { ADMINISTER: true, USER_PICKER: true, [missing]: false } });
			expect(await connect(questions, request)).toMatchObject({
				ok: false,
				failure: { code: 'caller-lacks-rights', details: { missing: [missing] } },
			});
			expect(questions.count('organisations')).toBe(0);
		},
	);

	it('does not read a permission that was not told as one that is missing', async () => {
		expect((await connectTo({ permissions: { ADMINISTER: true } })).ok).toBe(true);
	});

	it.each(['unexpected-answer', 'call-refused'] as const)(
		'calls an address that answers the first question with %s no Atlassian site',
		async (code) => {
			expect(await connectTo({}, { tenant: () => failure(code) })).toMatchObject({ failure: { code: 'not-an-atlassian-site' } });
		},
	);

	it('passes a rejected token and an unreachable site on', async () => {
		expect(await connectTo({}, { myself: () => failure('token-rejected') })).toMatchObject({ failure: { code: 'token-rejected' } });
		expect(await connectTo({}, { tenant: () => failure('unreachable') })).toMatchObject({ failure: { code: 'unreachable' } });
	});

	it('asks the organisation nothing without a key', async () => {
		const questions = scriptQuestions();
		expect(await connect(questions, { ...request, hasOrgKey: false })).toMatchObject({ ok: true, value: { organisation: null } });
		expect(questions.log.map(({ name }) => name)).toEqual(['tenant', 'myself', 'myPermissions', 'desks']);
	});
});

describe('finding the organisation of the site', () => {
	it('refuses the key of another organisation', async () => {
		expect(await connectTo({ workspaces: { 'org-1': elsewhere } })).toMatchObject({
			failure: { code: 'site-not-in-organisation', details: { site: siteHost, org: 'Halden' } },
		});
	});

	it('finds among several organisations the one that has the site', async () => {
		expect(await connectTo({ organisations: two, workspaces: { 'org-other': elsewhere, 'org-1': ours } })).toMatchObject({
			value: { organisation: { id: 'org-1' } },
		});
	});

	it('does not guess between several organisations that hide their sites', async () => {
		expect(await connectTo({ organisations: two }, { workspaces: () => failure('caller-lacks-rights') })).toMatchObject({
			ok: false,
			failure: { code: 'org-ambiguous' },
		});
	});

	it('takes the one that is named, and only if it has the site', async () => {
		const site = { organisations: two, workspaces: { 'org-other': elsewhere, 'org-1': ours } };
		expect(await connectTo(site, {}, { orgId: 'org-1' })).toMatchObject({ value: { organisation: { id: 'org-1' } } });
		expect(await connectTo(site, {}, { orgId: 'org-other' })).toMatchObject({ failure: { code: 'site-not-in-organisation' } });
	});

	it('fails where the key does not see the organisation that is named, or any', async () => {
		expect(await connectTo({}, {}, { orgId: 'org-9' })).toMatchObject({ failure: { code: 'org-not-found', details: { org: 'org-9' } } });
		expect(await connectTo({ organisations: [] })).toMatchObject({ failure: { code: 'org-not-found' } });
	});

	it('finds the site by its cloud id or its host', async () => {
		const byHost = [{ id: 'ari:cloud:jira::site/x', hostUrl: `https://${siteHost.toUpperCase()}/jira`, status: 'online' }];
		const byId = [{ id: 'ari:cloud:jira::site/cloud-1', hostUrl: null, status: 'online' }];
		for (const workspaces of [byHost, byId]) {
			expect(await connectTo({ workspaces: { 'org-1': workspaces } })).toMatchObject({ value: { organisation: { jsmResource } } });
		}
	});

	it('makes the resource from the cloud id where the workspaces are refused', async () => {
		expect(await connectTo({}, { workspaces: () => failure('call-refused', { status: 404 }) })).toMatchObject({
			value: { organisation: { jsmResource } },
		});
	});

	it('bears refused details, but no rejected key', async () => {
		expect(await connectTo({}, { verifiedDomains: () => failure('caller-lacks-rights') })).toMatchObject({
			value: { organisation: { verifiedDomains: [], isResourceGuessed: false, offline: null, missesKnown: false } },
		});
		expect(await connectTo({}, { verifiedDomains: () => failure('scope-missing', { which: 'orgApiKey' }) })).toMatchObject({ ok: true });
		expect(await connectTo({}, { verifiedDomains: () => failure('org-key-rejected') })).toMatchObject({
			failure: { code: 'org-key-rejected' },
		});
		expect(await connectTo({}, { organisations: () => failure('org-key-rejected') })).toMatchObject({
			failure: { code: 'org-key-rejected' },
		});
	});

	it('takes a guessed resource for the right one only where the asking account is found to hold a role on it', async () => {
		const robin = directoryUser({ accountId: '5b-admin', email: 'robin@halden.example' });
		const asRobin = { callerEmail: 'robin@halden.example' };
		const guessed = async (site: Partial<ScriptedSite>, asked: Partial<ConnectRequest> = asRobin) => {
			const found = await connectTo(site, { workspaces: () => failure('call-refused', { status: 404 }) }, asked);
			return found.ok && found.value.organisation?.isResourceGuessed;
		};
		expect(await guessed({ directory: [robin], roles: { '5b-admin': customerRole() } })).toBe(false);
		expect(await guessed({ directory: [robin] })).toBe(true);
		expect(await guessed({ directory: [] })).toBe(true);
		expect(await guessed({ directory: [robin], roles: { '5b-admin': customerRole() } }, {})).toBe(true);
		expect(await connectTo({ workspaces: { 'org-1': [] }, directory: [robin] }, {}, asRobin)).toMatchObject({
			value: { organisation: { isResourceGuessed: true } },
		});
	});

	it('notes where a search does not find the asking account: what it does not find may be there', async () => {
		const found = await connectTo({ directory: [] }, {}, { callerEmail: 'robin@halden.example' });
		expect(found).toMatchObject({ value: { organisation: { missesKnown: true } } });
	});

	it('looks in a service account’s place for people who use the site: no directory has the account itself', async () => {
		const robin = directoryUser({ accountId: '5b-robin', email: 'robin@halden.example' });
		const listed = { accountId: '5b-robin', accountType: 'atlassian', email: robin.email, active: true, displayName: null } as const;
		const missesKnown = async (site: Partial<ScriptedSite>) => {
			const found = await connectTo(site, {}, { callerEmail: 'Audit@serviceaccount.atlassian.com' });
			return found.ok && found.value.organisation?.missesKnown;
		};
		expect(await missesKnown({ directory: [robin], accounts: [listed] })).toBe(false);
		expect(await missesKnown({ directory: [], accounts: [listed] })).toBe(true);
		expect(await missesKnown({ directory: [robin], accounts: [] })).toBe(true);
		expect(await missesKnown({ directory: [robin], accounts: [{ ...listed, active: false }] })).toBe(true);
	});

	it('knows by the asking account that a search looks at no roles, and that another one does', async () => {
		const robin = directoryUser({ accountId: '5b-admin', email: 'robin@halden.example' });
		const site = { directory: [robin], roles: { '5b-admin': customerRole() } };
		const asRobin = { callerEmail: 'Robin@halden.example' };
		expect(await connectTo(site, {}, asRobin)).toMatchObject({ value: { organisation: { ignoresRoles: false, missesKnown: false } } });
		const questions = scriptQuestions(site);
		const ignoring: typeof questions = {
			...questions,
			directoryUsers: (orgId, { emails, cursor }) => questions.directoryUsers(orgId, { emails, cursor }),
		};
		expect(await connect(ignoring, { ...request, ...asRobin })).toMatchObject({ value: { organisation: { ignoresRoles: true } } });
	});

	it('reads more organisations, directories and domains than fit on a page', async () => {
		const organisations = [...two.slice(0, 1), { id: 'org-2', name: null }, ...two.slice(1)];
		const found = await connectTo({
			organisations,
			adminPage: 1,
			domains: ['a.example', 'b.example'],
			workspaces: { 'org-other': elsewhere, 'org-2': elsewhere, 'org-1': ours },
		});
		expect(found).toMatchObject({
			value: {
				organisation: {
					id: 'org-1',
					verifiedDomains: ['a.example', 'b.example'],
					isResourceGuessed: false,
					offline: null,
					missesKnown: false,
				},
			},
		});
	});
});

describe('choosing the desk', () => {
	const help = { id: '1', key: 'HELP', name: 'Help Centre' };
	const open = { id: '2', key: 'OPEN', name: 'Open Questions' };

	it.each(['HELP', 'help', '1', 'help centre'])('knows it by key, id or name: %s', (wanted) => {
		expect(chooseDesk([open, help], wanted)).toEqual({ ok: true, value: help });
	});

	it('takes the only one unasked, and asks among several', () => {
		expect(chooseDesk([help], null)).toEqual({ ok: true, value: help });
		expect(chooseDesk([help, open], null)).toMatchObject({ failure: { code: 'desk-ambiguous', details: { desks: ['HELP', 'OPEN'] } } });
	});

	it('names the desks there are where the wanted one is not among them', () => {
		expect(chooseDesk([help, open], 'NOPE')).toMatchObject({
			failure: { code: 'desk-not-found', details: { desk: 'NOPE', desks: ['HELP', 'OPEN'] } },
		});
		expect(chooseDesk([], null)).toMatchObject({ failure: { code: 'desk-not-found' } });
	});
});

describe('inspecting the desk', () => {
	const help = { id: '1', key: 'HELP', name: 'Help Centre' };

	it('finds a missing portal permission once for the desk', async () => {
		expect(await inspectDesk(scriptQuestions({ holders: { BROWSE_PROJECTS: ['applicationRole'] } }), help, null)).toMatchObject({
			value: [{ cause: 'desk-permission-missing', certainty: 'proven' }],
		});
		expect(await inspectDesk(scriptQuestions(), help, null)).toEqual({ ok: true, value: [] });
	});

	it('finds nothing where the scheme may not be read', async () => {
		expect(await inspectDesk(scriptQuestions({}, { permissionHolders: () => failure('caller-lacks-rights') }), help, null)).toEqual({
			ok: true,
			value: [],
		});
		expect(await inspectDesk(scriptQuestions({}, { permissionHolders: () => failure('token-rejected') }), help, null)).toMatchObject({
			failure: { code: 'token-rejected' },
		});
	});
});
