import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import { type CauseCode, causeCodes } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { anyEvidence, checksByHand } from '../../../support/any-evidence.ts';
import { unanswered } from '../../../support/evidence.ts';
import { evidenceOfCause } from '../../../support/evidence-of-cause.ts';
import { fc } from '../../../support/properties.ts';

type Question = 'directory' | 'jsmRole' | 'manageable' | 'portal' | 'membership' | 'access';

/** The answers that say in so many words what a proven verdict claims: without any one of them it is not proven any more. */
const deciding: Partial<Record<CauseCode, readonly Question[]>> = {
	'already-customer': ['membership'],
	'ready-existing': ['jsmRole', 'membership', 'directory', 'portal'],
	'ready-new': ['directory', 'portal', 'access'],
	'access-revoked': ['directory'],
	'not-invited': ['directory'],
	'role-missing': ['directory', 'jsmRole'],
	'portal-account-inactive': ['directory', 'portal'],
	'customer-access-closed': ['directory', 'portal', 'access'],
	'domain-not-approved': ['directory', 'portal', 'access'],
	'managed-elsewhere': ['directory', 'manageable'],
	'deactivated-here': ['directory', 'manageable'],
	'deactivated-by-idp': ['directory'],
	'email-not-verified': ['directory'],
	'blocked-by-export-control': ['directory', 'manageable'],
	'deletion-pending': ['directory'],
	'duplicate-accounts': ['portal'],
};

/** The same evidence, had this question not been answered. The directory decides which other questions there are at all. */
const without = (evidence: PersonEvidence, question: Question): PersonEvidence => {
	if (question === 'access') return { ...evidence, access: unknownCustomerAccess };
	const rest = question === 'directory' ? { jsmRole: null, manageable: null } : {};
	return { ...evidence, ...rest, [question]: unanswered('not-asked') };
};

describe('proven', () => {
	const cases = causeCodes.flatMap((cause) => (deciding[cause] ?? []).map((question) => [cause, question] as const));

	it.each(cases)('%s is not, without the answer to %s', (cause, question) => {
		const evidence = evidenceOfCause(cause);
		if (evidence === null) throw new Error(cause);
		expect(decideCause(evidence)).toMatchObject({ cause, certainty: 'proven' });
		expect(decideCause(without(evidence, question)).certainty).not.toBe('proven');
	});

	it('is never a person’s word alone, and no person’s word undoes it', () => {
		fc.assert(
			fc.property(anyEvidence, checksByHand, (evidence, byHand) => {
				const [told, said] = [decideCause({ ...evidence, byHand: [] }), decideCause({ ...evidence, byHand })];
				expect(said.certainty === 'proven').toBe(told.certainty === 'proven');
				if (told.certainty === 'proven') expect(said.cause).toBe(told.cause);
				// Whoever reads it sees who said so, and when.
				expect(said.evidence.filter(({ source }) => source === 'by hand')).toHaveLength(byHand.length);
			}),
			{ numRuns: 5000 },
		);
	});

	it('rests on an answer, whatever evidence there is', () => {
		fc.assert(
			fc.property(anyEvidence, (evidence) => {
				const verdict = decideCause(evidence);
				if (verdict.certainty !== 'proven') return;
				const questions = deciding[verdict.cause] ?? [];
				const lost = questions.filter((question) => {
					const left = decideCause(without(evidence, question));
					return left.cause !== verdict.cause || left.certainty !== 'proven';
				});
				expect([verdict.cause, lost.length]).not.toEqual([verdict.cause, 0]);
			}),
			{ numRuns: 5000 },
		);
	});
});
