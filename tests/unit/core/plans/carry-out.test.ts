import { describe, expect, it } from 'vitest';
import { carryOut, type CarriedRow } from '#core/plans/carry-out.ts';
import type { DeskCustomers } from '#core/evidence/desk-customers.ts';
import { noKnowledge } from '#core/evidence/site-knowledge.ts';
import { makeLookUp } from '#core/plans/look-up.ts';
import type { PlanWork } from '#core/plans/plan-store.ts';
import type { ChangeAnswer, Depart, SiteChanges } from '#core/remedies/site-changes.ts';
import { invitedSteps, remedies } from '#core/remedies/remedies.ts';
import type { CauseCode } from '#shared/causes.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { ChangeState, PlanRow } from '#shared/plan.ts';
import type { CallRemedyId, StepId } from '#shared/remedies.ts';
import type { Json } from '#shared/verdict.ts';
import { directoryUser, jiraUser, known, notListed, openAccess, someAddress, someTime } from '../../../support/evidence.ts';
import { drive, ManualClock } from '../../../support/manual-clock.ts';
import { customerRole, jsmResource, failure, type ScriptedSite, scriptQuestions } from '../../../support/scripted-questions.ts';

type Answer = ChangeAnswer<unknown>;
type Sent = { readonly step: StepId; readonly asked: Json };

const ok: Answer = { kind: 'done', value: null, status: 204 };
const lost: Answer = { kind: 'unknown', code: 'unreachable', status: null };
const refused = (status: number, code: 'call-refused' | 'account-exists' = 'call-refused'): Answer => ({
	kind: 'refused',
	code,
	status,
	errorCode: null,
	said: 'No.',
});

interface Bench {
	readonly site: ScriptedSite;
	readonly sent: Sent[];
	/** Journal as it was stored, in order. */
	readonly journal: { step: StepId; state: ChangeState; answered: Json }[];
	readonly halt: AbortController;
	run(): Promise<CarriedRow>;
}

interface BenchOptions {
	readonly remedy: CallRemedyId;
	readonly cause: CauseCode;
	readonly site?: Partial<ScriptedSite>;
	readonly accountIds?: readonly string[];
	readonly changes?: PlanWork['changes'];
	/** What the site answers, change by change; `effect` is what it does with itself before. */
	readonly answers?: readonly { readonly effect?: (site: ScriptedSite) => void; readonly answer: Answer }[];
	readonly intent?: () => Outcome<number>;
	/** When the journal says that the person was invited before. */
	readonly invitedAt?: string;
	/** The organisation does not say who has which role. */
	readonly rolesRefused?: boolean;
	/** In the place of the remedy's own. */
	readonly steps?: readonly StepId[];
}

const rowOf = (remedy: CallRemedyId, cause: CauseCode): PlanRow => ({
	id: 1,
	row: 2,
	email: someAddress,
	name: 'Ann',
	organisation: null,
	remedy,
	steps: remedies[remedy],
	guided: false,
	destructive: false,
	before: { cause, certainty: 'proven' },
	phase: 'waiting',
	outcome: 'not-reached',
	failure: null,
	said: null,
	billable: [],
	after: null,
	stranded: false,
});

