import { describe, expect, it } from 'vitest';
import { domainNotApproved } from '#core/causes/domain-not-approved.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { closedAccess, directoryUser, known, openAccess, otherDomainsOnly, personEvidence, unanswered } from '../../../support/evidence.ts';

const excluded = (overrides: Parameters<typeof personEvidence>[0] = {}) =>
	domainNotApproved(personEvidence({ access: otherDomainsOnly, ...overrides }));

describe('domain-not-approved', () => {
	it('is proven where Internal alone is on and the domain is not approved', () => {
		expect(excluded()).toEqual({ cause: 'domain-not-approved', certainty: 'proven' });
	});

	it('is proven where External is limited to other domains', () => {
		expect(excluded({ access: { ...openAccess, allowedDomains: ['halden.example'] } })?.certainty).toBe('proven');
	});

	it('is likely where the settings were inferred or portal-only accounts are hidden', () => {
		expect(excluded({ access: { ...otherDomainsOnly, origin: 'inferred' } })).toMatchObject({
			certainty: 'likely',
			because: expect.any(String),
		});
		expect(excluded({ portal: unanswered('hidden') })).toMatchObject({ certainty: 'likely', because: expect.any(String) });
	});

	it('looks at the whole domain, not at its end', () => {
		expect(excluded({ address: 'ann@halden.example' })).toBeNull();
		expect(excluded({ address: 'ann@not-halden.example' })?.cause).toBe('domain-not-approved');
		expect(excluded({ address: 'ann@sub.halden.example' })?.cause).toBe('domain-not-approved');
	});

	it('leaves closed, open and unknown access, and people with accounts, to other rules', () => {
		expect(excluded({ access: closedAccess })).toBeNull();
		expect(excluded({ access: openAccess })).toBeNull();
		expect(excluded({ access: unknownCustomerAccess })).toBeNull();
		expect(excluded({ access: { ...otherDomainsOnly, approvedDomains: null } })).toBeNull();
		expect(excluded({ directory: known(directoryUser()) })).toBeNull();
		expect(excluded({ directory: unanswered('not-asked') })).toBeNull();
	});
});
