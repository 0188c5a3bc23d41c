import { describe, expect, it } from 'vitest';
import { askDirectory, askRoles } from '#core/evidence/directory.ts';
import { gatherDirectory, gatherPerson, readSiteAccounts } from '#core/evidence/gather.ts';
import type { DirectoryUser } from '#core/evidence/site-questions.ts';
import { directoryUser, openAccess, someTime } from '../../../support/evidence.ts';
import {
	customerRole,
	failure,
	type Interference,
	jsmResource,
	organisation,
	type ScriptedSite,
	scriptQuestions,
} from '../../../support/scripted-questions.ts';

const now = () => someTime;
const person = (n: number, overrides: Partial<DirectoryUser> = {}): DirectoryUser =>
	directoryUser({ accountId: `5b-${n}`, email: `p${n}@a.example`, ...overrides });
const crowd = (count: number): DirectoryUser[] => Array.from({ length: count }, (_, n) => person(n));
const addresses = (count: number): string[] => crowd(count).map(({ email }) => email);

const ask = async (site: Partial<ScriptedSite>, emails: readonly string[], interference: Interference = {}) => {
	const questions = scriptQuestions(site, interference);
	return { questions, answers: await askDirectory(questions, organisation, emails, now) };
};

describe('asking the directory', () => {
	it('takes two questions for a hundred people: who they are, and who of the active holds a role', async () => {
		const directory = crowd(100).map((user, n) => (n % 2 === 0 ? user : { ...user, status: 'suspended' as const }));
		const { questions, answers } = await ask({ directory, roles: { '5b-0': customerRole() } }, addresses(100));
		expect(questions.count()).toBe(2);
		const filtered = questions.log[1]?.args[1] as { emails: readonly string[]; roleIds: readonly string[]; resourceIds: readonly string[] };
		expect(filtered.emails).toHaveLength(50);
		expect(filtered.resourceIds).toEqual([jsmResource]);
		expect(filtered.roleIds).toContain('atlassian/customer');
		expect(answers.holdsRole('p0@a.example')).toMatchObject({ known: true, value: true });
		expect(answers.holdsRole('p2@a.example')).toMatchObject({ known: true, value: false });
	});

	it('takes no role from a search that looks at none: each person is asked about', async () => {
		const questions = scriptQuestions({ directory: [person(0)] });
		const answers = await askDirectory(questions, { ...organisation, ignoresRoles: true }, addresses(1), now);
		expect(questions.count()).toBe(1);
		expect(answers.holdsRole('p0@a.example')).toMatchObject({ known: false, why: 'not-asked' });
	});

	it('takes nobody for absent where the answer holds people who were not asked for: the search ignored the addresses', async () => {
		const questions = scriptQuestions({ directory: crowd(5) });
		const everybody: typeof questions = {
			...questions,
			directoryUsers: (orgId, { roleIds, resourceIds, cursor }) =>
				questions.directoryUsers(orgId, {
					emails: addresses(5),
					cursor,
					...(roleIds === undefined ? {} : { roleIds }),
					...(resourceIds === undefined ? {} : { resourceIds }),
				}),
		};
		const answers = await askDirectory(everybody, organisation, ['p1@a.example', 'nobody@a.example'], now);
		expect(answers.entry('p1@a.example')).toMatchObject({ known: true, value: { email: 'p1@a.example' } });
		expect(answers.entry('nobody@a.example')).toMatchObject({ known: false, why: 'hidden' });
	});

	it('takes nobody for absent, and for without a role, where the same search does not find the asking account', async () => {
		const questions = scriptQuestions({ directory: crowd(2), roles: { '5b-0': customerRole() } });
		const answers = await askDirectory(questions, { ...organisation, missesKnown: true }, [...addresses(2), 'nobody@a.example'], now);
		expect(answers.entry('p1@a.example')).toMatchObject({ known: true });
		expect(answers.entry('nobody@a.example')).toMatchObject({ known: false, why: 'hidden' });
		expect(answers.holdsRole('p0@a.example')).toMatchObject({ known: true, value: true });
		expect(answers.holdsRole('p1@a.example')).toMatchObject({ known: false, why: 'hidden' });
	});

	it('leaves the role question out where nobody is active', async () => {
		const { questions, answers } = await ask({ directory: [person(1, { status: 'suspended' })] }, addresses(3));
		expect(questions.count()).toBe(1);
		expect(answers.entry('p1@a.example')).toMatchObject({ known: true, value: { status: 'suspended' } });
		expect(answers.entry('p2@a.example')).toMatchObject({ known: true, value: null });
	});

	it('reads every page of an answer', async () => {
		const { answers } = await ask({ directory: crowd(100), adminPage: 30 }, addresses(100));
		for (const email of addresses(100)) expect(answers.entry(email)).toMatchObject({ known: true, value: { email } });
	});

	it('counts a role on another site, or of another kind, as none', async () => {
		const elsewhere = [
			{ resourceId: 'ari:cloud:jira-servicedesk::site/other', directoryId: null, userDirectoryStatus: null, roles: ['atlassian/customer'] },
		];
		const { answers } = await ask(
			{ directory: [person(0), person(1)], roles: { '5b-0': elsewhere, '5b-1': customerRole(['atlassian/guest']) } },
			addresses(2),
		);
		expect(answers.holdsRole('p0@a.example')).toMatchObject({ known: true, value: false });
		expect(answers.holdsRole('p1@a.example')).toMatchObject({ known: true, value: false });
	});

	it('has no answer about one person whose record is garbled, at no further cost', async () => {
		const { questions, answers } = await ask(
			{ directory: crowd(100), garbled: { 'p42@a.example': { key: 'p42@a.example', problem: 'status: expected one of' } } },
			addresses(100),
		);
		expect(answers.entry('p42@a.example')).toMatchObject({
			known: false,
			why: 'unexpected',
			proof: { answer: { problem: 'status: expected one of' } },
		});
		expect(answers.entry('p41@a.example').known).toBe(true);
		expect(questions.count()).toBe(2);
	});

	it('asks by halves where nobody can tell whose record is garbled, with few calls', async () => {
		const { questions, answers } = await ask(
			{ directory: crowd(100), garbled: { 'p42@a.example': { key: null, problem: 'email: expected string' } } },
			addresses(100),
		);
		const unknown = addresses(100).filter((email) => !answers.entry(email).known);
		expect(unknown).toEqual(['p42@a.example']);
		// The whole, and two halves for each of at most seven cuts; then the role question.
		expect(questions.count()).toBeLessThanOrEqual(1 + 2 * 7 + 1);
	});

	it('asks by halves where one address spoils the whole answer', async () => {
		const { answers } = await ask({ directory: crowd(10) }, addresses(10), {
			directoryUsers: (_org, { emails }) => (emails.includes('p3@a.example') ? failure('call-refused', { status: 400 }) : null),
		});
		expect(answers.entry('p3@a.example')).toMatchObject({ known: false, why: 'unexpected' });
		expect(addresses(10).filter((email) => !answers.entry(email).known)).toEqual(['p3@a.example']);
	});

	it('does not choose between two accounts of one address', async () => {
		const { answers } = await ask({ directory: [person(0), person(0, { accountId: '5b-other', status: 'suspended' })] }, addresses(1));
		expect(answers.entry('p0@a.example')).toMatchObject({
			known: false,
			why: 'unexpected',
			proof: { answer: { problem: '2 accounts for one address' } },
		});
	});

	it('takes an account that two pages show for one', async () => {
		const { answers } = await ask({ directory: [person(0), person(0)], adminPage: 1 }, addresses(1));
		expect(answers.entry('p0@a.example')).toMatchObject({ known: true, value: { accountId: '5b-0' } });
	});

	it.each(['org-key-rejected', 'caller-lacks-rights', 'unreachable', 'site-error'] as const)('stops the run on %s', async (code) => {
		await expect(ask({}, addresses(2), { directoryUsers: () => failure(code) })).rejects.toMatchObject({ failure: { code } });
	});
});

