import { expect, test } from 'vitest';
import { declaredAccess, parseDomains, unknownAccess } from '../../../src/renderer/features/access/access-fields.ts';
import { pageLink } from '../../../src/renderer/features/links/page-links.ts';
import { findProblems, newSite } from '../../../src/renderer/features/sites/new-site.ts';
import { parseRoute, routeHash } from '../../../src/renderer/route.ts';
import { siteUrl } from '../../../src/renderer/sites.ts';

const fields = {
	url: 'acme',
	signIn: 'token',
	clientId: '',
	clientSecret: '',
	callbackPort: '28417',
	name: ' ',
	email: 'a@b.example',
	apiToken: ' t ',
	orgApiKey: '',
	orgId: '',
	management: 'centralized',
	client: ' ',
	tokenExpiresOn: '',
	readOnly: false,
} as const;

test('domains are taken as people paste them', () => {
	expect(parseDomains(' @Acme.com, beta.org\n\nacme.com ;x.io')).toEqual(['acme.com', 'beta.org', 'x.io']);
	expect(parseDomains(' \n')).toBeNull();
});

test('nothing declared is not a declaration, and unknown is not off', () => {
	expect(declaredAccess(unknownAccess)).toBeNull();
	expect(declaredAccess({ ...unknownAccess, internal: 'off', approvedDomains: 'a.com' })).toEqual({
		internal: false,
		approvedDomains: null,
		external: null,
		allowedDomains: null,
	});
});

test('a site is named by label, host or address', () => {
	expect([siteUrl('acme'), siteUrl('acme.atlassian.net'), siteUrl('https://acme.atlassian.net/x')]).toEqual([
		'https://acme.atlassian.net',
		'https://acme.atlassian.net',
		'https://acme.atlassian.net/x',
	]);
});

test('empty optional fields are left out', () => {
	expect(newSite(fields)).toEqual({ url: 'https://acme.atlassian.net', email: 'a@b.example', apiToken: 't', management: 'centralized' });
});

test('what is missing is named by field', () => {
	expect(findProblems({ ...fields, email: 'nobody', apiToken: '' })).toEqual({ email: 'email-invalid', apiToken: 'required' });
});

test('an app takes the place of account and token, and its port has to be one', () => {
	const app = { ...fields, signIn: 'oauth', clientId: ' id ', clientSecret: 's' } as const;
	expect(newSite(app)).toEqual({
		url: 'https://acme.atlassian.net',
		oauth: { clientId: 'id', clientSecret: 's', callbackPort: 28_417 },
		management: 'centralized',
	});
	expect(findProblems({ ...app, clientId: '', clientSecret: ' ', callbackPort: '80' })).toEqual({
		clientId: 'required',
		clientSecret: 'required',
		callbackPort: 'port-invalid',
	});
});

test('pages of a stand-in site on this machine have no link', () => {
	const place = { url: 'http://127.0.0.1:4000', orgId: null, deskKey: 'HELP', management: 'original' } as const;
	expect(pageLink('customer-access', place)).toBeNull();
	expect(pageLink('customer-access', { ...place, url: 'https://acme.atlassian.net' })).toBe(
		'https://acme.atlassian.net/jira/settings/products/servicedesk/customer-access',
	);
});

test.each([
	'#/runs',
	'#/runs/a%2Fb',
	'#/plans/p%2F1',
	'#/plans/p1/work',
	'#/plans/p1/messages',
	'#/plans/p1/messages/b%C3%BCcher.example',
	'#/import',
	'#/sites',
	'#/sites/Halden%20%2F%20Oslo',
	'#/snapshots',
	'#/snapshots/add',
	'#/audit',
])('%s survives a reload', (hash) => {
	expect(routeHash(parseRoute(hash))).toBe(hash);
});