const makeBench = ({
	remedy,
	cause,
	invitedAt,
	rolesRefused = false,
	steps: ownSteps,
	site = {},
	accountIds = [],
	changes = [],
	answers = [],
	intent,
}: BenchOptions): Bench => {
	const questions = scriptQuestions(site, rolesRefused ? { roleAssignments: () => failure('call-refused', { status: 403 }) } : {});
	const clock = new ManualClock();
	const halt = new AbortController();
	const sent: Sent[] = [];
	const journal: Bench['journal'] = [];
	const waiting = [...answers];
	const send = (step: StepId) => async (depart: Depart, asked: Json) => {
		const left = depart(asked);
		if (!left.ok) return { kind: 'unsent', failure: left.failure } as const;
		sent.push({ step, asked });
		const next = waiting.shift() ?? { answer: ok };
		next.effect?.(questions.site);
		return next.answer as never;
	};
	const changesPort: SiteChanges = {
		createCustomer: (customer, depart) => send('create')(depart, customer),
		mayCreate: async () => done(null),
		inviteCustomer: (deskId, customer, depart) => send('invite-customer')(depart, { deskId, ...customer }),
		addToDesk: (deskId, accountId, depart) => send('add-to-desk')(depart, { deskId, accountId }),
		addToOrganisation: (organisationId, accountId, depart) => send('add-to-organisation')(depart, { organisationId, accountId }),
		restore: (_org, directoryId, accountId, depart) => send('restore')(depart, { directoryId, accountId }),
		remove: (_org, directoryId, accountId, depart) => send('remove')(depart, { directoryId, accountId }),
		assignCustomerRole: (_org, accountId, resource, depart) => send('assign-role')(depart, { accountId, resource }),
		invite: (_org, email, resource, depart) => send('invite')(depart, { email, resource }),
		enable: (accountId, depart) => send('enable')(depart, { accountId }),
	};
	const organisation = {
		id: 'org-1',
		name: 'Halden',
		jsmResource,
		directories: questions.site.directories,
		verifiedDomains: [],
		isResourceGuessed: false,
		offline: null,
		missesKnown: false,
		ignoresRoles: false,
	};
	const now = (): string => someTime;
	const store = {
		recordIntent: (_plan: string, change: { step: StepId }) => {
			const stored = intent?.() ?? done(journal.length + 100);
			if (stored.ok) journal.push({ step: change.step, state: 'intent', answered: null });
			return stored;
		},
		settle: (_plan: string, id: number, settled: { state: ChangeState; answered: Json }) => {
			const line = journal[id - 100];
			if (line) Object.assign(line, { state: settled.state, answered: settled.answered });
			else journal.push({ step: changes.find((one) => one.id === id)!.step, state: settled.state, answered: settled.answered });
			return done(null);
		},
	};
	const customers: DeskCustomers = { sawPortalOnly: false, membership: async () => known(notListed) };
	const lookUp = makeLookUp({ questions, organisation, customers, access: () => openAccess, knowledge: noKnowledge, now });
	const context = {
		planId: 'plan-1',
		store,
		clock,
		actor: { account: 'admin', user: 'robin', host: 'cli' as const },
		lookUp,
		halt: halt.signal,
		questions,
		changes: changesPort,
		organisation,
		deskId: '1',
		now,
		customerOrganisation: async () => null,
		invitedAt: () => invitedAt ?? null,
	};
	return {
		site: questions.site,
		sent,
		journal,
		halt,
		run: () =>
			drive(
				clock,
				carryOut(
					{ row: { ...rowOf(remedy, cause), ...(ownSteps === undefined ? {} : { steps: ownSteps }) }, accountIds, changes },
					context,
				),
			),
	};
};

const steps = ({ sent }: Bench): readonly StepId[] => sent.map(({ step }) => step);
const outcome = (result: CarriedRow): string => (result.kind === 'left' ? 'left' : result.end.outcome);

const portalOnly = { ...jiraUser({ accountId: 'qm:1:ann', accountType: 'customer' }) };
const addPortal = (site: ScriptedSite): void => void site.accounts.push(portalOnly);
const line = (step: StepId, state: ChangeState, answered: Json = null) => ({
	id: 1,
	step,
	state,
	asked: null,
	answered,
	intentAt: someTime,
	settledAt: null,
});

