import { describe, expect, it } from 'vitest';
import { deactivatedByIdp } from '#core/causes/deactivated-by-idp.ts';
import { known, personWithEntry, unanswered } from '../../../support/evidence.ts';

const ours = { status: 'deactivated', accountStatus: 'inactive', claimStatus: 'managed' } as const;
const refused = (reason: string) => known({ kind: 'refused', reason } as const);

describe('deactivated-by-idp', () => {
	it('is proven by a synced account of ours, without a further question', () => {
		expect(deactivatedByIdp(personWithEntry({ ...ours, managementSource: 'synced' }))).toEqual({
			cause: 'deactivated-by-idp',
			certainty: 'proven',
		});
	});

	it.each(['externalDirectory.scim', 'externalDirectory.google', 'authPolicy.saml'])('is proven by the refusal %s', (reason) => {
		expect(deactivatedByIdp(personWithEntry(ours, { manageable: refused(reason) }))?.certainty).toBe('proven');
	});

	it.each(['administrative', 'managedAccount', 'authPolicy.other'])('is not what the refusal %s says', (reason) => {
		expect(deactivatedByIdp(personWithEntry(ours, { manageable: refused(reason) }))).toBeNull();
	});

	it('does not claim an account that is not ours, or not off, or not asked about', () => {
		expect(deactivatedByIdp(personWithEntry({ ...ours, claimStatus: 'unmanaged', managementSource: 'synced' }))).toBeNull();
		expect(deactivatedByIdp(personWithEntry({ ...ours, claimStatus: null, managementSource: 'synced' }))).toBeNull();
		expect(deactivatedByIdp(personWithEntry({ ...ours, status: 'active', managementSource: 'synced' }))).toBeNull();
		expect(deactivatedByIdp(personWithEntry(ours, { manageable: unanswered('hidden') }))).toBeNull();
	});
});
