import { describe, expect, it } from 'vitest';
import { recogniseKind } from '#core/admin-files/recognise-kind.ts';
import { headers } from '../../../support/admin-files.ts';

const kindOf = (header: string, fileName = 'export.csv') => recogniseKind(header.split(/[,;]/), fileName);

describe('the kind of a file', () => {
	it.each([
		['users', headers.users],
		['users', 'User id,User name,email,User status,Added to org,Org role,Group name,Last seen in Jira - acme'],
		['users', 'group_name,username,full_name,email,active,last_login,last_session,Jira Service Desk,Jira Software,Jira Core,Confluence'],
		['users', 'Benutzer-ID;Benutzername;E-Mail;Benutzerstatus;Zur Organisation hinzugefügt'],
		['managed', headers.managed],
		['managed', 'Name,Email,Status,Billable,SAML single sign-on,Two-step verification enabled,Bitbucket,Confluence'],
		['managed', 'Name;E-Mail;Status;Richtlinienname'],
		['domains', headers.domains],
		['domains', 'Nom,E-mail,Statut,Revendiqué'],
		['portal', 'Full name,Email,Last login,Status,Actions'],
	] as const)('is %s by the titles %s', (kind, header) => {
		expect(kindOf(header)).toBe(kind);
	});

	it('does not depend on the order of the columns', () => {
		for (const header of Object.values(headers)) {
			const columns = header.split(',');
			expect(recogniseKind(columns.toReversed(), 'x.csv')).toBe(recogniseKind(columns, 'x.csv'));
		}
	});

	it.each(['Name,Email,Status', 'Name,E-mail address,Organisation,Notes', 'a,b,c', ''])('stays open for %s', (header) => {
		expect(kindOf(header)).toBeNull();
	});

	it.each([
		['portal-only-customers.csv', 'portal'],
		['Managed accounts 2026.csv', 'managed'],
		['Benutzer.csv', 'users'],
		['accounts-from-domains.csv', 'domains'],
	])('is told by the name %s where the titles fit all', (name, kind) => {
		expect(kindOf('Name,Email,Status', name)).toBe(kind);
	});

	it('stays open where name and header speak of different files, unless the header is telling', () => {
		expect(kindOf('Name,Email,User status', 'portal.csv')).toBeNull();
		expect(kindOf(headers.users, 'portal.csv')).toBe('users');
	});
});
