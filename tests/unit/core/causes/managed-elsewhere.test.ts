import { describe, expect, it } from 'vitest';
import { managedElsewhere } from '#core/causes/managed-elsewhere.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import { known, openAccess, otherDomainsOnly, personWithEntry, unanswered } from '../../../support/evidence.ts';

const theirs = { status: 'deactivated', accountStatus: 'inactive', claimStatus: 'unmanaged' } as const;

describe('managed-elsewhere', () => {
	it('is likely after a bare 403 of the manage call, which names nobody', () => {
		expect(managedElsewhere(personWithEntry(theirs, { manageable: known({ kind: 'forbidden', key: 'forbidden' }) }))).toMatchObject({
			certainty: 'likely',
			because: expect.stringContaining('no answer says who'),
		});
	});

	it('is nobody of a mail provider who deleted their own account', () => {
		const own = { address: 'ann@gmail.com', manageable: known({ kind: 'forbidden', key: 'forbidden' } as const) };
		expect(managedElsewhere(personWithEntry(theirs, own))).toBeNull();
		expect(managedElsewhere(personWithEntry({ ...theirs, claimedByNobody: true }, { manageable: own.manageable }))).toBeNull();
	});

	it('is proven by the reason managedAccount', () => {
		expect(managedElsewhere(personWithEntry(theirs, { manageable: known({ kind: 'refused', reason: 'managedAccount' }) }))?.certainty).toBe(
			'proven',
		);
	});

	it.each([
		['hidden', unanswered('hidden')],
		['not asked', null],
		['not found', known({ kind: 'not-found' } as const)],
		['another reason', known({ kind: 'refused', reason: 'administrative' } as const)],
	])('is likely, with its reason, where the confirmation is missing: %s', (_why, manageable) => {
		expect(managedElsewhere(personWithEntry(theirs, { manageable }))).toMatchObject({ certainty: 'likely', because: expect.any(String) });
	});

	it('is contradicted where we may enable the account', () => {
		expect(managedElsewhere(personWithEntry(theirs, { manageable: known({ kind: 'allowed' }) }))).toBeNull();
	});

	it('is likely where no export says whose the account is and its domain is none of the approved ones', () => {
		const nobodys = (access: CustomerAccess) =>
			managedElsewhere(personWithEntry({ ...theirs, claimStatus: null }, { manageable: unanswered('not-asked'), access }));
		expect(nobodys(otherDomainsOnly)).toMatchObject({ certainty: 'likely', restsOnAccess: true });
		expect(nobodys({ ...otherDomainsOnly, approvedDomains: ['brightwater.example'] })).toBeNull();
		expect(nobodys({ ...otherDomainsOnly, approvedDomains: ['anyone'] })).toBeNull();
		expect(nobodys({ ...otherDomainsOnly, approvedDomains: null })).toBeNull();
		expect(nobodys(openAccess)).toBeNull();
	});

	it('does not claim our own account, one of unknown ownership, or one that is not off', () => {
		const forbidden = known({ kind: 'forbidden', key: 'forbidden' } as const);
		expect(managedElsewhere(personWithEntry({ ...theirs, claimStatus: 'managed' }, { manageable: forbidden }))).toBeNull();
		expect(managedElsewhere(personWithEntry({ ...theirs, claimStatus: null }, { manageable: forbidden }))).toBeNull();
		expect(managedElsewhere(personWithEntry({ ...theirs, status: 'active' }, { manageable: forbidden }))).toBeNull();
	});
});
