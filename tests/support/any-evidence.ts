import fc from 'fast-check';
import type { Fact, PersonEvidence } from '#core/evidence/evidence.ts';
import { type HandCheck, handCheckIds, handChecks } from '#shared/hand-checks.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import {
	closedAccess,
	directoryUser,
	handCheck,
	jiraUser,
	known,
	notListed,
	openAccess,
	otherDomainsOnly,
	personEvidence,
	portalRecord,
	role,
	unanswered,
} from './evidence.ts';

export const unansweredFact: fc.Arbitrary<Fact<never>> = fc
	.constantFrom('not-asked' as const, 'hidden' as const, 'unexpected' as const, 'not-exported' as const)
	.map((why) => unanswered(why));
const factOf = <T>(...values: readonly T[]): fc.Arbitrary<Fact<T>> =>
	fc.oneof(
		fc.constantFrom(...values).map((value) => known(value)),
		unansweredFact,
	);

const entries = fc
	.record({
		status: fc.constantFrom('active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'),
		claimStatus: fc.constantFrom('managed', 'unmanaged', null),
		managementSource: fc.constantFrom('invited', 'synced', null),
		emailVerified: fc.constantFrom(undefined, true, false),
		claimedByNobody: fc.constantFrom(undefined, true as const),
	})
	.map(({ emailVerified, claimedByNobody, ...entry }) => ({
		...entry,
		...(emailVerified === undefined ? {} : { emailVerified }),
		...(claimedByNobody === undefined ? {} : { claimedByNobody }),
	}));

/** Any of the checks, each with anything that a page shows. */
export const checksByHand: fc.Arbitrary<readonly HandCheck[]> = fc
	.tuple(
		...handCheckIds.map((check) =>
			fc.constantFrom(null, ...handChecks[check]).map((seen) => (seen === null ? [] : [handCheck(check, seen)])),
		),
	)
	.map((checks) => checks.flat());

/** Every combination of answers, also those no site should give. */
export const anyEvidence: fc.Arbitrary<PersonEvidence> = fc
	.record({
		directory: fc.oneof(
			entries.map((entry) => known(directoryUser(entry))),
			entries.map((entry) => known(directoryUser({ ...entry, unsure: true }))),
			fc.constant(known(null)),
			fc.constant({ ...known(null), settledBy: 'a file would tell' }),
			unansweredFact,
		),
		jsmRole: fc.oneof(
			fc.constant(null),
			factOf(role(), role({ held: false }), role({ held: false, unsure: true }), role({ suspendedHere: true }), role({ absentHere: true })),
		),
		manageable: fc.oneof(
			fc.constant(null),
			factOf(
				{ kind: 'allowed' as const },
				{ kind: 'forbidden' as const, key: 'x' },
				{ kind: 'forbidden' as const, key: 'forbidden.targetUnverified' },
				{ kind: 'refused' as const, reason: 'managedAccount' },
				{ kind: 'refused' as const, reason: 'blocked.exportControl' },
				{ kind: 'refused' as const, reason: 'authPolicy.saml' },
				{ kind: 'not-found' as const },
			),
		),
		portal: factOf(null, portalRecord(true), portalRecord(false)),
		siteAccount: factOf(null, jiraUser(), jiraUser({ active: false })),
		membership: factOf(notListed, { listed: null, keepsList: false }, { listed: { accountId: 'x', active: true }, keepsList: true }),
		access: fc.constantFrom(openAccess, closedAccess, otherDomainsOnly, unknownCustomerAccess, {
			...openAccess,
			origin: 'inferred' as const,
		}),
		canRaise: fc.oneof(fc.constant(null), factOf(true, false)),
		creation: fc.oneof(fc.constant(null), factOf('conflict' as const, 'refused' as const, 'sign-up-refused' as const)),
		suggestion: fc.constantFrom(null, 'ann@brightwater.example'),
		byHand: fc.oneof(fc.constant([]), checksByHand),
	})
	.map((overrides) => personEvidence(overrides));
