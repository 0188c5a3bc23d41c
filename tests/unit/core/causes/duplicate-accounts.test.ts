import { describe, expect, it } from 'vitest';
import { duplicateAccounts } from '#core/causes/duplicate-accounts.ts';
import { activePerson, jiraUser, known, personEvidence, personWithEntry, portalRecord, unanswered } from '../../../support/evidence.ts';

describe('duplicate-accounts', () => {
	it.each([true, false])('is proven by a directory entry beside a portal-only record (active: %s)', (active) => {
		expect(duplicateAccounts(activePerson({ portal: known(portalRecord(active)) }))).toEqual({
			cause: 'duplicate-accounts',
			certainty: 'proven',
		});
	});

	it('comes before the state of the Atlassian account', () => {
		expect(duplicateAccounts(personWithEntry({ status: 'suspended' }, { portal: known(portalRecord(true)) }))?.cause).toBe(
			'duplicate-accounts',
		);
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
