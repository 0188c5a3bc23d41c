import { describe, expect, it } from 'vitest';
import { probableTypo } from '#core/causes/probable-typo.ts';
import { activePerson, known, personEvidence, portalRecord, unanswered } from '../../../support/evidence.ts';

const suggestion = 'ann@brightwater.example';
const mistyped = { address: 'ann@brihgtwater.example', suggestion };

describe('probable-typo', () => {
	it('is likely, and names what was meant, where nobody has the address', () => {
		expect(probableTypo(personEvidence(mistyped))).toMatchObject({ certainty: 'likely', because: expect.stringContaining(suggestion) });
	});

	it('is claimed where portal-only accounts are hidden too: it is an inference anyway', () => {
		expect(probableTypo(personEvidence({ ...mistyped, portal: unanswered('hidden') }))?.cause).toBe('probable-typo');
	});

	it('never blocks somebody who exists', () => {
		expect(probableTypo(activePerson(mistyped))).toBeNull();
		expect(probableTypo(personEvidence({ ...mistyped, portal: known(portalRecord(true)) }))).toBeNull();
	});

	it('needs a suggestion, and a directory that answered', () => {
		expect(probableTypo(personEvidence())).toBeNull();
		expect(probableTypo(personEvidence({ ...mistyped, directory: unanswered('not-asked') }))).toBeNull();
	});
});
