import { describe, expect, it } from 'vitest';
import { deletionPending } from '#core/causes/deletion-pending.ts';
import { personEvidence, personWithEntry, unanswered } from '../../../support/evidence.ts';

describe('deletion-pending', () => {
	it('is proven by the directory entry', () => {
		expect(deletionPending(personWithEntry({ status: 'for_deletion' }))).toEqual({ cause: 'deletion-pending', certainty: 'proven' });
	});

	it.each(['active', 'suspended', 'not_invited', 'deactivated'] as const)('leaves a person who is %s to other rules', (status) => {
		expect(deletionPending(personWithEntry({ status }))).toBeNull();
	});

	it('says nothing of people without an entry or with a directory nobody could ask', () => {
		expect(deletionPending(personEvidence())).toBeNull();
		expect(deletionPending(personEvidence({ directory: unanswered('not-asked') }))).toBeNull();
	});
});