describe('carrying a row out', () => {
	it('makes the changes of the remedy in their order, each with its intent before it', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			answers: [{ effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(bench.sent).toEqual([
			{ step: 'create', asked: { email: someAddress, displayName: 'Ann' } },
			{ step: 'add-to-desk', asked: { deskId: '1', accountId: 'qm:1:ann' } },
		]);
		expect(bench.journal.map(({ state }) => state)).toEqual(['applied', 'applied']);
	});

	it('invites nobody a second time: not where the outcome is not known, and not where another plan did', async () => {
		const invitation = { remedy: 'create-and-add', cause: 'ready-new', steps: invitedSteps } as const;
		const lost = makeBench({ ...invitation, answers: [{ answer: { kind: 'unknown', code: 'site-error', status: 503 } }] });
		expect(await lost.run()).toMatchObject({ end: { outcome: 'needs-person', failure: { code: 'unsettled' } } });
		expect(steps(lost)).toEqual(['invite-customer']);
		const died = makeBench({ ...invitation, changes: [line('invite-customer', 'intent')] });
		expect(await died.run()).toMatchObject({ end: { outcome: 'needs-person' } });
		expect(died.sent).toEqual([]);
		const before = makeBench({ ...invitation, invitedAt: someTime });
		expect(await before.run()).toMatchObject({ end: { outcome: 'needs-person', failure: { code: 'already-invited' } } });
		expect(before.sent).toEqual([]);
	});

	it('takes an invitation for made where reading finds the account, and goes on with it', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			steps: invitedSteps,
			answers: [{ effect: addPortal, answer: { kind: 'unknown', code: 'site-error', status: 502 } }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(bench.sent.map(({ step, asked }) => [step, asked])).toEqual([
			['invite-customer', { deskId: '1', email: someAddress, displayName: 'Ann' }],
			['add-to-desk', { deskId: '1', accountId: 'qm:1:ann' }],
		]);
	});

	it('leaves a row for later once the e-mails of the day are spent', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			steps: invitedSteps,
			intent: () => failed('mail-budget-spent', { perDay: 100 }),
		});
		expect(await bench.run()).toMatchObject({ kind: 'left', spent: { code: 'mail-budget-spent' } });
		expect(bench.sent).toEqual([]);
	});

	it('sends nothing whose intent could not be stored', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', intent: () => failed('store-full') });
		await expect(bench.run()).rejects.toMatchObject({ failure: { code: 'store-full' } });
		expect(bench.sent).toEqual([]);
	});

	it('sends nothing once it was halted', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new' });
		bench.halt.abort();
		expect(outcome(await bench.run())).toBe('left');
		expect(bench.sent).toEqual([]);
	});

	it('sets a row aside whose account changed, and one that became another person', async () => {
		const restored = makeBench({
			remedy: 'restore-access',
			cause: 'access-revoked',
			accountIds: ['5b-ann'],
			site: { directory: [directoryUser({ status: 'active' })], roles: { '5b-ann': customerRole() } },
		});
		expect(outcome(await restored.run())).toBe('stale');
		const another = makeBench({
			remedy: 'restore-access',
			cause: 'access-revoked',
			accountIds: ['5b-somebody-else'],
			site: { directory: [directoryUser({ status: 'suspended' })] },
		});
		expect(outcome(await another.run())).toBe('stale');
		expect([...restored.sent, ...another.sent]).toEqual([]);
	});

	it('grants no role to whom a restored account brought one back', async () => {
		const bench = makeBench({
			remedy: 'restore-access',
			cause: 'access-revoked',
			accountIds: ['5b-ann'],
			site: { directory: [directoryUser({ status: 'suspended' })], roles: { '5b-ann': customerRole(['atlassian/user']) } },
			answers: [{ effect: (site) => (site.directory = [directoryUser({ status: 'active' })]), answer: ok }],
		});
		const result = await bench.run();
		expect(steps(bench)).toEqual(['restore', 'add-to-desk']);
		expect(result).toMatchObject({ end: { outcome: 'applied', billable: [`atlassian/user on ${jsmResource}`] } });
	});

	it('says that roles were not read where they could not be, and not that none is billed', async () => {
		const site = { directory: [directoryUser({ status: 'suspended' })], roles: { '5b-ann': customerRole() } } as const;
		const answers = [{ effect: (one: ScriptedSite) => void (one.directory = [directoryUser({ status: 'active' })]), answer: ok }];
		const restored = { remedy: 'restore-access', cause: 'access-revoked', accountIds: ['5b-ann'] } as const;
		const read = await makeBench({ ...restored, site: { ...site, directory: [...site.directory] }, answers }).run();
		expect(read).toMatchObject({ end: { outcome: 'applied', billable: [] } });
		expect(read).not.toHaveProperty('end.rolesUnread');
		const bench = makeBench({ ...restored, site: { ...site, directory: [...site.directory] }, answers, rolesRefused: true });
		expect(await bench.run()).toMatchObject({ end: { outcome: 'applied', billable: [], rolesUnread: true } });
	});

	it('a 409 leads to a new diagnosis, not to an error', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', answers: [{ answer: refused(409, 'account-exists') }] });
		expect(await bench.run()).toMatchObject({ end: { outcome: 'stale', failure: { code: 'account-exists' } } });
		expect(steps(bench)).toEqual(['create']);
	});

	it('keeps the site’s own words of a refusal', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', answers: [{ answer: refused(400) }] });
		expect(await bench.run()).toMatchObject({ end: { outcome: 'rejected', said: 'No.', failure: { details: { status: 400 } } } });
	});

	it('stops the plan where the token is not accepted any more, and leaves the row as it is', async () => {
		const answer: Answer = { kind: 'refused', code: 'token-rejected', status: 401, errorCode: null, said: null };
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', answers: [{ answer }] });
		await expect(bench.run()).rejects.toMatchObject({ failure: { code: 'token-rejected' } });
	});
});

