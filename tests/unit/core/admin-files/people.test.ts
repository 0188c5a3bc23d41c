import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import { compactFacts, expandFacts } from '#core/evidence/person-facts.ts';
import type { AdminFile } from '#core/admin-files/admin-file.ts';
import { adminFilePeople } from '#core/admin-files/people.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { openAccess, unanswered } from '../../../support/evidence.ts';
import { day, fileOfText, type FileOptions, headers } from '../../../support/admin-files.ts';

const address = 'ann@x.example';
const site = { siteUrl: 'https://acme.atlassian.net' };

const users = (status: string, access = 'User', options: FileOptions = {}) =>
	fileOfText(`${headers.users}\n0,Z,zoe@z.example,Active,,,User\n1,A,${address},${status},,,${access}\n`, { ...site, ...options });
const noUsers = (options: FileOptions = {}) => fileOfText(`${headers.users}\n0,Z,zoe@z.example,Active,,,User\n`, { ...site, ...options });
const managed = (status: string, options: FileOptions = {}) =>
	fileOfText(`${headers.managed}\nA,${address},,${status},Yes,P,T,No,\n`, { ...site, ...options });
const noManaged = (options: FileOptions = {}) =>
	fileOfText(`${headers.managed}\nZ,zoe@z.example,,Active,Yes,P,T,No,\n`, { ...site, ...options });
const domains = (status: string, claimed: string, access = '', options: FileOptions = {}) =>
	fileOfText(`${headers.domains}\nB,bob@x.example,9,Active,,No,Yes,Yes,\nA,${address},1,${status},,${claimed},Yes,Yes,${access}\n`, {
		...site,
		...options,
	});
const noDomains = (options: FileOptions = {}) =>
	fileOfText(`${headers.domains}\nB,bob@x.example,9,Active,,No,Yes,Yes,\n`, { ...site, ...options });
const portal = (status: string, options: FileOptions = {}) =>
	fileOfText(`Name,Email,Status\nA,${address},${status}\n`, { kind: 'portal', ...options });
const noPortal = (options: FileOptions = {}) => fileOfText(`Name,Email,Status\nZ,zoe@z.example,Active\n`, { kind: 'portal', ...options });

const evidenceOf = (files: readonly AdminFile[], access: CustomerAccess, verified: readonly string[] | null): PersonEvidence => {
	const facts = adminFilePeople(files, verified)(address);
	return {
		address,
		suggestion: null,
		access,
		...facts,
		siteAccount: unanswered('not-asked'),
		membership: unanswered('not-exported'),
		canRaise: null,
		creation: null,
		at: day('2026-11-21'),
	};
};

const judge = async (
	files: readonly Promise<AdminFile>[],
	{ access = unknownCustomerAccess, verified = null }: { access?: CustomerAccess; verified?: readonly string[] | null } = {},
) => {
	const evidence = evidenceOf(await Promise.all(files), access, verified);
	const { cause, certainty, evidence: items } = decideCause(evidence);
	// What is kept to judge a run again must lead to the same.
	const again = decideCause(expandFacts(compactFacts(evidence), { address, suggestion: null, access }));
	expect([again.cause, again.certainty]).toEqual([cause, certainty]);
	return { verdict: `${cause} ${certainty}`, because: JSON.stringify(items.at(-1)?.answer ?? null), items };
};

