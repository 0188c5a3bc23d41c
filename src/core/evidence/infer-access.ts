import type { AccessInference, AccessSettings, CustomerAccess, DomainOutcomes } from '#shared/customer-access.ts';
import { admitsBySettings } from './customer-access.ts';

/** What became of making an account for a new address. One address counts once, with what became of it last. */
export interface CreationOutcome {
	readonly domain: string;
	readonly outcome: 'created-portal' | 'created-atlassian' | 'refused';
	/** ISO 8601, UTC. */
	readonly at: string;
}

/** What the product's own changes have shown of a site. */
export interface CreationRecord {
	/** Newest first, as far back as is worth looking at. */
	creationOutcomes(siteUrl: string): readonly CreationOutcome[];
}

/** Fewer addresses of fewer domains than these are chance: one company's list, or one person's typing. */
const fewestAddresses = 5;
const fewestDomains = 2;
const fewestRefusedOfDomain = 2;

const countDomains = (outcomes: readonly CreationOutcome[]): readonly DomainOutcomes[] =>
	[...Map.groupBy(outcomes, ({ domain }) => domain)]
		.map(([domain, some]) => {
			const refused = some.filter(({ outcome }) => outcome === 'refused').length;
			return { domain, refused, letIn: some.length - refused };
		})
		.sort((a, b) => b.refused + b.letIn - (a.refused + a.letIn));

const sum = (domains: readonly DomainOutcomes[], of: 'refused' | 'letIn'): number => domains.reduce((total, one) => total + one[of], 0);

const patternOf = (outcomes: readonly CreationOutcome[], domains: readonly DomainOutcomes[]): AccessInference['pattern'] | null => {
	const isEnough = outcomes.length >= fewestAddresses && domains.length >= fewestDomains;
	const letIn = sum(domains, 'letIn');
	if (letIn === 0) return isEnough ? 'closed' : null;
	// Let in and refused within one domain: it is not the domain that decides.
	if (domains.some((one) => one.refused > 0 && one.letIn > 0)) return null;
	if (domains.some(({ refused }) => refused >= fewestRefusedOfDomain)) return 'by-domain';
	const isAllPortal = outcomes.every(({ outcome }) => outcome === 'created-portal');
	return isEnough && isAllPortal ? 'external-only' : null;
};

/** What was declared or read is never argued with: a pattern that does not go with it says nothing. */
const contradicts = (pattern: AccessInference['pattern'], domains: readonly DomainOutcomes[], known: AccessSettings): boolean => {
	if (pattern === 'closed') return known.internal === true || known.external === true;
	if (pattern === 'external-only') return known.internal === true || known.external === false;
	return domains.some(({ domain, refused, letIn }) => {
		const admission = admitsBySettings(known, domain);
		return (refused > 0 && admission === 'admitted') || (letIn > 0 && (admission === 'closed' || admission === 'domain-excluded'));
	});
};

/** Customer access from the pattern of refusals, beside what is `known` of it. Source: atlassian-api.md 6.4. Pure. */
export const inferAccess = (outcomes: readonly CreationOutcome[], known: AccessSettings): AccessInference | null => {
	const domains = countDomains(outcomes);
	const pattern = patternOf(outcomes, domains);
	if (pattern === null || contradicts(pattern, domains, known)) return null;
	return { pattern, domains, at: outcomes.reduce((newest, { at }) => (at > newest ? at : newest), '') };
};

/** Fills what nobody named; where nobody named anything, all there is is the inference. */
export const withInference = ({ inferred: _before, ...access }: CustomerAccess, inferred: AccessInference | null): CustomerAccess => {
	const known: CustomerAccess = access.origin === 'inferred' ? { ...access, origin: 'unknown', at: null } : access;
	if (inferred === null) return known;
	return known.origin === 'unknown' ? { ...known, origin: 'inferred', at: inferred.at, inferred } : { ...known, inferred };
};
