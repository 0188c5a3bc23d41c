import { expect, test } from 'vitest';
import {
	defaultLinks,
	fillTemplate,
	findTemplateProblem,
	linkIds,
	type LinkValues,
} from '../../../src/renderer/features/links/link-templates.ts';
import { pageLink } from '../../../src/renderer/features/links/page-links.ts';

const values: LinkValues = {
	site: 'acme',
	orgId: 'org-1',
	cloudId: 'cloud-1',
	email: 'ann+x@example.com',
	accountId: '5b10',
	deskKey: 'HELP',
};

test.each(linkIds)('%s: the default is sound and can be filled in', (id) => {
	expect(findTemplateProblem(defaultLinks[id])).toBeNull();
	expect(fillTemplate(defaultLinks[id], values)).toMatch(/^https:\/\/(acme\.atlassian\.net|admin\.atlassian\.com)\//);
});

test('values are encoded, so that they stay within their part', () => {
	expect(fillTemplate('https://admin.atlassian.com/s/{cloudId}/x?filter={email}', values)).toBe(
		'https://admin.atlassian.com/s/cloud-1/x?filter=ann%2Bx%40example.com',
	);
	expect(fillTemplate('https://admin.atlassian.com/o/{orgId}/users', { ...values, orgId: '../../evil?x#y' })).toBe(
		'https://admin.atlassian.com/o/..%2F..%2Fevil%3Fx%23y/users',
	);
});

test('a value that is not known gives no address rather than half of one', () => {
	expect(fillTemplate('https://admin.atlassian.com/o/{orgId}/users', { ...values, orgId: null })).toBeNull();
});

test.each([
	'http://acme.atlassian.net/',
	'https://evil.example/{site}.atlassian.net',
	'https://{email}.atlassian.net/',
	'https://acme.atlassian.net.evil.example/',
	'https://acme.atlassian.net@evil.example/',
	'https://acme.atlassian.net:8443/',
	'https://atlassian.net.evil.example',
	'javascript:alert(1)',
	'https://{site}/jira',
	'',
])('%s leads nowhere', (template) => {
	expect(findTemplateProblem(template)).toBe('not-atlassian');
	expect(fillTemplate(template, values)).toBeNull();
});

test('a name in braces that nobody fills in is told from a wrong host', () => {
	expect(findTemplateProblem('https://admin.atlassian.com/o/{organisation}/users')).toBe('unknown-placeholder');
});

test('a site whose name is no label of a host cannot bend the host', () => {
	expect(fillTemplate('https://{site}.atlassian.net/x', { ...values, site: 'evil.example/' })).toBeNull();
});

const place = {
	url: 'https://acme.atlassian.net',
	orgId: 'org-1',
	cloudId: 'cloud-1',
	deskKey: 'HELP',
	management: 'centralized',
} as const;

test('what somebody corrected is used, for the style of user management it was corrected for', () => {
	const corrections = { 'directory-users': 'https://admin.atlassian.com/o/{orgId}/people' };
	expect(pageLink('directory-users', place, corrections)).toBe('https://admin.atlassian.com/o/org-1/people');
	expect(pageLink('directory-users', { ...place, management: 'original' }, corrections)).toBe('https://acme.atlassian.net/admin');
});

test('a page that shows one person is opened on that person', () => {
	expect(pageLink('portal-only-customers', { ...place, email: 'ann@example.com' })).toBe(
		'https://admin.atlassian.com/s/cloud-1/jira-service-desk/portal-only-customers?filter=ann%40example.com',
	);
});

test('where a value is missing, the page opens where its menu path begins', () => {
	expect(pageLink('portal-only-customers', { ...place, email: null })).toBe('https://admin.atlassian.com/o/org-1/overview');
	expect(pageLink('portal-only-customers', { ...place, orgId: null, cloudId: null })).toBe('https://admin.atlassian.com');
	expect(pageLink('desk-customers', { ...place, deskKey: null })).toBeNull();
});
