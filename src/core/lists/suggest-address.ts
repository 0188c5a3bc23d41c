import { parse } from 'tldts';
import { domainOf } from '../evidence/evidence.ts';
import { providerDomains, realNeighbours, suffixSlips } from './known-domains.ts';
import { deletions, isOneSlipApart, isTransposition } from './near-miss.ts';

/** A list's own domain counts as known from this many rows on, and outweighs a suspect this many times. */
const frequentRows = 5;
const outweighs = 5;
/** A suspect that is itself frequent may be a company of its own: then only a far more frequent neighbour tells, or a provider's. */
const outweighsFrequent = 10;
const providerOutweighsFrequent = 2;
/** Shorter names are too close to each other to tell a slip from another company. */
const minimalNameLength = 5;
/** Shorter endings are too close to each other; their slips are listed. */
const minimalEndingLength = 5;

export interface SuggesterOptions {
	/** Rows by domain, lower case. */
	readonly listDomains: ReadonlyMap<string, number>;
	/** Domains the site knows: verified or approved ones. */
	readonly siteDomains: readonly string[];
}

interface Target {
	readonly domain: string;
	readonly name: string;
	/** Subdomain and public suffix: what has to be the same. */
	readonly around: string;
	readonly isProvider: boolean;
	/** One of the site's own. */
	readonly isSites: boolean;
	/** Rows of this list. */
	readonly rows: number;
}

/**
 * Returns a function that gives a corrected address where the domain is a near miss of a provider's, of the
 * site's or of one frequent in this list, and `null` otherwise. A false alarm is worse than a miss: known domains,
 * short names, names that differ in digits, hyphens or their first letter only, and two suffixes that both
 * exist are left alone. The answer is kept per domain.
 */
export const makeSuggester = ({ listDomains, siteDomains }: SuggesterOptions): ((address: string) => string | null) => {
	const targets = collectTargets(listDomains, siteDomains);
	const index = indexByDeletions(targets.values());
	const siblings = Map.groupBy(targets.values(), ({ domain }) => withoutEnding(domain).name);
	const answers = new Map<string, string | null>();
	/** A domain that is merely frequent in this list stays a suspect: one slip repeated forty times is still a slip. */
	const isKnown = (domain: string): boolean => {
		const target = targets.get(domain);
		return realNeighbours.has(domain) || target?.isProvider === true || target?.isSites === true;
	};

	const correctDomain = (domain: string): string | null => {
		const rows = listDomains.get(domain) ?? 0;
		return correctSuffix(domain, rows) ?? correctEnding(domain, rows) ?? correctProvider(domain, rows) ?? correctName(domain, rows);
	};

	/** `gmail.co`: the ending exists, but nobody has a mailbox at a provider's name under it. */
	const correctProvider = (domain: string, rows: number): string | null => {
		const target = domain.endsWith('.co') ? targets.get(`${domain}m`) : undefined;
		return target?.isProvider && outweighed(target, rows) ? target.domain : null;
	};

	const correctSuffix = (domain: string, rows: number): string | null => {
		const slip = Object.keys(suffixSlips).find((ending) => domain.endsWith(`.${ending}`));
		if (slip === undefined || parse(domain).isIcann) return null;
		const corrected = domain.slice(0, -slip.length) + (suffixSlips[slip] ?? '');
		// The ending does not exist, so one more frequent sibling in the list is proof enough.
		return targets.has(corrected) || (listDomains.get(corrected) ?? 0) > rows ? corrected : null;
	};

	/** `firm.technolgy`: no such ending exists, and the same name with one a slip away stands in the list far more often. */
	const correctEnding = (domain: string, rows: number): string | null => {
		const { name, ending } = withoutEnding(domain);
		if (ending.length < minimalEndingLength || parse(domain).isIcann) return null;
		const meant = (siblings.get(name) ?? []).filter((target) => isOneSlipApart(ending, withoutEnding(target.domain).ending));
		const [only, ...others] = meant.filter((target) => outweighed(target, rows));
		return only === undefined || others.length > 0 ? null : only.domain;
	};

	const correctName = (domain: string, rows: number): string | null => {
		const suspect = taken(domain);
		if (suspect === null) return null;
		const found = new Map<string, Target>();
		for (const form of deletions(suspect.name)) {
			for (const target of index.get(`${form}|${suspect.around}`) ?? []) {
				if (isNearMiss(suspect.name, target, rows)) found.set(target.domain, target);
			}
		}
		// Two candidates: nobody knows which one was meant.
		const [only, ...others] = found.values();
		return only === undefined || others.length > 0 ? null : only.domain;
	};

	return (address) => {
		const at = address.lastIndexOf('@');
		const domain = address.slice(at + 1);
		let answer = answers.get(domain);
		if (answer === undefined) {
			answer = isKnown(domain) ? null : correctDomain(domain);
			answers.set(domain, answer);
		}
		return answer === null ? null : address.slice(0, at + 1) + answer;
	};
};

