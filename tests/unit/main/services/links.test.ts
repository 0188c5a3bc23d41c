import { expect, it } from 'vitest';
import { isAtlassianLink } from '#main/services/links.ts';

it.each([
	'https://acme.atlassian.net/jira/settings/products/servicedesk/customer-access',
	'https://admin.atlassian.com/o/1/users',
	'https://id.atlassian.com/manage-profile/security/api-tokens',
])('opens %s', (url) => {
	expect(isAtlassianLink(url)).toBe(true);
});

it.each([
	'http://acme.atlassian.net/',
	'https://acme.atlassian.net.evil.example/',
	'https://evil.example/acme.atlassian.net',
	'https://user@acme.atlassian.net/',
	'https://acme.atlassian.net:8443/',
	'https://a.b.atlassian.net/',
	'javascript:alert(1)',
	'file:///etc/passwd',
	'not a link',
])('refuses %s', (url) => {
	expect(isAtlassianLink(url)).toBe(false);
});
