import { describe, expect, it } from 'vitest';
import { admits } from '#core/evidence/customer-access.ts';
import { declareAccess, withChange, withDomainAllowed, withDomainApproved } from '#core/evidence/declare-access.ts';
import { type AccessSettings, unknownCustomerAccess } from '#shared/customer-access.ts';
import { closedAccess, openAccess, otherDomainsOnly, someTime } from '../../../support/evidence.ts';

const nothing: AccessSettings = { internal: null, approvedDomains: null, external: null, allowedDomains: null };

describe('declaring customer access', () => {
	it('takes domains as people write them, each once', () => {
		const said = declareAccess({ ...nothing, internal: true, approvedDomains: [' @Acme.com', 'acme.com', '', 'b.org '] }, someTime);
		expect(said).toEqual({ ...nothing, internal: true, approvedDomains: ['acme.com', 'b.org'], origin: 'declared', at: someTime });
	});

	it('declares nothing where nothing is said', () => {
		expect(declareAccess(nothing, someTime)).toEqual(unknownCustomerAccess);
	});

	it('tells an empty list, which is known, from one that nobody named', () => {
		expect(declareAccess({ ...nothing, approvedDomains: [] }, someTime)).toMatchObject({ approvedDomains: [], origin: 'declared' });
	});
});

describe('one domain more', () => {
	it('is approved beside the others', () => {
		const after = withDomainApproved(otherDomainsOnly, '@New.example');
		expect(after.approvedDomains).toEqual(['halden.example', 'new.example']);
		expect(admits(after, 'new.example')).toBe('admitted');
		expect(admits(after, 'third.example')).toBe('domain-excluded');
	});

	it.each([
		['a list nobody named', { ...otherDomainsOnly, approvedDomains: null }],
		['a list that has it', { ...otherDomainsOnly, approvedDomains: ['new.example'], approvals: { 'new.example': 'customer' } }],
		['a list of anyone', { ...otherDomainsOnly, approvedDomains: ['anyone'], approvals: { anyone: 'customer' } }],
	] as const)('leaves %s as it is', (_what, access) => {
		expect(withDomainApproved(access, 'new.example')).toBe(access);
	});

	it('gets the Customer role where it was approved for less', () => {
		const less = { ...otherDomainsOnly, approvedDomains: ['new.example'], approvals: { 'new.example': 'other-apps' } } as const;
		expect(admits(less, 'new.example')).toBe('domain-excluded');
		expect(admits(withDomainApproved(less, 'new.example'), 'new.example')).toBe('admitted');
	});

	it('never narrows External, which without a limit admits them all', () => {
		for (const allowedDomains of [null, []]) {
			const access = { ...openAccess, allowedDomains };
			expect(withDomainAllowed(access, 'new.example')).toBe(access);
		}
		const limited = withDomainAllowed({ ...openAccess, allowedDomains: ['a.example'] }, 'new.example');
		expect(limited.allowedDomains).toEqual(['a.example', 'new.example']);
	});
});

it('ticking a box admits what its list lets in', () => {
	expect(admits(withChange(closedAccess, { tick: 'external' }), 'any.example')).toBe('admitted');
	expect(admits(withChange(closedAccess, { tick: 'internal' }), 'any.example')).toBe('domain-excluded');
});
