import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import { gatherDirectory, gatherPerson, readSiteAccounts } from '#core/evidence/gather.ts';
import { directoryUser, jiraUser, openAccess, someTime } from '../../../support/evidence.ts';
import {
	customerRole,
	failure,
	type Interference,
	jsmResource,
	type ScriptedSite,
	scriptQuestions,
} from '../../../support/scripted-questions.ts';

const now = () => someTime;
const address = 'ann@a.example';
const ann = directoryUser({ accountId: '5b-ann', email: address });
const admin = jiraUser({ accountId: '5b-admin', email: 'admin@a.example' });
const directories = [{ id: 'directory-1', name: null }];

const judge = async (
	site: Partial<ScriptedSite>,
	interference: Interference = {},
	{ hasKey = true, several = false, budget = 10 } = {},
) => {
	const questions = scriptQuestions({ accounts: [admin], customers: [{ ...admin, displayName: null }], ...site }, interference);
	const all = several ? [...directories, { id: 'directory-2', name: null }] : directories;
	const organisation = hasKey
		? {
				id: 'org-1',
				name: null,
				jsmResource,
				directories: all,
				verifiedDomains: [],
				isResourceGuessed: false,
				offline: null,
				missesKnown: false,
				ignoresRoles: false,
			}
		: null;
	const context = { questions, organisation, access: openAccess, now, roleBudget: { holders: budget, others: budget } };
	const accounts = await readSiteAccounts(questions, '1', 5, now);
	const evidence = await gatherPerson(context, accounts, await gatherDirectory(context, [address]), {
		address,
		suggestion: null,
		byHand: [],
	});
	return { questions, evidence, verdict: decideCause(evidence) };
};

describe('gathering the evidence of one person', () => {
	it("joins a directory entry with a hidden address in the desk's list", async () => {
		const customers = [{ accountId: '5b-ann', email: null, active: true, displayName: null }];
		const { verdict } = await judge({ directory: [ann], roles: { '5b-ann': customerRole() }, customers });
		expect(verdict).toMatchObject({ cause: 'already-customer', certainty: 'proven' });
	});

	it('asks whether an account may be enabled only where that is open', async () => {
		const off = { ...ann, status: 'deactivated', accountStatus: 'inactive' } as const;
		const synced = await judge({ directory: [{ ...off, claimStatus: 'managed', managementSource: 'synced' }] });
		expect(synced.questions.count('manageable')).toBe(0);
		expect(synced.verdict.cause).toBe('deactivated-by-idp');
		const theirs = await judge({ directory: [off], manageable: { '5b-ann': { kind: 'forbidden', key: 'forbidden' } } });
		expect(theirs.questions.count('manageable')).toBe(1);
		expect(theirs.verdict).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
		const said = await judge({ directory: [off], manageable: { '5b-ann': { kind: 'refused', reason: 'managedAccount' } } });
		expect(said.verdict).toMatchObject({ cause: 'managed-elsewhere', certainty: 'proven' });
	});

	it.each([
		['a fault of the site', failure('site-error')],
		['a refusal', failure('call-refused', { status: 400 })],
	])('misses only the confirmation where the manage question meets %s', async (_what, wrong) => {
		const { verdict } = await judge({ directory: [{ ...ann, status: 'deactivated' }] }, { manageable: () => wrong });
		expect(verdict).toMatchObject({ cause: 'managed-elsewhere', certainty: 'likely' });
	});

	it('leaves open who manages a switched-off account where the key lacks the scope to ask', async () => {
		const wrong = failure('scope-missing', { which: 'orgApiKey', scopes: ['manage:org'] });
		const { verdict } = await judge({ directory: [{ ...ann, status: 'deactivated' }] }, { manageable: () => wrong });
		expect(verdict).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
	});

	it("proves nobody new where the sweep shows no portal-only account and the desk's list could not be read either", async () => {
		const { verdict } = await judge({}, { deskCustomers: () => failure('unexpected-answer') });
		expect(verdict).toMatchObject({ cause: 'ready-new', certainty: 'likely' });
	});

	it("knows a portal-only customer from the desk's list where the sweep shows none", async () => {
		const { verdict } = await judge({ customers: [{ accountId: 'qm:d:ann', email: address, active: false, displayName: null }] });
		expect(verdict).toMatchObject({ cause: 'portal-account-inactive', certainty: 'proven' });
	});

	it('takes the sweep\'s silence for no "nobody" on a site that hides its portal-only accounts', async () => {
		const { verdict } = await judge({ customers: [{ accountId: 'qm:d:bob', email: 'bob@a.example', active: true, displayName: null }] });
		expect(verdict).toMatchObject({ cause: 'ready-new', certainty: 'likely' });
	});

	it('sees in an organisation of several directories a suspension in the one that counts', async () => {
		const { verdict } = await judge(
			{ directory: [ann], roles: { '5b-ann': customerRole(['atlassian/customer'], 'suspended') } },
			{},
			{ several: true },
		);
		expect(verdict).toMatchObject({ cause: 'access-revoked', certainty: 'proven' });
	});

	it('asks nobody one by one in several directories beyond the budget', async () => {
		const { questions, verdict } = await judge({ directory: [ann], roles: { '5b-ann': customerRole() } }, {}, { several: true, budget: 0 });
		expect(questions.count('roleAssignments')).toBe(0);
		expect(verdict.cause).toBe('ready-existing');
	});

	it('leaves somebody undetermined whom only a directory could judge', async () => {
		const { verdict, questions } = await judge(
			{ accounts: [admin, jiraUser({ accountId: '5b-ann', email: address, active: false })] },
			{},
			{ hasKey: false },
		);
		expect(verdict).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
		expect(questions.count('directoryUsers')).toBe(0);
	});
});
