import { type CauseCode, causeCatalogue, causeCodes } from '#shared/causes.ts';
import { isByCalls } from '#shared/remedies.ts';
import type { Decision, DecisionId, Unlock } from '#shared/unlock.ts';

/** What both boxes of Customer access let in. */
const closedByAccess: readonly CauseCode[] = ['customer-access-closed', 'domain-not-approved'];

const causesOf = (decision: DecisionId): readonly CauseCode[] => {
	if (decision === 'tick-internal' || decision === 'tick-external') return closedByAccess;
	if (decision === 'approve-domain') return ['domain-not-approved', 'customer-access-closed'];
	return causeCodes.filter((code) => causeCatalogue[code].remedy === decision);
};

export interface UnlockScope {
	readonly causes: readonly CauseCode[];
	readonly domains: readonly string[];
}

/** Rows that a decision, or a pair of them, is about: not quite those it unlocks, which are told by judging again. */
export const scopeOf = ({ with: second, ...first }: Unlock, present: Readonly<Partial<Record<CauseCode, number>>>): UnlockScope => {
	const decisions: readonly Decision[] = second === undefined ? [first] : [first, second];
	// Who is mistyped stands in the list under the wrong domain, whatever is decided about the right one.
	const typo = decisions.find(({ decision }) => decision === 'accept-suggestion');
	const causes = new Set((typo === undefined ? decisions : [typo]).flatMap(({ decision }) => causesOf(decision)));
	const domains = (typo === undefined ? decisions : [typo]).flatMap(({ domain }) => (domain === undefined ? [] : [domain]));
	return { causes: [...causes].filter((cause) => (present[cause] ?? 0) > 0), domains: [...new Set(domains)] };
};

/** The cause whose steps a person follows on a page; `null` where the product's own calls do it, or the list is to be corrected. */
export const guidedCauseOf = ({ decision }: Decision): CauseCode | null => {
	if (decision === 'tick-internal' || decision === 'tick-external') return 'customer-access-closed';
	if (decision === 'accept-suggestion' || isByCalls(decision)) return null;
	return causeCodes.find((code) => causeCatalogue[code].remedy === decision) ?? null;
};
