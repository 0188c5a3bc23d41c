import { describe, expect, it } from 'vitest';
import { decideCause } from '#core/causes/decide-cause.ts';
import type { PersonEvidence } from '#core/evidence/evidence.ts';
import { type CauseCode, causeCodes } from '#shared/causes.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { anyEvidence, checksByHand } from '../../../support/any-evidence.ts';
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
import { evidenceOfCause } from '../../../support/evidence-of-cause.ts';
import { fc } from '../../../support/properties.ts';

type Question = 'directory' | 'jsmRole' | 'manageable' | 'portal' | 'siteAccount' | 'membership' | 'creation' | 'access';

/** Answers that together say in so many words what a proven verdict claims, and evidence that holds no other proof of it. */
interface Proof {
	readonly answers: readonly Question[];
	readonly evidence: () => PersonEvidence;
}

const off = { status: 'deactivated', accountStatus: 'inactive' } as const;

const made = (cause: CauseCode) => (): PersonEvidence => {
	const evidence = evidenceOfCause(cause);
	if (evidence === null) throw new Error(cause);
	return evidence;
};
const by = (cause: CauseCode, ...answers: readonly Question[]): readonly Proof[] => [{ answers, evidence: made(cause) }];

/** Every cause: by which answers it is proven. None: whatever is answered, it is never proven, or no answer about a person tells it. */
const proofs: Record<CauseCode, readonly Proof[]> = {
	'already-customer': [
		...by('already-customer', 'membership'),
		{ answers: ['membership'], evidence: () => activePerson({ membership: known(notListed), canRaise: known(true) }) },
	],
	'ready-existing': [
		...by('ready-existing', 'directory', 'jsmRole', 'portal', 'membership'),
		{ answers: ['directory', 'portal', 'membership'], evidence: () => personEvidence({ portal: known(portalRecord(true)) }) },
	],
	'ready-new': by('ready-new', 'directory', 'portal', 'access'),
	'access-revoked': [
		...by('access-revoked', 'directory'),
		{ answers: ['directory', 'jsmRole'], evidence: () => activePerson({ jsmRole: known(role({ held: false, suspendedHere: true })) }) },
	],
	'not-invited': [
		...by('not-invited', 'directory'),
		{ answers: ['directory', 'jsmRole'], evidence: () => activePerson({ jsmRole: known(role({ held: false, absentHere: true })) }) },
	],
	'role-missing': by('role-missing', 'directory', 'jsmRole'),
	'portal-account-inactive': by('portal-account-inactive', 'directory', 'portal'),
	'customer-access-closed': by('customer-access-closed', 'directory', 'portal', 'access'),
	'domain-not-approved': by('domain-not-approved', 'directory', 'portal', 'access'),
	'sign-up-not-allowed': [
		{ answers: ['creation'], evidence: () => personEvidence({ access: unknownCustomerAccess, creation: known('sign-up-refused') }) },
	],
	'managed-elsewhere': by('managed-elsewhere', 'directory', 'manageable'),
	'deactivated-here': by('deactivated-here', 'directory', 'manageable'),
	'deactivated-by-idp': [
		...by('deactivated-by-idp', 'directory'),
		{
			answers: ['directory', 'manageable'],
			evidence: () =>
				personWithEntry({ ...off, claimStatus: 'managed' }, { manageable: known({ kind: 'refused', reason: 'authPolicy.saml' }) }),
		},
	],
	'email-not-verified': [
		...by('email-not-verified', 'directory'),
		{
			answers: ['directory', 'manageable'],
			evidence: () => personWithEntry(off, { manageable: known({ kind: 'forbidden', key: 'forbidden.targetUnverified' }) }),
		},
	],
	'blocked-by-export-control': by('blocked-by-export-control', 'directory', 'manageable'),
	'deletion-pending': by('deletion-pending', 'directory'),
	'duplicate-accounts': [
		{
			answers: ['directory', 'portal'],
			evidence: () => activePerson({ siteAccount: known(null), portal: known(portalRecord(true)) }),
		},
		{
			answers: ['siteAccount', 'portal'],
			evidence: () =>
				personEvidence({ directory: unanswered('not-asked'), siteAccount: known(jiraUser()), portal: known(portalRecord(true)) }),
		},
	],
	'deactivated-by-person': [],
	'probable-typo': [],
	undetermined: [],
	'desk-permission-missing': [],
	'service-management-offline': [],
	'caller-lacks-rights': [],
	'invalid-address': [],
	'repeated-row': [],
	'not-checked': [],
};

/** One answer taken out of each proof, in every way. */
const oneOfEach = (cause: CauseCode): readonly (readonly Question[])[] =>
	proofs[cause].reduce<readonly (readonly Question[])[]>(
		(taken, { answers }) => taken.flatMap((some) => answers.map((answer) => [...some, answer])),
		[[]],
	);

/** The same evidence, had this question not been answered. The directory decides which other questions there are at all. */
const without = (evidence: PersonEvidence, question: Question): PersonEvidence => {
	if (question === 'access') return { ...evidence, access: unknownCustomerAccess };
	const rest = question === 'directory' ? { jsmRole: null, manageable: null } : {};
	return { ...evidence, ...rest, [question]: unanswered('not-asked') };
};

describe('proven', () => {
	const cases = causeCodes.flatMap((cause) =>
		proofs[cause].flatMap(({ answers, evidence }) => answers.map((question) => ({ cause, question, of: answers.join(', '), evidence }))),
	);

	it.each(cases)('$cause by $of is not, without the answer to $question', ({ cause, question, evidence }) => {
		expect(decideCause(evidence())).toMatchObject({ cause, certainty: 'proven' });
		expect(decideCause(without(evidence(), question)).certainty).not.toBe('proven');
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

	it('rests on the answers that are named for its cause, whatever evidence there is', () => {
		fc.assert(
			fc.property(anyEvidence, (evidence) => {
				const { cause, certainty } = decideCause(evidence);
				if (certainty !== 'proven') return;
				for (const questions of oneOfEach(cause)) {
					const left = decideCause(questions.reduce(without, evidence));
					expect([questions, left.certainty === 'proven' && left.cause === cause]).toEqual([questions, false]);
				}
			}),
			{ numRuns: 5000 },
		);
	});
});
