import { describe, expect, it } from 'vitest';
import { notInvited } from '#core/causes/not-invited.ts';
import { personEvidence, personWithEntry, unanswered } from '../../../support/evidence.ts';

describe('not-invited', () => {
	it('is proven by the directory entry', () => {
		expect(notInvited(personWithEntry({ status: 'not_invited' }))).toEqual({ cause: 'not-invited', certainty: 'proven' });
	});

	it.each(['active', 'suspended', 'deactivated', 'for_deletion'] as const)('leaves a person who is %s to other rules', (status) => {
		expect(notInvited(personWithEntry({ status }))).toBeNull();
	});

	it('says nothing of people without an entry or with a directory nobody could ask', () => {
		expect(notInvited(personEvidence())).toBeNull();
		expect(notInvited(personEvidence({ directory: unanswered('not-asked') }))).toBeNull();
	});
});