describe('roles where the filtered search is refused', () => {
	const refuseFilter: Interference = {
		directoryUsers: (_org, { roleIds }) => (roleIds === undefined ? null : failure('call-refused', { status: 400 })),
	};

	it('are not sought by halves: the addresses were accepted a moment ago', async () => {
		const { questions } = await ask({ directory: crowd(100) }, addresses(100), refuseFilter);
		expect(questions.count()).toBe(2);
	});

	it('come from the role assignments, person by person, whatever the budget of the finer question', async () => {
		const questions = scriptQuestions({ directory: crowd(3), roles: { '5b-0': customerRole() } }, refuseFilter);
		const context = { questions, organisation, access: openAccess, now, roleBudget: { holders: 0, others: 0 } };
		const accounts = await readSiteAccounts(questions, '1', 3, now);
		const directory = await gatherDirectory(context, addresses(3));
		const roles = [];
		for (const address of addresses(3)) {
			roles.push((await gatherPerson(context, accounts, directory, { address, suggestion: null, byHand: [] })).jsmRole);
		}
		expect(roles[0]).toMatchObject({ known: true, value: { held: true } });
		expect(roles[1]).toMatchObject({ known: true, value: { held: false } });
		expect(roles[2]).toMatchObject({ known: true, value: { held: false } });
	});
});

describe('role assignments of one person', () => {
	const rolesOf = (site: Partial<ScriptedSite>, interference: Interference = {}) =>
		askRoles(scriptQuestions(site, interference), organisation, person(0), now);

	it('tell a suspension in the one directory that serves the site', async () => {
		expect(await rolesOf({ roles: { '5b-0': customerRole(['atlassian/customer'], 'suspended') } })).toMatchObject({
			known: true,
			value: { held: true, suspendedHere: true },
		});
	});

	it('are read to their last page', async () => {
		const elsewhere = { resourceId: 'ari:cloud:jira::site/x', directoryId: null, userDirectoryStatus: null, roles: ['atlassian/user'] };
		expect(await rolesOf({ adminPage: 1, roles: { '5b-0': [elsewhere, ...customerRole()] } })).toMatchObject({
			known: true,
			value: { held: true },
		});
	});

	it('leave the question open where the answer cannot be used', async () => {
		expect(await rolesOf({}, { roleAssignments: () => failure('unexpected-answer') })).toMatchObject({ known: false, why: 'unexpected' });
	});
});