describe('a change whose answer was lost', () => {
	it('is read, and not sent again where it had worked', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', answers: [{ effect: addPortal, answer: lost }] });
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['create', 'add-to-desk']);
		expect(bench.journal[0]).toMatchObject({ state: 'applied', answered: { settledBy: 'reading', accountId: 'qm:1:ann' } });
	});

	it('is sent again only after two reads that do not show it', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			answers: [{ answer: lost }, { effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['create', 'create', 'add-to-desk']);
		expect(bench.journal.map(({ state }) => state)).toEqual(['not-applied', 'applied', 'applied']);
	});

	it('is given up for the row after three times', async () => {
		const bench = makeBench({ remedy: 'create-and-add', cause: 'ready-new', answers: Array.from({ length: 9 }, () => ({ answer: lost })) });
		expect(await bench.run()).toMatchObject({ end: { outcome: 'rejected', failure: { code: 'site-error' } } });
		expect(steps(bench)).toEqual(['create', 'create', 'create']);
	});

	it('and whose second attempt finds the address taken was ours: it is found once the site shows it', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			answers: [{ answer: lost }, { effect: addPortal, answer: refused(409, 'account-exists') }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['create', 'create', 'add-to-desk']);
	});

	const invited = { directory: [directoryUser({ status: 'not_invited' as const })] };

	it('is never sent again where it was an invitation', async () => {
		const bench = makeBench({
			remedy: 'invite-with-role',
			cause: 'not-invited',
			accountIds: ['5b-ann'],
			site: invited,
			answers: [{ answer: lost }],
		});
		expect(await bench.run()).toMatchObject({ end: { outcome: 'needs-person', failure: { code: 'unsettled' } } });
		expect(steps(bench)).toEqual(['invite']);
	});

	it('of a process that died is settled the same way: nothing is sent for an open invitation', async () => {
		const bench = makeBench({
			remedy: 'invite-with-role',
			cause: 'not-invited',
			accountIds: ['5b-ann'],
			site: invited,
			changes: [line('invite', 'intent')],
		});
		expect(outcome(await bench.run())).toBe('needs-person');
		expect(bench.sent).toEqual([]);
	});

	it('of a process that died goes on with the next step where it had worked', async () => {
		const bench = makeBench({
			remedy: 'create-and-add',
			cause: 'ready-new',
			site: { accounts: [portalOnly] },
			changes: [line('create', 'intent')],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['add-to-desk']);
	});
});

describe('a person who was removed', () => {
	const removed = (site: Partial<ScriptedSite> = {}): BenchOptions => ({
		remedy: 'replace-with-portal-account',
		cause: 'managed-elsewhere',
		accountIds: ['5b-ann'],
		site,
		changes: [line('remove', 'applied')],
	});

	it('gets the account on the next start, whatever ended the last one', async () => {
		const bench = makeBench({
			...removed(),
			answers: [{ effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['create', 'add-to-desk']);
	});

	it('gets it although a lagging search still shows the old account and the site still knows the address', async () => {
		const bench = makeBench({
			...removed({ directory: [directoryUser({ status: 'deactivated', accountStatus: 'inactive' })] }),
			answers: [
				{ answer: refused(409, 'account-exists') },
				{ effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } },
			],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['create', 'create', 'add-to-desk']);
	});

	it('is known to be gone although the search still shows the account and the first answer was lost', async () => {
		const deactivated = directoryUser({ status: 'deactivated', accountStatus: 'inactive' });
		const bench = makeBench({
			...removed({ directory: [deactivated], directoriesOf: { '5b-ann': ['directory-1'] } }),
			changes: [line('remove', 'intent')],
			answers: [{ answer: refused(404) }, { effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } }],
		});
		expect(outcome(await bench.run())).toBe('applied');
		expect(steps(bench)).toEqual(['remove', 'create', 'add-to-desk']);
	});

	it('would stay in the organisation where several directories hold the account: it is left to a person', async () => {
		const bench = makeBench({
			remedy: 'replace-with-portal-account',
			cause: 'managed-elsewhere',
			accountIds: ['5b-ann'],
			site: {
				directories: [
					{ id: 'directory-1', name: null },
					{ id: 'directory-2', name: null },
				],
				directory: [directoryUser({ status: 'deactivated', accountStatus: 'inactive' })],
				manageable: { '5b-ann': { kind: 'forbidden', key: 'forbidden' } },
			},
		});
		expect(await bench.run()).toMatchObject({ end: { outcome: 'needs-person', failure: { code: 'directory-ambiguous' } } });
		expect(bench.sent).toEqual([]);
	});

	it('is another account than the one that was confirmed: it is not removed', async () => {
		const bench = makeBench({
			remedy: 'replace-with-portal-account',
			cause: 'managed-elsewhere',
			accountIds: ['5b-other'],
			site: {
				directory: [directoryUser({ status: 'deactivated', accountStatus: 'inactive' })],
				manageable: { '5b-ann': { kind: 'forbidden', key: 'forbidden' } },
			},
		});
		expect(outcome(await bench.run())).toBe('stale');
		expect(bench.sent).toEqual([]);
	});
});

it('waits a pause out and reads before it tries again, where the site asked for patience', async () => {
	const bench = makeBench({
		remedy: 'create-and-add',
		cause: 'ready-new',
		answers: [
			{ answer: { kind: 'limited' } },
			{ effect: addPortal, answer: { kind: 'done', value: { accountId: 'qm:1:ann' }, status: 201 } },
		],
	});
	expect(outcome(await bench.run())).toBe('applied');
	expect(bench.journal.map(({ state }) => state)).toEqual(['not-applied', 'applied', 'applied']);
});
