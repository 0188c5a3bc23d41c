import { describe, expect, it } from 'vitest';
import { portalAccountInactive } from '#core/causes/portal-account-inactive.ts';
import { known, personEvidence, portalRecord, unanswered } from '../../../support/evidence.ts';

describe('portal-account-inactive', () => {
	it('is proven by a portal-only record that is off', () => {
		expect(portalAccountInactive(personEvidence({ portal: known(portalRecord(false)) }))).toEqual({
			cause: 'portal-account-inactive',
			certainty: 'proven',
		});
	});

	it('does not claim an active record, none, or an unanswered question', () => {
		expect(portalAccountInactive(personEvidence({ portal: known(portalRecord(true)) }))).toBeNull();
		expect(portalAccountInactive(personEvidence())).toBeNull();
		expect(portalAccountInactive(personEvidence({ portal: unanswered('hidden') }))).toBeNull();
	});
});
