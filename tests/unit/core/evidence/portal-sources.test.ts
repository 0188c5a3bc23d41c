import { describe, expect, it } from 'vitest';
import { gatherDirectory, gatherPerson, readSiteAccounts } from '#core/evidence/gather.ts';
import { noKnowledge, type SiteKnowledge } from '#core/evidence/site-knowledge.ts';
import type { DeskCustomer } from '#core/evidence/site-questions.ts';
import { unknownCapabilities } from '#core/probes/capabilities.ts';
import { directoryUser, jiraUser, openAccess, someTime } from '../../../support/evidence.ts';
import { customerRole, failure, jsmResource, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';
import { type RareSite, scriptRare } from '../../../support/scripted-rare.ts';

const address = 'ann@a.example';
const annId = 'qm:d:ann';
const admin = jiraUser({ accountId: '5b-admin', email: 'admin@a.example' });
const bob: DeskCustomer = { accountId: 'qm:d:bob', email: 'bob@a.example', active: true, displayName: null };
const inactiveAnn = jiraUser({ accountId: annId, accountType: 'customer', email: address, active: false });
const organisations = [
	{ id: '7', name: 'Acme' },
	{ id: '8', name: 'Blue' },
];

interface Given {
	readonly site?: Partial<ScriptedSite>;
	readonly rare?: Partial<RareSite> | null;
	readonly knowledge?: Partial<SiteKnowledge>;
	/** An account that the sweep leaves out. */
	readonly unlisted?: string;
}

/** By default a desk that shows a portal-only customer, and a sweep that shows none: portal-only accounts are hidden. */
const find = async ({ site = {}, rare = {}, knowledge = {}, unlisted }: Given = {}) => {
	const everybody = scriptQuestions({ accounts: [admin], customers: [bob], customerOrganisations: organisations, ...site });
	const swept = scriptQuestions({ accounts: everybody.site.accounts.filter(({ accountId }) => accountId !== unlisted) });
	const questions = { ...everybody, users: swept.users };
	const scripted = rare === null ? null : scriptRare(rare);
	const known: SiteKnowledge = { ...noKnowledge, rare: scripted, budget: { left: 10 }, ...knowledge };
	const context = {
		questions,
		organisation: null,
		access: openAccess,
		now: () => someTime,
		roleBudget: { holders: 0, others: 0 },
		knowledge: known,
	};
	const accounts = await readSiteAccounts(questions, '1', 5, () => someTime, known);
	const { portal } = await gatherPerson(context, accounts, null, { address, suggestion: null, byHand: [] });
	return { portal, questions, rare: scripted, budget: known.budget.left };
};

const found = (active: boolean, proof: object = {}) => ({ known: true, value: { accountId: annId, active }, proof });
const hidden = { known: false, why: 'hidden' };

describe('a portal-only record', () => {
	it('is believed of the desk first, then of the sweep', async () => {
		const listed = { accountId: annId, email: address, active: true, displayName: null };
		const both = await find({ site: { customers: [listed], accounts: [admin, inactiveAnn] } });
		expect(both.portal).toMatchObject(found(true, { asked: `${address} among the desk's customers` }));
		const sweepOnly = await find({ site: { accounts: [admin, inactiveAnn] } });
		expect(sweepOnly.portal).toMatchObject(found(false));
	});

	it('is not there where the sweep shows such records and not this one', async () => {
		const { portal, questions, rare } = await find({ site: { accounts: [admin, { ...inactiveAnn, email: 'x@a.example' }] } });
		expect(portal).toMatchObject({ known: true, value: null });
		expect(questions.count('customerOrganisations') + (rare?.log.length ?? 0)).toBe(0);
	});

	it('stays hidden where the sweep shows none at all', async () => {
		expect((await find()).portal).toMatchObject(hidden);
	});

	it('stays hidden where a probe has shown that the sweep leaves some out', async () => {
		const site = { accounts: [admin, { ...inactiveAnn, email: 'x@a.example' }] };
		const capabilities = { ...unknownCapabilities, sweepShowsPortalOnly: false };
		expect((await find({ site, knowledge: { capabilities } })).portal).toMatchObject(hidden);
	});

	it('is found among the members of customer organisations where the sweep is blind', async () => {
		const member = { accountId: annId, email: address, active: false, displayName: null };
		const { portal, rare } = await find({ rare: { members: { 7: [bob], 8: [member] } } });
		expect(portal).toMatchObject(found(false, { source: 'GET /rest/servicedeskapi/organization/{organizationId}/user' }));
		expect(rare?.log).toEqual(['members 7', 'members 8']);
	});

	it('is found by an id that was seen before, though the site lists it nowhere', async () => {
		const knownPortalId = (of: string) => (of === address ? annId : null);
		const { portal, budget } = await find({ site: { accounts: [admin, inactiveAnn] }, unlisted: annId, knowledge: { knownPortalId } });
		expect(portal).toMatchObject(found(false, { source: 'scripted account' }));
		expect(budget).toBe(9);
	});

	it('is not taken from an id that has another address by now, or that the site does not know', async () => {
		const knownPortalId = () => annId;
		const moved = { ...inactiveAnn, email: 'moved@a.example' };
		expect((await find({ site: { accounts: [admin, moved] }, unlisted: annId, knowledge: { knownPortalId } })).portal).toMatchObject(
			hidden,
		);
		expect((await find({ knowledge: { knownPortalId } })).portal).toMatchObject(hidden);
	});

	it('is found by who reported requests, only where a probe has shown that this works', async () => {
		const rare = { reporters: { [address]: inactiveAnn } };
		expect((await find({ rare })).portal).toMatchObject(hidden);
		const capabilities = { ...unknownCapabilities, reporterFindsInactive: true };
		const searched = await find({ rare, knowledge: { capabilities } });
		expect(searched.portal).toMatchObject(found(false, { source: `scripted reporter ${address}` }));
		const nobody = await find({ rare: {}, knowledge: { capabilities } });
		expect(nobody.portal).toMatchObject(hidden);
		const spent = await find({ rare, knowledge: { capabilities, budget: { left: 0 } } });
		expect(spent.portal).toMatchObject(hidden);
		expect(spent.rare?.log.some((asked) => asked.startsWith('reporter'))).toBe(false);
	});

	it('is not sought in ways that cannot be asked', async () => {
		const capabilities = { ...unknownCapabilities, reporterFindsInactive: true };
		expect((await find({ rare: null, knowledge: { capabilities } })).portal).toMatchObject(hidden);
	});

	it('does without customer organisations that the caller may not see', async () => {
		const refusing = { members: {}, instead: failure('caller-lacks-rights') };
		expect((await find({ rare: refusing })).portal).toMatchObject(hidden);
		await expect(find({ rare: { instead: failure('unreachable') } })).rejects.toMatchObject({ failure: { code: 'unreachable' } });
	});
});

describe('what a probe has shown', () => {
	it('spares the filtered search where filters do not combine: people are asked about one by one', async () => {
		const ann = directoryUser({ accountId: '5b-ann', email: address });
		const questions = scriptQuestions({ accounts: [admin], directory: [ann], roles: { '5b-ann': customerRole() } });
		const organisation = {
			id: 'org-1',
			name: null,
			jsmResource,
			directories: [],
			verifiedDomains: [],
			isResourceGuessed: false,
			offline: null,
			missesKnown: false,
			ignoresRoles: false,
		};
		const knowledge = { ...noKnowledge, capabilities: { ...unknownCapabilities, filtersCombine: false } };
		const context = { questions, organisation, access: openAccess, now: () => someTime, roleBudget: { holders: 0, others: 0 }, knowledge };
		const accounts = await readSiteAccounts(questions, '1', 1, () => someTime, knowledge);
		const evidence = await gatherPerson(context, accounts, await gatherDirectory(context, [address]), {
			address,
			suggestion: null,
			byHand: [],
		});
		expect(evidence.jsmRole).toMatchObject({ known: true, value: { held: true } });
		expect([questions.count('directoryUsers'), questions.count('roleAssignments')]).toEqual([1, 1]);
	});

	it("has the desk's list read where nothing else shows inactive customers", async () => {
		const customers = Array.from({ length: 120 }, (_, index) => ({ ...bob, accountId: `qm:d:${index}`, email: `p${index}@a.example` }));
		const inactive = { accountId: annId, email: address, active: false, displayName: null };
		const site = { customers: [...customers, inactive] };
		const short = async (capabilities: Partial<typeof unknownCapabilities>) => {
			const questions = scriptQuestions({ accounts: [admin], ...site });
			const knowledge = { ...noKnowledge, capabilities: { ...unknownCapabilities, ...capabilities } };
			await readSiteAccounts(questions, '1', 1, () => someTime, knowledge);
			return questions.log.filter(({ name }) => name === 'deskCustomers').length;
		};
		expect(await short({})).toBe(1);
		expect(await short({ deskShowsInactive: false, sweepShowsPortalOnly: false })).toBe(3);
	});
});
