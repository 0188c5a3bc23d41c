import { describe, expect, it } from 'vitest';
import { accessRevoked } from '#core/causes/access-revoked.ts';
import { activePerson, known, personEvidence, personWithEntry, role, unanswered } from '../../../support/evidence.ts';

describe('access-revoked', () => {
	it('is proven by a suspended directory entry', () => {
		expect(accessRevoked(personWithEntry({ status: 'suspended' }))).toEqual({ cause: 'access-revoked', certainty: 'proven' });
	});

	it('is likely where a file only says inactive', () => {
		expect(accessRevoked(personWithEntry({ status: 'suspended', unsure: true }))).toMatchObject({
			cause: 'access-revoked',
			certainty: 'likely',
		});
	});

	it('is proven by a suspension in the one directory that serves the site', () => {
		expect(accessRevoked(activePerson({ jsmRole: known(role({ held: false, suspendedHere: true })) }))?.certainty).toBe('proven');
	});

	it.each(['active', 'not_invited', 'deactivated', 'for_deletion'] as const)('leaves a person who is %s to other rules', (status) => {
		expect(accessRevoked(personWithEntry({ status }))).toBeNull();
	});

	it.each(['not-asked', 'hidden', 'unexpected'] as const)('says nothing where the directory is %s', (why) => {
		expect(accessRevoked(personEvidence({ directory: unanswered(why), jsmRole: unanswered(why) }))).toBeNull();
	});
});