const isNearMiss = (name: string, target: Target, rows: number): boolean => {
	if (!isOneSlipApart(name, target.name)) return false;
	if (!outweighed(target, rows)) return false;
	if (withoutDigits(name) === withoutDigits(target.name)) return false;
	const isSwap = isTransposition(name, target.name);
	if (target.name.length < minimalNameLength) return target.isProvider && isSwap && target.name.length > 2;
	if (!target.isProvider && (name.length < minimalNameLength || name.replaceAll('-', '') === target.name.replaceAll('-', ''))) return false;
	return isSwap || name[0] === target.name[0];
};

/** Whether the list speaks for the target: not needed of providers and the site's own domains while the suspect is rare. */
const outweighed = (target: Target, rows: number): boolean => {
	if (rows >= frequentRows) return target.rows >= rows * (target.isProvider ? providerOutweighsFrequent : outweighsFrequent);
	return target.isProvider || target.isSites || target.rows >= rows * outweighs;
};

const withoutEnding = (domain: string): { readonly name: string; readonly ending: string } => {
	const dot = domain.lastIndexOf('.');
	return { name: domain.slice(0, dot + 1), ending: domain.slice(dot + 1) };
};

const withoutDigits = (text: string) => text.replace(/\d/g, '');

const collectTargets = (listDomains: ReadonlyMap<string, number>, siteDomains: readonly string[]): ReadonlyMap<string, Target> => {
	const targets = new Map<string, Target>();
	const add = (domain: string, kind: 'provider' | 'site' | 'list') => {
		if (targets.has(domain)) return;
		const { name, around } = taken(domain) ?? { name: '', around: '' };
		targets.set(domain, {
			domain,
			name,
			around,
			isProvider: kind === 'provider',
			isSites: kind === 'site',
			rows: listDomains.get(domain) ?? 0,
		});
	};
	for (const domain of providerDomains) add(domain, 'provider');
	for (const domain of siteDomains) add(domain.toLowerCase(), 'site');
	for (const [domain, rows] of listDomains) if (rows >= frequentRows) add(domain, 'list');
	return targets;
};

const indexByDeletions = (targets: Iterable<Target>): ReadonlyMap<string, readonly Target[]> => {
	const index = new Map<string, Target[]>();
	for (const target of targets) {
		if (target.name === '') continue;
		for (const form of deletions(target.name)) {
			const key = `${form}|${target.around}`;
			const bucket = index.get(key);
			if (bucket === undefined) index.set(key, [target]);
			else bucket.push(target);
		}
	}
	return index;
};

/** The registrable name and what stands around it; `null` for punycode (one slip there is another word). */
const taken = (domain: string): { readonly name: string; readonly around: string } | null => {
	if (domain.includes('xn--')) return null;
	const { domainWithoutSuffix, publicSuffix, subdomain } = parse(domain);
	if (!domainWithoutSuffix) return null;
	return { name: domainWithoutSuffix, around: `${subdomain ?? ''}|${publicSuffix ?? ''}` };
};

/**
 * Near misses of the site's own verified domains: known only once the site has answered. Those of providers are told by the
 * list, where they are corrected: a run that told others would undo that.
 */
export const suggestFromSite = () => {
	const suggesters = new Map<string, (address: string) => string | null>();
	return (address: string, siteDomains: readonly string[]): string | null => {
		if (siteDomains.length === 0 || siteDomains.includes(domainOf(address))) return null;
		const key = siteDomains.join(' ');
		const suggester = suggesters.get(key) ?? makeSuggester({ listDomains: new Map(), siteDomains });
		suggesters.set(key, suggester);
		const meant = suggester(address);
		return meant !== null && siteDomains.includes(domainOf(meant)) ? meant : null;
	};
};
