import { describe, expect, it } from 'vitest';
import { roleMissing } from '#core/causes/role-missing.ts';
import { activePerson, known, personWithEntry, role, unanswered } from '../../../support/evidence.ts';

describe('role-missing', () => {
	it('is proven where an active account holds no role on the service management of the site', () => {
		expect(roleMissing(activePerson({ jsmRole: known(role({ held: false })) }))).toEqual({ cause: 'role-missing', certainty: 'proven' });
	});

	it('does not claim who holds one', () => {
		expect(roleMissing(activePerson())).toBeNull();
	});

	it('is likely where a file says less than the directory does', () => {
		const without = known(role({ held: false }));
		expect(roleMissing(personWithEntry({ unsure: true }, { jsmRole: without }))?.certainty).toBe('likely');
		expect(roleMissing(activePerson({ jsmRole: known(role({ held: false, unsure: true })) }))?.certainty).toBe('likely');
	});

	it('is likely where the service management of the site was guessed, or its directory was not asked', () => {
		for (const unsure of ['guessed-resource', 'several-directories'] as const) {
			const claim = roleMissing(activePerson({ jsmRole: known(role({ held: false, unsure })) }));
			expect(claim).toMatchObject({ cause: 'role-missing', certainty: 'likely' });
		}
	});

	it('never reads an unanswered role question as a no', () => {
		for (const why of ['not-asked', 'hidden', 'unexpected'] as const) {
			expect(roleMissing(activePerson({ jsmRole: unanswered(why) }))).toBeNull();
		}
		expect(roleMissing(activePerson({ jsmRole: null }))).toBeNull();
	});

	it('concerns active accounts only', () => {
		expect(roleMissing(personWithEntry({ status: 'suspended' }, { jsmRole: known(role({ held: false })) }))).toBeNull();
	});
});
