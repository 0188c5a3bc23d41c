import type { CustomerAccess } from '#shared/customer-access.ts';
import type { HandCheck } from '#shared/hand-checks.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { admitsBySettings } from '../evidence/customer-access.ts';
import { domainOf } from '../evidence/evidence.ts';
import { expandFacts, type PersonFacts } from '../evidence/person-facts.ts';
import type { Turns } from '../ports.ts';
import type { JudgedRow } from '../runs/run-store.ts';
import { dependsOnAccess, firstClaim, judgeAgain } from './decide-cause.ts';
import type { FactRow } from './unlock.ts';

/** Rows whose verdict would be another, or surer, if somebody said what the page Customer access shows. */
export const countAwaitingAccess = async (pages: Iterable<readonly FactRow[]>, access: CustomerAccess, turns: Turns): Promise<number> => {
	let count = 0;
	// Where the settings are not known, domains differ in nothing but what was inferred of them.
	const known = new Map<PersonFacts, Map<string, boolean>>();
	for (const page of pages) {
		for (const { facts, address, suggestion } of page) {
			const domain = domainOf(address);
			if (admitsBySettings(access, domain) !== 'unknown') continue;
			const ofFacts = known.get(facts) ?? new Map<string, boolean>();
			known.set(facts, ofFacts);
			const waits = ofFacts.get(domain) ?? dependsOnAccess(firstClaim(expandFacts(facts, { address, suggestion, access })));
			ofFacts.set(domain, waits);
			if (waits) count += 1;
		}
		if (turns.isDue()) await turns.give();
	}
	return count;
};

/** What the site refused under the settings before says nothing of those that somebody read on the page since. */
const withoutRefusal = (facts: PersonFacts): PersonFacts =>
	facts.creation !== null && 'value' in facts.creation && facts.creation.value !== 'conflict' ? { ...facts, creation: null } : facts;

interface Settings {
	readonly before: CustomerAccess;
	readonly after: CustomerAccess;
	/** ISO 8601, UTC. */
	readonly at: string;
}

/** A verdict under other settings, from kept facts; `null` where they have nothing to do with it. */
export const judgeUnder = (
	{ id, facts, address, suggestion }: FactRow,
	{ before, after, at }: Settings,
	known: { readonly proofs: () => readonly EvidenceItem[]; readonly byHand: () => readonly HandCheck[] },
): JudgedRow | null => {
	const person = { address, suggestion, byHand: facts.byHand === undefined ? [] : known.byHand() };
	const kept = withoutRefusal(facts);
	const claims = [expandFacts(facts, { ...person, access: before }), expandFacts(kept, { ...person, access: after })].map(firstClaim);
	if (!claims.some(dependsOnAccess)) return null;
	return { id, ...judgeAgain(kept, { ...person, access: after, proofs: known.proofs() }, at) };
};
