import { describe, expect, it } from 'vitest';
import type { CreationOutcome } from '#core/evidence/infer-access.ts';
import { probes } from '#core/probes/all.ts';
import { runProbes } from '#core/probes/run-probes.ts';
import { approvedDomainsIn, capabilitiesOf } from '#core/probes/capabilities.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { type ProbeAnswer, type ProbeId, probeCatalogue } from '#shared/probes.ts';
import { closedAccess, jiraUser, someTime } from '../../../support/evidence.ts';
import {
	failure,
	type Interference,
	jsmResource,
	type ScriptedSite,
	scriptQuestions,
	siteHost,
} from '../../../support/scripted-questions.ts';
import { type RareSite, scriptRare } from '../../../support/scripted-rare.ts';

const portal = (name: string, active = true) =>
	jiraUser({ accountId: `qm:d:${name}`, accountType: 'customer', email: `${name}@a.example`, active });
const customer = (name: string, active = true) => ({ accountId: `qm:d:${name}`, email: `${name}@a.example`, active, displayName: null });

interface Given {
	readonly site?: Partial<ScriptedSite>;
	readonly rare?: Partial<RareSite>;
	readonly interference?: Interference;
	readonly hasKey?: boolean;
	readonly creations?: readonly CreationOutcome[];
	readonly declared?: typeof closedAccess;
	/** A desk that is asked for an address shows nobody. */
	readonly queryHides?: boolean;
}

const look = async ({
	site,
	rare,
	interference,
	hasKey = true,
	creations = [],
	declared = unknownCustomerAccess,
	queryHides,
}: Given = {}) => {
	const scriptedSite = scriptQuestions(site, interference);
	const deskCustomers: typeof scriptedSite.deskCustomers = (desk, page) =>
		scriptedSite.deskCustomers(desk, queryHides && page.query !== undefined ? { ...page, query: 'nobody' } : page);
	const questions = { ...scriptedSite, deskCustomers };
	const scripted = scriptRare(rare);
	const outcome = await runProbes({
		questions,
		rare: scripted,
		connect: { siteHost, hasOrgKey: hasKey, orgId: null, callerEmail: null },
		callerEmail: 'admin@halden.example',
		creations,
		creationAnswers: [],
		declared,
		nobody: 'nobody@invite-doctor.invalid',
		now: () => someTime,
	});
	const answers = outcome.ok ? outcome.value : [];
	const answerTo = (probe: ProbeId): ProbeAnswer | undefined => answers.find((one) => one.probe === probe);
	return { outcome, answers, answerTo, questions, rare: scripted };
};

const open = (reason: ProbeAnswer['reason']) => ({ answer: 'open', reason });

describe('probing a site', () => {
	it('answers every question of the catalogue once, with few reads', async () => {
		const { answers, questions, rare } = await look();
		expect(answers.map(({ probe }) => probe).toSorted()).toEqual(Object.keys(probeCatalogue).toSorted());
		expect(probes.map(({ id }) => id)).toEqual(answers.map(({ probe }) => probe));
		expect(questions.count() + rare.log.length).toBeLessThan(20);
	});

	it('fails as a whole only where the site cannot be asked', async () => {
		const { outcome } = await look({ interference: { users: () => failure('unreachable') } });
		expect(outcome).toMatchObject({ ok: false, failure: { code: 'unreachable' } });
	});

	it('keeps people out of what it keeps', async () => {
		const site = { accounts: [portal('ann', false)], customers: [customer('ann', false), customer('ben')] };
		const { answers } = await look({ site, rare: { reporters: { 'ann@a.example': null } } });
		expect(JSON.stringify(answers)).not.toMatch(/@|qm:/);
	});
});

describe('does the user sweep show portal-only customers', () => {
	it.each([
		['yes, where it does', [portal('ann')], [customer('ann')], { answer: 'yes', reason: 'seen' }],
		['no, where a desk has some and it shows none', [jiraUser()], [customer('ann')], { answer: 'no', reason: 'not-seen' }],
		[
			'no, where some of the desks are missing',
			[portal('ann')],
			[customer('ann'), customer('ben')],
			{ answer: 'no', reason: 'some-missing' },
		],
		['open, where there are none anywhere', [jiraUser()], [], open('nobody-to-tell-by')],
	] as const)('%s', async (_what, accounts, customers, expected) => {
		const { answerTo } = await look({ site: { accounts: [...accounts], customers: [...customers] } });
		expect(answerTo('sweep-shows-portal-only')).toMatchObject(expected);
	});

	it('open, where it was not answered', async () => {
		const { answerTo } = await look({ interference: { users: () => failure('call-refused', { status: 409 }) } });
		expect(answerTo('sweep-shows-portal-only')).toMatchObject(open('not-answered'));
	});
});

