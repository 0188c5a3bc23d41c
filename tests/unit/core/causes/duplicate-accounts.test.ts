import { describe, expect, it } from 'vitest';
import { duplicateAccounts } from '#core/causes/duplicate-accounts.ts';
import { activePerson, jiraUser, known, personEvidence, personWithEntry, portalRecord, unanswered } from '../../../support/evidence.ts';

describe('duplicate-accounts', () => {
	it('is proven by an active account beside an active portal-only one', () => {
		expect(duplicateAccounts(activePerson({ portal: known(portalRecord(true)) }))).toEqual({
			cause: 'duplicate-accounts',
			certainty: 'proven',
		});
	});

	it('is not what a migration leaves behind', () => {
		expect(duplicateAccounts(activePerson({ portal: known(portalRecord(false)) }))).toBeNull();
	});

	it.each(['suspended', 'not_invited', 'deactivated', 'for_deletion'] as const)('sends nobody to an account that is %s', (status) => {
		expect(duplicateAccounts(personWithEntry({ status }, { portal: known(portalRecord(true)) }))).toBeNull();
	});

	it('is proven without an organisation key where the site shows both accounts', () => {
		const evidence = { directory: unanswered('not-asked'), portal: known(portalRecord(true)) } as const;
		expect(duplicateAccounts(personEvidence({ ...evidence, siteAccount: known(jiraUser()) }))?.certainty).toBe('proven');
		expect(duplicateAccounts(personEvidence({ ...evidence, siteAccount: known(jiraUser({ active: false })) }))).toBeNull();
		expect(duplicateAccounts(personEvidence(evidence))).toBeNull();
	});

	it('trusts the directory about what a removal leaves behind on the site', () => {
		expect(
			duplicateAccounts(personEvidence({ siteAccount: known(jiraUser({ active: false })), portal: known(portalRecord(true)) })),
		).toBeNull();
	});

	it('needs both to be known', () => {
		expect(duplicateAccounts(activePerson())).toBeNull();
		expect(duplicateAccounts(personEvidence({ portal: known(portalRecord(true)) }))).toBeNull();
		expect(duplicateAccounts(activePerson({ portal: unanswered('hidden') }))).toBeNull();
	});
});