describe('Export users alone', () => {
	it.each([
		['Suspended', 'User', 'access-revoked proven'],
		['Active', 'None', 'role-missing proven'],
		['Active', 'User', 'ready-existing likely'],
		['Scheduled for deletion', 'User', 'deletion-pending proven'],
		['Not invited', 'User', 'not-invited proven'],
		['Inactive', 'User', 'access-revoked likely'],
	])('"%s" with access "%s" is %s', async (status, access, verdict) => {
		expect((await judge([users(status, access)])).verdict).toBe(verdict);
	});

	it('names the files that were looked in where none tells, and nothing by a word for all of them', async () => {
		const { items } = await judge([noUsers({ coverage: 'unknown' }), noManaged({ coverage: 'unknown', takenAt: day('2026-11-18') })]);
		expect(items.slice(0, 2).map(({ source }) => source)).toEqual([
			'export users of 2026-11-20, export managed accounts of 2026-11-18',
			'export users of 2026-11-20, export managed accounts of 2026-11-18',
		]);
	});

	it('leave somebody new likely where nobody knows which domains are at home, unless it is a mail provider’s or none of the verified', async () => {
		const access = { ...openAccess, internal: null, approvedDomains: null };
		expect((await judge([noUsers(), noPortal()], { access })).verdict).toBe('ready-new likely');
		expect((await judge([noUsers(), noPortal()], { access: { ...access, external: false, internal: false } })).verdict).toBe(
			'customer-access-closed likely',
		);
		expect((await judge([noUsers(), noPortal()], { access, verified: ['halden.example'] })).verdict).toBe('ready-new proven');
		expect((await judge([noUsers(), noManaged(), noPortal()], { access })).verdict).toBe('ready-new proven');
	});

	it('names file and line as the source', async () => {
		const { items } = await judge([users('Suspended')]);
		expect(items[0]).toMatchObject({
			asked: `directory entry of ${address}`,
			source: 'export users of 2026-11-20, line 3',
			answer: { status: 'suspended', cells: { 'User status': 'Suspended' } },
			at: day('2026-11-20'),
		});
	});

	it('does not know whose an account is that is switched off, and says which file would', async () => {
		const { verdict, because } = await judge([users('Deactivated'), noPortal()]);
		expect(verdict).toBe('undetermined unknown');
		expect(because).toContain('Export accounts from domains (column Claimed), Export managed accounts or a list of the verified domains');
	});

	it('leaves a domain that is none of the approved ones likely to be another organisation’s, with the settings shown', async () => {
		const access = { ...openAccess, internal: true, approvedDomains: ['halden.example'] };
		const { verdict, items } = await judge([users('Deactivated')], { access });
		expect(verdict).toBe('managed-elsewhere likely');
		expect(items.map(({ asked }) => asked)).toContain('customer access of the site');
		expect((await judge([users('Deactivated')], { access: { ...access, approvedDomains: ['x.example'] } })).verdict).toBe(
			'undetermined unknown',
		);
	});

	it('is enough where the verified domains are known', async () => {
		expect((await judge([users('Deactivated')], { verified: ['acme.example'] })).verdict).toBe('managed-elsewhere likely');
		expect((await judge([users('Deactivated')], { verified: ['x.example'] })).verdict).toBe('undetermined unknown');
	});

	it('makes an absent address one without an account, where it is complete, and leaves it open where it is not', async () => {
		const settled = await judge([noUsers(), noPortal()], { access: openAccess });
		expect(settled.verdict).toBe('ready-new proven');
		expect(settled.items[0]).toMatchObject({ source: 'export users of 2026-11-20', answer: { found: null, people: 1 } });
		for (const coverage of ['active', 'unknown'] as const) {
			expect((await judge([noUsers({ coverage }), noPortal()], { access: openAccess })).verdict).toBe('undetermined unknown');
		}
	});

	it('says nothing of absence where a line of it may be anybody’s', async () => {
		const shifted = fileOfText(`${headers.users}\n1,Lee, Z,zoe@z.example,Active,,,User\n2,B,bo@z.example,Active,,,\n`);
		const { verdict, because } = await judge([shifted, noPortal()], { access: openAccess });
		expect([verdict, because]).toEqual([
			'undetermined unknown',
			expect.stringContaining('Export users without unreadable lines would tell'),
		]);
	});

	it('without a column for service management leaves an active account open', async () => {
		const file = fileOfText(`User id,email,User status,Added to org\n1,${address},Active,\n`);
		const { verdict, because } = await judge([file, noPortal()]);
		expect([verdict, because]).toEqual(['undetermined unknown', expect.stringContaining('Export users with product access would tell')]);
	});
});

describe('accounts that are switched off', () => {
	it.each([
		['claimed by another organisation', () => [domains('Deactivated', 'Yes')], 'managed-elsewhere proven'],
		['so, and listed by Export users', () => [users('Deactivated'), domains('Deactivated', 'Yes')], 'managed-elsewhere proven'],
		['not claimed elsewhere', () => [domains('Deactivated', 'No')], 'undetermined unknown'],
		['managed here', () => [managed('Deactivated')], 'undetermined unknown'],
		['absent from all managed accounts', () => [users('Deactivated'), noManaged()], 'managed-elsewhere likely'],
		[
			'of a domain none of all own ones is',
			() => [users('Deactivated'), fileOfText(`${headers.domains}\nZ,zoe@z.example,9,Active,,No,Yes,Yes,\n`)],
			'managed-elsewhere likely',
		],
		['claimed by nobody', () => [users('Deactivated'), noManaged(), domains('Deactivated', 'No')], 'deactivated-by-person likely'],
	] as const)('%s', async (_what, files, verdict) => {
		expect((await judge(files())).verdict).toBe(verdict);
	});

	it('and managed here may have been so by anybody here: no file tells', async () => {
		expect((await judge([managed('Deactivated')])).because).toContain(
			'no export tells whether this organisation or its identity provider switched the account off',
		);
	});

	it('settle nothing where two files of one day claim them for different organisations', async () => {
		expect((await judge([managed('Deactivated'), domains('Deactivated', 'Yes')])).because).toContain('an unexpected answer');
		const later = { takenAt: day('2026-11-21') };
		expect((await judge([managed('Deactivated'), domains('Deactivated', 'Yes', '', later)])).verdict).toBe('managed-elsewhere proven');
	});
});