describe("does a desk's list, asked for an address, show inactive customers", () => {
	const site = { customers: [customer('ann', false)] };

	it('yes, where it finds the one that its list has', async () => {
		expect((await look({ site })).answerTo('desk-shows-inactive')).toMatchObject({ answer: 'yes' });
	});

	it('no, where the list has one and the query does not', async () => {
		expect((await look({ site, queryHides: true })).answerTo('desk-shows-inactive')).toMatchObject({ answer: 'no', reason: 'not-seen' });
	});

	it('open, where the query was not answered', async () => {
		const interference: Interference = { deskCustomers: (_desk, { query }) => (query === undefined ? null : failure('call-refused')) };
		expect((await look({ site, interference })).answerTo('desk-shows-inactive')).toMatchObject(open('not-answered'));
	});

	it('open, where an inactive one is known but may be of no desk', async () => {
		const { answerTo } = await look({ site: { accounts: [portal('ann', false)], customers: [] } });
		expect(answerTo('desk-shows-inactive')).toMatchObject(open('nobody-to-tell-by'));
	});
});

describe('does a search by reporter find inactive portal-only customers', () => {
	const site = { accounts: [portal('ann', false)] };

	it.each([
		['yes, where it resolves one and not an address that nobody has', { 'ann@a.example': null }, { answer: 'yes', reason: 'seen' }],
		['no, where it cannot resolve one', {}, { answer: 'no', reason: 'refused' }],
		['open, where it takes any address', { 'ann@a.example': null, 'nobody@invite-doctor.invalid': null }, open('not-told-apart')],
	] as const)('%s', async (_what, reporters, expected) => {
		expect((await look({ site, rare: { reporters } })).answerTo('reporter-finds-inactive')).toMatchObject(expected);
	});

	it('open, where no inactive one is known', async () => {
		expect((await look()).answerTo('reporter-finds-inactive')).toMatchObject(open('nobody-to-tell-by'));
	});
});

describe('can approved domains be read', () => {
	it('yes: with what each gives, any address included', async () => {
		const domains = { 'own.example': [jsmResource], 'jira.example': ['ari:cloud:jira::site/cloud-1'], anyone: [jsmResource] };
		const { answers, answerTo, rare } = await look({ rare: { domains } });
		const approvals = { 'own.example': 'customer', 'jira.example': 'other-apps', anyone: 'customer' };
		expect(answerTo('approved-domains-readable')).toMatchObject({ answer: 'yes', details: { approvals } });
		expect(approvedDomainsIn(answers)).toEqual({ approvedDomains: Object.keys(approvals), approvals, at: someTime });
		expect(rare.log).toContain('domain ANYONE');
	});

	it('no where it was withdrawn, open without a key or with one that leaves it out', async () => {
		expect((await look()).answerTo('approved-domains-readable')).toMatchObject({ answer: 'no', reason: 'refused' });
		expect((await look({ hasKey: false })).answerTo('approved-domains-readable')).toMatchObject(open('no-org-key'));
		const scoped = { instead: failure('scope-missing', { which: 'orgApiKey' }) };
		expect((await look({ rare: scoped })).answerTo('approved-domains-readable')).toMatchObject(open('missing-scope'));
	});

	it('takes no list that was not read whole', async () => {
		const domains = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`d${index}.example`, [jsmResource]]));
		const { answers, rare } = await look({ rare: { domains } });
		expect(approvedDomainsIn(answers)).toBeNull();
		expect(rare.log).toEqual(['domains']);
	});
});

it('filters combine unless the search says no', async () => {
	expect((await look()).answerTo('filters-combine')).toMatchObject({ answer: 'yes' });
	const refused: Interference = { directoryUsers: () => failure('call-refused', { status: 400 }) };
	expect((await look({ interference: refused })).answerTo('filters-combine')).toMatchObject({ answer: 'no' });
	expect((await look({ hasKey: false })).answerTo('filters-combine')).toMatchObject(open('no-org-key'));
});

describe('does making accounts obey customer access', () => {
	const at = '2027-01-01T00:00:00.000Z';
	const refused = { domain: 'a.com', outcome: 'refused', at } as const;
	const made = { domain: 'a.com', outcome: 'created-atlassian', at } as const;

	it.each([
		['yes, as far as was watched', [refused], { answer: 'yes', details: { kept: 1, broken: 0, atlassianAccounts: 0 } }],
		['no, where one was made though both are off', [refused, made], { answer: 'no', details: { broken: 1, atlassianAccounts: 1 } }],
		['open, where nothing was watched since it was declared', [{ ...made, at: '2020' }], open('nothing-watched')],
	] as const)('%s', async (_what, creations, expected) => {
		expect((await look({ creations, declared: closedAccess })).answerTo('creation-obeys-access')).toMatchObject(expected);
	});
});

it('what is not asked says why', async () => {
	const { answerTo } = await look();
	expect(answerTo('restore-everywhere')).toMatchObject(open('would-change-the-site'));
	expect(answerTo('export-headers')).toMatchObject(open('shown-on-import'));
	expect(answerTo('creation-answers')).toMatchObject(open('nothing-watched'));
});

it('a site that was never asked leaves every source to be found out', () => {
	expect(Object.values(capabilitiesOf([]))).toEqual([null, null, null, null]);
	const told = (answer: ProbeAnswer['answer']): ProbeAnswer => ({
		probe: 'filters-combine',
		answer,
		reason: 'seen',
		details: {},
		at: someTime,
	});
	expect(
		[capabilitiesOf([told('yes')]), capabilitiesOf([told('no')]), capabilitiesOf([told('open')])].map((one) => one.filtersCombine),
	).toEqual([true, false, null]);
});
