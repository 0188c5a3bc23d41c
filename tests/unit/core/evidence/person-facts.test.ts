import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import { compactFacts, expandFacts } from '#core/evidence/person-facts.ts';
import { causeCodes } from '#shared/causes.ts';
import { anyEvidence } from '../../../support/any-evidence.ts';
import { activePerson, directoryUser, known, openAccess, personEvidence, unanswered } from '../../../support/evidence.ts';
import { evidenceOfCause } from '../../../support/evidence-of-cause.ts';
import { fc } from '../../../support/properties.ts';

const made = causeCodes.flatMap((cause) => {
	const evidence = evidenceOfCause(cause);
	return evidence === null ? [] : [{ cause, evidence }];
});

describe('facts kept of a person', () => {
	it.each(made)('of $cause are judged as the whole evidence is', ({ cause, evidence }) => {
		expect(decideCause(evidence).cause).toBe(cause);
		const again = decideCause(expandFacts(JSON.parse(JSON.stringify(compactFacts(evidence))), evidence));
		expect({ cause: again.cause, certainty: again.certainty }).toEqual({ cause, certainty: decideCause(evidence).certainty });
	});

	it('of anybody are judged as the whole evidence is', () => {
		fc.assert(
			fc.property(anyEvidence, (evidence) => {
				const { cause, certainty } = decideCause(evidence);
				expect(decideCause(expandFacts(compactFacts(evidence), evidence))).toMatchObject({ cause, certainty });
			}),
		);
	});

	it('name nobody, so that the same facts are the same text', () => {
		const ann = activePerson();
		const ben = activePerson({
			address: 'ben@orchidbank.example',
			directory: known(directoryUser({ accountId: '5b-ben', email: 'ben@orchidbank.example', name: 'Ben' }), 'another question'),
			at: '2027-01-01T00:00:00.000Z',
		});
		expect(JSON.stringify(compactFacts(ben))).toBe(JSON.stringify(compactFacts(ann)));
		expect(JSON.stringify(compactFacts(ann))).not.toMatch(/ann|5b-|brightwater/);
	});

	it('keep why a question has no answer', () => {
		for (const why of ['not-asked', 'hidden', 'unexpected'] as const) {
			const evidence = personEvidence({ portal: unanswered(why) });
			const again = expandFacts(compactFacts(evidence), { address: evidence.address, suggestion: null, access: openAccess });
			expect(again.portal).toMatchObject({ known: false, why });
		}
	});
});
