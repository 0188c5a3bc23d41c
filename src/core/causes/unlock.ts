import { type CauseCode, causeCatalogue } from '#shared/causes.ts';
import type { CustomerAccess, DomainOutcomes } from '#shared/customer-access.ts';
import { isByCalls } from '#shared/remedies.ts';
import type { Decision, Unlock } from '#shared/unlock.ts';
import { admits } from '../evidence/customer-access.ts';
import { domainOf, type PersonEvidence } from '../evidence/evidence.ts';
import { expandFacts, type PersonFacts } from '../evidence/person-facts.ts';
import type { Turns } from '../ports.ts';
import { firstClaim } from './decide-cause.ts';
import { type WhatIf, whatIfs } from './what-if.ts';

/** One person of a run: `facts` is the same object for the same facts. */
export interface FactRow {
	/** Of the row in its run. */
	readonly id: number;
	readonly facts: PersonFacts;
	readonly address: string;
	readonly suggestion: string | null;
}

/** Nothing is left for a person to do: whatever is missing, the product's own calls do it. */
const isReady = (cause: CauseCode): boolean => {
	const { standing, remedy } = causeCatalogue[cause];
	return (standing === 'added' || standing === 'addable') && (remedy === null || isByCalls(remedy));
};

const isMendedByCalls = (cause: CauseCode): boolean => {
	const { remedy } = causeCatalogue[cause];
	return remedy !== null && isByCalls(remedy);
};

/** Whether a row of this cause is unlocked when it becomes one of that. */
export const isUnlocked = (before: CauseCode, after: CauseCode): boolean =>
	!isReady(before) && (isReady(after) || (isMendedByCalls(after) && !isMendedByCalls(before)));

/** Which of a person's two addresses a decision is about: the one in the list, or the one that was probably meant. */
type Token = 'typed.example' | 'meant.example';
type Chosen = { readonly decision: Decision['decision']; readonly of: Token | null };
type Way = readonly [Chosen] | readonly [Chosen, Chosen];

const tokenOf = (evidence: PersonEvidence): Token => (domainOf(evidence.address) === 'meant.example' ? 'meant.example' : 'typed.example');

const chosenOf = ({ decision, perDomain }: WhatIf, evidence: PersonEvidence): Chosen => ({
	decision,
	of: perDomain ? tokenOf(evidence) : null,
});

interface Step {
	readonly chosen: Chosen;
	readonly after: PersonEvidence;
	readonly unlocks: boolean;
}

/** A box is no way out while nobody knows which domains are listed behind it. */
const restsOnUnknownList = (before: PersonEvidence, { access, address }: PersonEvidence, cause: CauseCode): boolean =>
	access !== before.access && cause === 'ready-new' && admits(access, domainOf(address)) === 'unknown';

const stepsFrom = (evidence: PersonEvidence, start: PersonEvidence): readonly Step[] => {
	const before = firstClaim(start).cause;
	const { cause } = firstClaim(evidence);
	return whatIfs.flatMap((whatIf) => {
		const after = whatIf.apply(evidence, cause);
		if (after === null) return [];
		const now = firstClaim(after).cause;
		const unlocks = isUnlocked(before, now) && !restsOnUnknownList(start, after, now);
		return [{ chosen: chosenOf(whatIf, evidence), after, unlocks }];
	});
};

const rank = (chosen: Chosen): number =>
	whatIfs.findIndex(({ decision }) => decision === chosen.decision) + (chosen.of === 'meant.example' ? 0.5 : 0);
const inOrder = (a: Chosen, b: Chosen): readonly [Chosen, Chosen] => (rank(a) <= rank(b) ? [a, b] : [b, a]);

/** Single decisions that unlock somebody; where there is none, pairs that do. */
const waysOut = (evidence: PersonEvidence): readonly Way[] => {
	if (isReady(firstClaim(evidence).cause)) return [];
	const first = stepsFrom(evidence, evidence);
	const singles = first.filter(({ unlocks }) => unlocks);
	if (singles.length > 0) return singles.map(({ chosen }) => [chosen] as const);
	const pairs = new Map<string, Way>();
	for (const one of first) {
		for (const { chosen, unlocks } of stepsFrom(one.after, evidence)) {
			if (!unlocks) continue;
			const pair = inOrder(one.chosen, chosen);
			pairs.set(JSON.stringify(pair), pair);
		}
	}
	return [...pairs.values()];
};

interface Lists {
	readonly approved: ReadonlySet<string> | null;
	readonly allowed: ReadonlySet<string> | null;
	readonly outcomes: ReadonlyMap<string, DomainOutcomes>;
}

const listsOf = ({ approvedDomains, allowedDomains, inferred }: CustomerAccess): Lists => ({
	approved: approvedDomains && new Set(approvedDomains),
	allowed: allowedDomains && new Set(allowedDomains),
	outcomes: new Map(inferred?.domains.map((one) => [one.domain, one])),
});

