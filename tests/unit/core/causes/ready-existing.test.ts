import { describe, expect, it } from 'vitest';
import { readyExisting } from '#core/causes/ready-existing.ts';
import {
	activePerson,
	jiraUser,
	known,
	notListed,
	personEvidence,
	personWithEntry,
	portalRecord,
	role,
	unanswered,
} from '../../../support/evidence.ts';

const openDesk = known({ listed: null, keepsList: false });

describe('ready-existing', () => {
	it('is proven for an active account with a role that the desk does not list', () => {
		expect(readyExisting(activePerson())).toEqual({ cause: 'ready-existing', certainty: 'proven' });
	});

	it('is proven for an active portal-only account where the directory knows nobody', () => {
		expect(readyExisting(personEvidence({ portal: known(portalRecord(true)) }))?.certainty).toBe('proven');
	});

	it('is likely, with its reason, where the desk may keep no list', () => {
		expect(readyExisting(activePerson({ membership: openDesk }))).toMatchObject({
			certainty: 'likely',
			because: expect.stringContaining('lists nobody'),
		});
	});

	it('is likely for a portal-only account where the directory could not be asked', () => {
		expect(readyExisting(personEvidence({ portal: known(portalRecord(true)), directory: unanswered('not-asked') }))?.certainty).toBe(
			'likely',
		);
	});

	it('does not claim whom the desk lists, unless what it lists is inactive', () => {
		const listed = (active: boolean) => activePerson({ membership: known({ listed: { accountId: 'qm:ann', active }, keepsList: true }) });
		expect(readyExisting(listed(true))).toBeNull();
		expect(readyExisting(listed(false))?.certainty).toBe('proven');
	});

	it('does not claim an account whose role is missing or unknown', () => {
		expect(readyExisting(activePerson({ jsmRole: known(role({ held: false })) }))).toBeNull();
		expect(readyExisting(activePerson({ jsmRole: unanswered('not-asked') }))).toBeNull();
		expect(readyExisting(activePerson({ jsmRole: null }))).toBeNull();
	});

	it('does not claim where the membership is not known', () => {
		expect(readyExisting(activePerson({ membership: unanswered('not-asked') }))).toBeNull();
	});

	it('is likely where there are only exports, which hold no desk’s customers', () => {
		const membership = unanswered('not-exported');
		expect(readyExisting(activePerson({ membership }))).toMatchObject({
			certainty: 'likely',
			because: expect.stringContaining('no admin file'),
		});
		const portalOnly = { membership, portal: known(portalRecord(true)) };
		expect(readyExisting(personEvidence({ ...portalOnly, directory: unanswered('not-asked') }))?.because).toMatch(
			/second account; no admin file/,
		);
		expect(readyExisting(personEvidence({ membership }))).toBeNull();
	});

	it('does not take an account that only the site shows for one that can be added', () => {
		const seenOnSite = personEvidence({ directory: unanswered('not-asked'), siteAccount: known(jiraUser()), membership: known(notListed) });
		expect(readyExisting(seenOnSite)).toBeNull();
	});

	it.each(['suspended', 'not_invited', 'deactivated', 'for_deletion'] as const)('does not claim a person who is %s', (status) => {
		expect(readyExisting(personWithEntry({ status }, { jsmRole: known(role()) }))).toBeNull();
	});
});
