import { describe, expect, it } from 'vitest';
import { portalAccountInactive } from '#core/causes/portal-account-inactive.ts';
import { activePerson, jiraUser, known, personEvidence, portalRecord, unanswered } from '../../../support/evidence.ts';

describe('portal-account-inactive', () => {
	it('is proven by a portal-only record that is off', () => {
		expect(portalAccountInactive(personEvidence({ portal: known(portalRecord(false)) }))).toEqual({
			cause: 'portal-account-inactive',
			certainty: 'proven',
		});
	});

	it('is likely where the directory was not asked for an account that has taken its place', () => {
		const evidence = { portal: known(portalRecord(false)), directory: unanswered('not-asked') } as const;
		expect(portalAccountInactive(personEvidence(evidence))?.certainty).toBe('likely');
		expect(portalAccountInactive(personEvidence({ ...evidence, siteAccount: known(jiraUser()) }))).toBeNull();
	});

	it('does not claim what a migration left behind', () => {
		expect(portalAccountInactive(activePerson({ portal: known(portalRecord(false)) }))).toBeNull();
	});

	it('does not claim an active record, none, or an unanswered question', () => {
		expect(portalAccountInactive(personEvidence({ portal: known(portalRecord(true)) }))).toBeNull();
		expect(portalAccountInactive(personEvidence())).toBeNull();
		expect(portalAccountInactive(personEvidence({ portal: unanswered('hidden') }))).toBeNull();
	});
});
