import { describe, expect, it } from 'vitest';
import { admits, admitsPortalOnly } from '#core/evidence/customer-access.ts';
import { type CreationOutcome, inferAccess, withInference } from '#core/evidence/infer-access.ts';
import { inferenceBehind } from '#core/evidence/inference-text.ts';
import { type AccessSettings, type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { someTime } from '../../../support/evidence.ts';
import { fc } from '../../../support/properties.ts';

type Became = CreationOutcome['outcome'];

/** So many new addresses of each domain, and what became of them. */
const outcomes = (...said: readonly (readonly [domain: string, became: Became, count: number])[]): CreationOutcome[] =>
	said.flatMap(([domain, outcome, count]) => Array.from({ length: count }, () => ({ domain, outcome, at: someTime })));

const nothing: AccessSettings = unknownCustomerAccess;
const settings = (change: Partial<AccessSettings>): CustomerAccess => ({
	...unknownCustomerAccess,
	...change,
	origin: 'declared',
	at: someTime,
});
const filled = (known: CustomerAccess, some: readonly CreationOutcome[]): CustomerAccess => withInference(known, inferAccess(some, known));

const allRefused = outcomes(['a.com', 'refused', 3], ['b.com', 'refused', 2]);
const followsDomain = outcomes(['a.com', 'refused', 2], ['b.com', 'created-portal', 3], ['c.com', 'refused', 1]);

describe('customer access, from what became of new addresses', () => {
	it('looks closed where all were refused, whatever their domain', () => {
		expect(inferAccess(allRefused, nothing)).toEqual({
			pattern: 'closed',
			domains: [
				{ domain: 'a.com', refused: 3, letIn: 0 },
				{ domain: 'b.com', refused: 2, letIn: 0 },
			],
			at: someTime,
		});
	});

	it.each([
		['too few addresses', outcomes(['a.com', 'refused', 2], ['b.com', 'refused', 2])],
		['one domain alone', outcomes(['a.com', 'refused', 40])],
		['nothing tried', []],
		['one domain with both', outcomes(['a.com', 'refused', 9], ['a.com', 'created-portal', 1], ['b.com', 'refused', 9])],
		['a single refusal of a domain', outcomes(['a.com', 'refused', 1], ['b.com', 'created-atlassian', 8])],
		['few portal-only accounts', outcomes(['a.com', 'created-portal', 2], ['b.com', 'created-portal', 2])],
		['accounts of both kinds', outcomes(['a.com', 'created-portal', 5], ['b.com', 'created-atlassian', 5])],
	])('says nothing from %s', (_what, some) => {
		expect(inferAccess(some, nothing)).toBeNull();
	});

	it('excludes the domains that refusals follow, and no domain for a single refusal', () => {
		const access = filled(unknownCustomerAccess, followsDomain);
		expect(access.inferred?.pattern).toBe('by-domain');
		expect(['a.com', 'b.com', 'c.com', 'd.com'].map((domain) => admits(access, domain))).toEqual([
			'domain-excluded',
			'admitted',
			'unknown',
			'unknown',
		]);
	});

	it('looks like External only where all got portal-only accounts', () => {
		const access = filled(unknownCustomerAccess, outcomes(['a.com', 'created-portal', 3], ['b.com', 'created-portal', 2]));
		expect(access.inferred?.pattern).toBe('external-only');
		expect(admits(access, 'any.com')).toBe('admitted');
	});

	it('tells its numbers', () => {
		const closed = filled(unknownCustomerAccess, allRefused);
		expect(inferenceBehind(closed, 'a.com')).toBe('5 of 5 new addresses of 2 domains were refused');
		const byDomain = filled(unknownCustomerAccess, followsDomain);
		expect(inferenceBehind(byDomain, 'a.com')).toBe('2 of 2 new addresses of a.com were refused; those of 1 other domain were let in');
		expect(inferenceBehind(byDomain, 'd.com')).toBeNull();
	});

	it('promises no portal-only account that refusals speak against', () => {
		expect(admitsPortalOnly(filled(unknownCustomerAccess, allRefused), 'any.com')).toBe(false);
		expect(admitsPortalOnly(filled(unknownCustomerAccess, followsDomain), 'a.com')).toBe(false);
		expect(admitsPortalOnly(filled(unknownCustomerAccess, followsDomain), 'd.com')).toBeNull();
	});
});

describe('beside what was declared', () => {
	it('fills only what nobody named', () => {
		const access = filled(settings({ internal: false }), allRefused);
		expect(access).toMatchObject({ internal: false, external: null, origin: 'declared', at: someTime });
		expect(admits(access, 'any.com')).toBe('closed');
		expect(inferenceBehind(access, 'any.com')).toContain('5 of 5');
	});

	it.each([
		['External is on', { external: true }, allRefused],
		['Internal is on', { internal: true }, allRefused],
		['the domain is approved', { internal: true, approvedDomains: ['a.com'], approvals: { 'a.com': 'customer' } }, followsDomain],
		['a domain that was let in is not listed', { internal: false, external: true, allowedDomains: ['x.com'] }, followsDomain],
		['External is off', { external: false }, outcomes(['a.com', 'created-portal', 3], ['b.com', 'created-portal', 2])],
	] as const)('says nothing where it would argue: %s', (_what, known, some) => {
		expect(inferAccess(some, settings(known))).toBeNull();
	});

	it('leaves what the settings decide alone proven', () => {
		const access = filled(settings({ internal: false, external: null, allowedDomains: ['b.com'] }), followsDomain);
		expect(admits(access, 'd.com')).toBe('domain-excluded');
		expect(inferenceBehind(access, 'd.com')).toBeNull();
	});

	it('never changes what settings decide, whatever was seen', () => {
		const anySettings = fc.record({
			internal: fc.constantFrom(true, false, null),
			approvedDomains: fc.constantFrom(null, [], ['a.com'], ['anyone']),
			external: fc.constantFrom(true, false, null),
			allowedDomains: fc.constantFrom(null, [], ['b.com']),
		});
		const anyOutcomes = fc.array(
			fc.record({
				domain: fc.constantFrom('a.com', 'b.com', 'c.com'),
				outcome: fc.constantFrom<Became>('created-portal', 'created-atlassian', 'refused'),
				at: fc.constant(someTime),
			}),
			{ maxLength: 20 },
		);
		fc.assert(
			fc.property(anySettings, anyOutcomes, fc.constantFrom('a.com', 'b.com', 'd.com'), (said, some, domain) => {
				const known = settings(said);
				const settled = admits(known, domain);
				const after = filled(known, some);
				if (settled !== 'unknown') expect(admits(after, domain)).toBe(settled);
				if (settled !== 'unknown') expect(inferenceBehind(after, domain)).toBeNull();
				expect({ ...after, inferred: undefined }).toMatchObject({ ...said, origin: 'declared' });
			}),
		);
	});

	it('is inferred anew each time, never from an inference', () => {
		const once = filled(unknownCustomerAccess, allRefused);
		expect(withInference(once, null)).toEqual(unknownCustomerAccess);
		expect(withInference(once, inferAccess(followsDomain, unknownCustomerAccess))).toEqual(filled(unknownCustomerAccess, followsDomain));
	});
});