/** The settings as far as they concern a person's two domains: however many others are listed, it is judged the same. */
const concerning = (access: CustomerAccess, lists: Lists, domains: Readonly<Record<Token, string | null>>): CustomerAccess => {
	const tokens = (Object.keys(domains) as Token[]).flatMap((token) => (domains[token] === null ? [] : [[token, domains[token]] as const]));
	const listed = (list: ReadonlySet<string>) => tokens.flatMap(([token, domain]) => (list.has(domain) ? [token] : []));
	const { approved, allowed, outcomes } = lists;
	const { approvals = {} } = access;
	const own = tokens.flatMap(([token, domain]) => {
		const known = outcomes.get(domain);
		return known === undefined ? [] : [{ ...known, domain: token }];
	});
	const given = tokens.flatMap(([token, domain]) => (approvals[domain] === undefined ? [] : [[token, approvals[domain]] as const]));
	const ofAnyone = approvals['anyone'] === undefined ? [] : [['anyone', approvals['anyone']] as const];
	return {
		...access,
		approvals: Object.fromEntries([...given, ...ofAnyone]),
		approvedDomains: approved && [...(approved.has('anyone') ? ['anyone'] : []), ...listed(approved)],
		allowedDomains: allowed && (allowed.size === 0 ? [] : ['another.example', ...listed(allowed)]),
		...(access.inferred ? { inferred: { ...access.inferred, domains: own } } : {}),
	};
};

/** Two people whose settings have the same key are judged the same. */
const keyOf = ({ approvedDomains, approvals, allowedDomains, inferred }: CustomerAccess): string =>
	JSON.stringify([approvedDomains, approvals, allowedDomains, inferred?.domains]);

/** Judges each kind of person once, however many there are and whatever their domains are called. */
const makeJudge = (access: CustomerAccess) => {
	const lists = listsOf(access);
	const known = new Map<PersonFacts, Map<string, readonly Way[]>>();
	return (facts: PersonFacts, typed: string, meant: string | null): readonly Way[] => {
		const concerned = concerning(access, lists, { 'typed.example': typed, 'meant.example': meant });
		const key = `${keyOf(concerned)} ${meant !== null}`;
		const byKey = known.get(facts) ?? new Map<string, readonly Way[]>();
		known.set(facts, byKey);
		const before = byKey.get(key);
		if (before !== undefined) return before;
		const person = { address: 'x@typed.example', suggestion: meant === null ? null : 'x@meant.example', access: concerned };
		const ways = waysOut(expandFacts(facts, person));
		byKey.set(key, ways);
		return ways;
	};
};

const decisionOf = ({ decision, of }: Chosen, domains: Readonly<Record<Token, string | null>>): Decision => {
	const domain = of === null ? null : domains[of];
	return domain === null ? { decision } : { decision, domain };
};

/** More than anybody reads; a list of strangers has as many domains as rows. */
const mostTold = 500;

/**
 * What would unlock most: single decisions, and pairs for rows that only two together unlock, by the rows that nothing
 * would block any more. Everybody is judged again under the changed facts; nothing is asked.
 */
export const rankUnlocks = async (
	pages: Iterable<readonly FactRow[]>,
	access: CustomerAccess,
	turns: Turns,
): Promise<readonly Unlock[]> => {
	const judge = makeJudge(access);
	const found = new Map<string, { readonly first: Decision; readonly second: Decision | null; rows: number }>();
	const unlocking = (facts: PersonFacts, typed: string, meant: string | null) =>
		judge(facts, typed, meant).map(([one, two]) => {
			const domains = { 'typed.example': typed, 'meant.example': meant };
			const first = decisionOf(one, domains);
			const second = two === undefined ? null : decisionOf(two, domains);
			const key = `${first.decision} ${first.domain} ${second?.decision} ${second?.domain}`;
			const entry = found.get(key) ?? { first, second, rows: 0 };
			found.set(key, entry);
			return entry;
		});
	const known = new Map<PersonFacts, Map<string, ReturnType<typeof unlocking>>>();
	for (const page of pages) {
		for (const { facts, address, suggestion } of page) {
			const [typed, meant] = [domainOf(address), suggestion === null ? null : domainOf(suggestion)];
			const byDomains = known.get(facts) ?? new Map<string, ReturnType<typeof unlocking>>();
			known.set(facts, byDomains);
			const key = `${typed} ${meant}`;
			const entries = byDomains.get(key) ?? unlocking(facts, typed, meant);
			byDomains.set(key, entries);
			for (const entry of entries) entry.rows++;
		}
		if (turns.isDue()) await turns.give();
	}
	return [...found.values()]
		.sort((a, b) => b.rows - a.rows || Number(a.second !== null) - Number(b.second !== null))
		.slice(0, mostTold)
		.map(({ first, second, rows }) => ({ ...first, rows, ...(second === null ? {} : { with: second }) }));
};
