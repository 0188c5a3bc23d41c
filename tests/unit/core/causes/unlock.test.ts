import { describe, expect, it } from 'vitest';
import { type FactRow, isUnlocked, rankUnlocks } from '#core/causes/unlock.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import { type CreationOutcome, inferAccess, withInference } from '#core/evidence/infer-access.ts';
import { compactFacts } from '#core/evidence/person-facts.ts';
import type { Turns } from '#core/ports.ts';
import type { CauseCode } from '#shared/causes.ts';
import { type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { activePerson, known, openAccess, personEvidence, portalRecord, unanswered } from '../../../support/evidence.ts';
import { evidenceOfCause } from '../../../support/evidence-of-cause.ts';

const never: Turns = { isDue: () => false, give: () => Promise.resolve() };
const settings = (change: Partial<CustomerAccess>): CustomerAccess => ({ ...unknownCustomerAccess, origin: 'declared', ...change });

const closed = settings({ internal: false, approvedDomains: [], external: false, allowedDomains: [] });
const internalOnly = settings({ internal: true, approvedDomains: ['own.example'], external: false });
const externalLimited = settings({ internal: false, external: true, allowedDomains: ['known.example'] });

const person = (evidence: PersonEvidence, address: string, suggestion: string | null = null): FactRow => ({
	id: 0,
	facts: compactFacts(evidence),
	address,
	suggestion,
});
const newcomers = (count: number, domain: string, suggestion: string | null = null): FactRow[] => {
	const facts = compactFacts(personEvidence());
	return Array.from({ length: count }, (_, index) => ({ id: index, facts, address: `p${index}@${domain}`, suggestion }));
};
const unlocks = (rows: readonly FactRow[], access: CustomerAccess) => rankUnlocks([rows], access, never);
const withCause = (cause: CauseCode, address = 'ann@a.example'): FactRow => {
	const evidence = evidenceOfCause(cause);
	if (evidence === null) throw new Error(cause);
	return person(evidence, address);
};

describe('what would unlock most', () => {
	it('ranks domains by the rows they would let in', async () => {
		const rows = [...newcomers(2, 'few.example'), ...newcomers(5, 'many.example'), ...newcomers(3, 'own.example')];
		expect(await unlocks(rows, internalOnly)).toEqual([
			{ decision: 'tick-external', rows: 7 },
			{ decision: 'approve-domain', domain: 'many.example', rows: 5 },
			{ decision: 'approve-domain', domain: 'few.example', rows: 2 },
		]);
	});

	it('counts a domain among those External is limited to, where Internal is off', async () => {
		expect(await unlocks(newcomers(4, 'new.example'), externalLimited)).toEqual([
			{ decision: 'approve-domain', domain: 'new.example', rows: 4 },
		]);
	});

	it('names two decisions for rows that no single one unlocks', async () => {
		const limited = settings({ internal: false, approvedDomains: [], external: false, allowedDomains: ['known.example'] });
		expect(await unlocks([...newcomers(3, 'new.example'), ...newcomers(1, 'known.example')], limited)).toEqual([
			{ decision: 'tick-external', rows: 3, with: { decision: 'approve-domain', domain: 'new.example' } },
			{ decision: 'tick-internal', rows: 3, with: { decision: 'approve-domain', domain: 'new.example' } },
			{ decision: 'tick-external', rows: 1 },
		]);
	});

	it('names no pair where one of the two would do', async () => {
		expect(await unlocks(newcomers(3, 'new.example'), closed)).toEqual([{ decision: 'tick-external', rows: 3 }]);
	});

	it.each([
		['access-revoked', 'restore-access'],
		['role-missing', 'grant-customer-role'],
		['not-invited', 'invite-with-role'],
		['deactivated-here', 'enable-managed-account'],
		['portal-account-inactive', 'reactivate-portal-account'],
		['deactivated-by-idp', 'enable-in-identity-provider'],
		['deletion-pending', 'cancel-deletion'],
		['duplicate-accounts', 'migrate-portal-account'],
	] as const)('counts %s under %s', async (cause, decision) => {
		const two = [withCause(cause, 'ann@a.example'), withCause(cause, 'ben@b.example')];
		expect(await unlocks(two, openAccess)).toEqual([{ decision, rows: 2 }]);
	});

	it('counts people whose accounts others manage by the domain whose admins are asked', async () => {
		const rows = ['ann@a.example', 'ben@b.example', 'bob@b.example'].map((address) => withCause('managed-elsewhere', address));
		expect(await unlocks(rows, openAccess)).toEqual([
			{ decision: 'ask-owning-organisation', domain: 'b.example', rows: 2 },
			{ decision: 'ask-owning-organisation', domain: 'a.example', rows: 1 },
		]);
	});

	it('counts corrections by the domain that was mistyped, as far as the one that was meant is let in', async () => {
		const rows = [...newcomers(2, 'knwon.example', 'x@known.example'), ...newcomers(3, 'newe.example', 'x@new.example')];
		expect(await unlocks(rows, externalLimited)).toEqual([
			{
				decision: 'approve-domain',
				domain: 'new.example',
				rows: 3,
				with: { decision: 'accept-suggestion', domain: 'newe.example' },
			},
			{ decision: 'accept-suggestion', domain: 'knwon.example', rows: 2 },
		]);
	});

	it('has nothing to say of rows that nothing blocks, or that nobody could be asked about', async () => {
		const rows = [
			withCause('ready-existing'),
			withCause('already-customer'),
			...newcomers(2, 'a.example'),
			person(personEvidence({ directory: unanswered('not-asked') }), 'ann@a.example'),
			person(personEvidence({ portal: unanswered('unexpected') }), 'ann@a.example'),
		];
		expect(await unlocks(rows, openAccess)).toEqual([]);
	});

	it('reads no "no" into settings that nobody named', async () => {
		expect(await unlocks(newcomers(3, 'new.example'), unknownCustomerAccess)).toEqual([]);
	});

	it('names the domain that refusals follow, where nobody named the settings', async () => {
		const seen = (domain: string, outcome: CreationOutcome['outcome']) => [1, 2].map(() => ({ domain, outcome, at: '2026' }));
		const outcomes = [...seen('refused.example', 'refused'), ...seen('fine.example', 'created-portal')];
		const access = withInference(unknownCustomerAccess, inferAccess(outcomes, unknownCustomerAccess));
		const rows = [...newcomers(3, 'refused.example'), ...newcomers(2, 'fine.example'), ...newcomers(2, 'other.example')];
		expect(await unlocks(rows, access)).toEqual([
			{ decision: 'tick-external', rows: 3 },
			{ decision: 'approve-domain', domain: 'refused.example', rows: 3 },
		]);
	});

	it('expects that an address which was refused is let in once the settings are others', async () => {
		const refused = personEvidence({ creation: known('refused') });
		expect(await unlocks([person(refused, 'ann@new.example')], internalOnly)).toContainEqual({ decision: 'tick-external', rows: 1 });
	});

	it('helps an account whose portal-only twin stands in the way', async () => {
		const twin = activePerson({ portal: known(portalRecord(true)) });
		expect(await unlocks([person(twin, 'ann@a.example')], openAccess)).toEqual([{ decision: 'migrate-portal-account', rows: 1 }]);
	});

	it('gives others their turn between pages', async () => {
		let turns = 0;
		const counting: Turns = { isDue: () => true, give: async () => void turns++ };
		await rankUnlocks([newcomers(1, 'a.example'), newcomers(1, 'b.example')], closed, counting);
		expect(turns).toBe(2);
	});
});

describe('a row is unlocked', () => {
	it.each([
		['customer-access-closed', 'ready-new', true],
		['portal-account-inactive', 'already-customer', true],
		['managed-elsewhere', 'role-missing', true],
		['access-revoked', 'role-missing', false],
		['access-revoked', 'ready-existing', true],
		['ready-new', 'ready-existing', false],
		['customer-access-closed', 'probable-typo', false],
		['domain-not-approved', 'undetermined', false],
	] as const)('from %s to %s: %s', (before, after, unlocked) => {
		expect(isUnlocked(before, after)).toBe(unlocked);
	});
});
