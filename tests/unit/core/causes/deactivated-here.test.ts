import { describe, expect, it } from 'vitest';
import { deactivatedHere } from '#core/causes/deactivated-here.ts';
import { known, personWithEntry, unanswered } from '../../../support/evidence.ts';

const ours = { status: 'deactivated', accountStatus: 'inactive', claimStatus: 'managed' } as const;
const allowed = known({ kind: 'allowed' } as const);

describe('deactivated-here', () => {
	it('is proven where the account is ours and may be enabled', () => {
		expect(deactivatedHere(personWithEntry(ours, { manageable: allowed }))).toEqual({ cause: 'deactivated-here', certainty: 'proven' });
	});

	it('does not claim an account that may not be enabled', () => {
		expect(deactivatedHere(personWithEntry(ours, { manageable: known({ kind: 'refused', reason: 'administrative' }) }))).toBeNull();
		expect(deactivatedHere(personWithEntry(ours, { manageable: known({ kind: 'forbidden', key: 'x' }) }))).toBeNull();
		expect(deactivatedHere(personWithEntry(ours, { manageable: known({ kind: 'not-found' }) }))).toBeNull();
	});

	it('does not claim where nobody answered, where the account is not ours, or not off', () => {
		expect(deactivatedHere(personWithEntry(ours))).toBeNull();
		expect(deactivatedHere(personWithEntry(ours, { manageable: unanswered('hidden') }))).toBeNull();
		expect(deactivatedHere(personWithEntry({ ...ours, claimStatus: 'unmanaged' }, { manageable: allowed }))).toBeNull();
		expect(deactivatedHere(personWithEntry({ ...ours, status: 'suspended' }, { manageable: allowed }))).toBeNull();
	});
});
