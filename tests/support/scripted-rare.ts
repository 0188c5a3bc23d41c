import type { ApprovedProduct, RareQuestions } from '#core/evidence/rare-questions.ts';
import type { Answered, DeskCustomer, JiraUser } from '#core/evidence/site-questions.ts';
import { done, failed, type Failure, type Outcome } from '#shared/outcome.ts';
import { someTime } from './evidence.ts';

export interface RareSite {
	/** By customer organisation. */
	readonly members: Readonly<Record<string, readonly DeskCustomer[]>>;
	/** Who reported, by address; `null`: the address resolves, and nobody reported. Who is not named cannot be resolved. */
	readonly reporters: Readonly<Record<string, JiraUser | null>>;
	/** Products by domain, a resource alone: with the Customer role; `null`: the call was withdrawn here. */
	readonly domains: Readonly<Record<string, readonly (string | ApprovedProduct)[]>> | null;
	/** What every question is answered instead. */
	readonly instead: Failure | null;
}

export interface ScriptedRare extends RareQuestions {
	readonly log: string[];
}

export const customerRole = 'ari:cloud:identity::role/product/customer';

const asProduct = (product: string | ApprovedProduct): ApprovedProduct =>
	typeof product === 'string' ? { resource: product, role: customerRole, needsApproval: false } : product;

/** A site that answers the rare questions from memory; what a test does not say is a site that has none of it. */
export const scriptRare = (overrides: Partial<RareSite> = {}): ScriptedRare => {
	const site: RareSite = { members: {}, reporters: {}, domains: null, instead: null, ...overrides };
	const log: string[] = [];
	const reply = async <T>(name: string, value: () => T | Failure): Promise<Outcome<Answered<T>>> => {
		log.push(name);
		const given = site.instead ?? value();
		const isFailure = typeof given === 'object' && given !== null && 'code' in given && 'details' in given;
		return isFailure ? failed(given.code, given.details) : done({ value: given as T, source: `scripted ${name}`, at: someTime });
	};
	const withdrawn: Failure = { code: 'call-refused', details: { status: 404 } };
	return {
		log,
		organisationMembers: (id) => reply(`members ${id}`, () => ({ items: site.members[id] ?? [], unreadable: [], next: null })),
		reporter: (email) => {
			const found = site.reporters[email];
			return reply<JiraUser | null>(`reporter ${email}`, () =>
				found === undefined ? { code: 'call-refused', details: { status: 400 } } : found,
			);
		},
		approvedDomains: () =>
			reply('domains', () =>
				site.domains === null ? withdrawn : { items: Object.keys(site.domains).map((domain) => ({ domain, enabled: true })), next: null },
			),
		approvedDomainProducts: (_org, domain) =>
			reply(`domain ${domain}`, () => (site.domains === null ? withdrawn : (site.domains[domain.toLowerCase()] ?? []).map(asProduct))),
	};
};