describe('files together', () => {
	it.each([
		['a managed account in no directory', () => [noUsers(), managed('Active')], 'not-invited proven'],
		['an account on, and no word on its access', () => [domains('Active', 'No')], 'undetermined unknown'],
		['an account on that uses the site', () => [domains('Active', 'No', 'acme.atlassian.net')], 'ready-existing likely'],
		['an account on that is said to have no access', () => [domains('Active', 'No', 'No')], 'role-missing likely'],
		['inactive in Export users, and the account is on', () => [users('Inactive'), domains('Active', 'No')], 'access-revoked proven'],
		[
			'inactive in Export users, and the account is off',
			() => [users('Inactive'), domains('Deactivated', 'Yes')],
			'managed-elsewhere proven',
		],
		['suspended here, and the account is on', () => [users('Suspended'), domains('Active', 'Yes')], 'access-revoked proven'],
		['two accounts', () => [users('Active'), portal('Active')], 'duplicate-accounts proven'],
		['an account, and what its migration left behind', () => [users('Active'), portal('Inactive')], 'ready-existing likely'],
		['nobody, and an inactive portal-only account', () => [noUsers(), portal('Inactive')], 'portal-account-inactive proven'],
		['nobody, and an active portal-only account', () => [noUsers(), portal('Active')], 'ready-existing likely'],
		['an inactive portal-only account alone', () => [portal('Inactive')], 'portal-account-inactive likely'],
		['an active portal-only account alone', () => [portal('Active')], 'ready-existing likely'],
		['no Atlassian account on the own domain', () => [noDomains(), noPortal()], 'ready-new likely'],
	] as const)('%s', async (_what, files, verdict) => {
		expect((await judge(files())).verdict).toBe(verdict);
	});

	it('of an own domain do not prove that there is no managed account, before Export managed accounts has told', async () => {
		const stranger = fileOfText(`${headers.domains}\nB,bob@x.example,9,Active,,No,Yes,Yes,\n`, { coverage: 'unknown' });
		const { verdict, because } = await judge([noUsers(), stranger, noPortal()], { access: openAccess });
		expect([verdict, because]).toEqual(['undetermined unknown', expect.stringContaining('Export managed accounts would tell')]);
		expect((await judge([noUsers(), stranger, noManaged(), noPortal()], { access: openAccess })).verdict).toBe('ready-new proven');
	});

	it('of different days: the newer tells how the account stands, and both are shown', async () => {
		const later = { takenAt: day('2026-11-25') };
		const { verdict, items } = await judge([users('Active'), domains('Deactivated', 'Yes', '', later)]);
		expect(verdict).toBe('managed-elsewhere proven');
		expect(items.slice(0, 2).map(({ source }) => source)).toEqual([
			'export accounts from domains of 2026-11-25, line 3',
			'export users of 2026-11-20, line 3',
		]);
		// Switched on again after Export users was made: how its access stands, that file does not know.
		expect((await judge([users('Deactivated'), domains('Active', 'No', '', later), noPortal()])).because).toContain(
			'newer than the one of 2026-11-20',
		);
		expect((await judge([portal('Inactive'), portal('Active', later)])).verdict).toBe('ready-existing likely');
		expect((await judge([portal('Inactive'), noPortal(later), noUsers()], { access: openAccess })).verdict).toBe('ready-new proven');
		expect((await judge([users('Suspended'), noUsers(later), noPortal()], { access: openAccess })).verdict).toBe('ready-new proven');
	});

	it('do not depend on the order in which they were added', async () => {
		const files = [
			users('Active'),
			domains('Deactivated', 'Yes', '', { takenAt: day('2026-11-25') }),
			managed('Active', { takenAt: day('2026-10-01') }),
			portal('Inactive'),
		];
		expect((await judge(files.toReversed())).items).toEqual((await judge(files)).items);
	});
});

it('an address of no file at all is a question nobody asked', async () => {
	const { directory, portal: record } = adminFilePeople([], null)(address);
	expect(directory).toMatchObject({ known: false, why: 'not-asked' });
	expect(record).toMatchObject({ known: false, why: 'not-asked' });
});
