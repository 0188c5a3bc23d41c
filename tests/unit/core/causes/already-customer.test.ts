import { describe, expect, it } from 'vitest';
import { alreadyCustomer } from '#core/causes/already-customer.ts';
import { known, personEvidence, unanswered } from '../../../support/evidence.ts';

const listed = (active: boolean) => known({ listed: { accountId: '5b-ann', active }, keepsList: true });

describe('already-customer', () => {
	it("is proven by an active record in the desk's list", () => {
		expect(alreadyCustomer(personEvidence({ membership: listed(true) }))).toEqual({ cause: 'already-customer', certainty: 'proven' });
	});

	it('needs no directory to be proven', () => {
		expect(alreadyCustomer(personEvidence({ membership: listed(true), directory: unanswered('not-asked') }))?.certainty).toBe('proven');
	});

	it('does not claim an inactive customer, somebody not listed, or an unanswered question', () => {
		expect(alreadyCustomer(personEvidence({ membership: listed(false) }))).toBeNull();
		expect(alreadyCustomer(personEvidence())).toBeNull();
		expect(alreadyCustomer(personEvidence({ membership: unanswered('not-asked') }))).toBeNull();
	});
});
