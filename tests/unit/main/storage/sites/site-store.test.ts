import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createSiteStore, type SiteRecord, type SiteStore, type StoredSignIn } from '#main/storage/sites/site-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { codeOf, temporaryFolder, valueOf } from '../samples.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let sites: SiteStore;
const acme: SiteRecord = {
	name: 'Acme',
	url: 'https://acme.atlassian.net',
	adminUrl: 'https://api.atlassian.com',
	gatewayUrl: null,
	authUrl: null,
	oauth: null,
	door: null,
	readOnly: false,
	email: 'admin@acme.com',
	orgId: null,
	deskKey: null,
	management: 'centralized',
	addedAt: '2026-03-01T09:00:00.000Z',
	client: null,
	tokenExpiresOn: '2027-03-01',
};

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/a/b/invite-doctor.sqlite`));
	sites = createSiteStore(sql);
});
afterEach(() => {
	sql.close();
	folder.remove();
});

it('keeps sites by name', () => {
	valueOf(sites.add(acme));
	valueOf(sites.add({ ...acme, name: 'aardvark', orgId: 'org-2', management: 'original' }));
	expect(sites.list().map(({ name }) => name)).toEqual(['aardvark', 'Acme']);
	expect(valueOf(sites.get('acme'))).toEqual(acme);
});

it('keeps where a token is let in, and whether it may change anything', () => {
	valueOf(sites.add({ ...acme, gatewayUrl: 'http://127.0.0.1:1', readOnly: true }));
	valueOf(sites.setDoor('acme', { via: 'gateway', cloudId: 'c-1' }));
	expect(valueOf(sites.get('acme'))).toMatchObject({
		gatewayUrl: 'http://127.0.0.1:1',
		readOnly: true,
		door: { via: 'gateway', cloudId: 'c-1' },
	});
	valueOf(sites.setDoor('acme', { via: 'site' }));
	valueOf(sites.setReadOnly('acme', false));
	expect(valueOf(sites.get('acme'))).toMatchObject({ readOnly: false, door: { via: 'site' } });
	valueOf(sites.setDoor('acme', null));
	expect(valueOf(sites.get('acme')).door).toBe(null);
	expect([codeOf(sites.setDoor('other', null)), codeOf(sites.setReadOnly('other', true))]).toEqual(['site-not-found', 'site-not-found']);
});

it('refuses a name that is taken, in whatever case, and keeps the first', () => {
	valueOf(sites.add(acme));
	expect(codeOf(sites.add({ ...acme, name: 'ACME', email: 'other@acme.com' }))).toBe('site-name-taken');
	expect(valueOf(sites.get('Acme')).email).toBe('admin@acme.com');
});

it('removes a site once', () => {
	valueOf(sites.add(acme));
	expect(codeOf(sites.remove('acme'))).toBe('ok');
	expect(codeOf(sites.remove('acme'))).toBe('site-not-found');
	expect(codeOf(sites.get('acme'))).toBe('site-not-found');
});

it('says whose site it is, until somebody says otherwise', () => {
	valueOf(sites.add({ ...acme, client: 'Tinplate & Sons' }));
	expect(valueOf(sites.get('Acme')).client).toBe('Tinplate & Sons');
	valueOf(sites.setClient('acme', 'Orchid Bank'));
	expect(valueOf(sites.get('Acme'))).toEqual({ ...acme, client: 'Orchid Bank' });
	valueOf(sites.setClient('ACME', null));
	expect(valueOf(sites.get('Acme')).client).toBeNull();
	expect(codeOf(sites.setClient('none', 'x'))).toBe('site-not-found');
});

it('stores another way of signing in at once, and nothing of the one before', () => {
	valueOf(sites.add({ ...acme, tokenExpiresOn: '2026-12-01' }));
	const app = { clientId: 'client', callbackPort: 28_417 };
	const byApp: StoredSignIn = { oauth: app, email: null, door: { via: 'gateway', cloudId: 'c-1' }, tokenExpiresOn: null };
	const byToken: StoredSignIn = { oauth: null, email: 'robin@acme.example', door: null, tokenExpiresOn: '2027-12-01' };
	for (const signIn of [byApp, byToken]) {
		valueOf(sites.setSignIn('ACME', signIn));
		expect(valueOf(sites.get('acme'))).toEqual({ ...acme, ...signIn });
	}
	expect(codeOf(sites.setSignIn('none', byApp))).toBe('site-not-found');
});

it('sets the style of user management of every site with the address', () => {
	valueOf(sites.add(acme));
	valueOf(sites.add({ ...acme, name: 'Twin' }));
	valueOf(sites.add({ ...acme, name: 'Other', url: 'https://other.atlassian.net' }));
	valueOf(sites.setManagement(acme.url, 'original'));
	expect(sites.list().map(({ management }) => management)).toEqual(['original', 'centralized', 'original']);
});
