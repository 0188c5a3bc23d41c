import { describe, expect, it } from 'vitest';
import { type Admission, admits } from '#core/evidence/customer-access.ts';
import { type CustomerAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import { fc } from '../../../support/properties.ts';

const access = (overrides: Partial<CustomerAccess>): CustomerAccess => ({ ...unknownCustomerAccess, origin: 'declared', ...overrides });

type Switch = boolean | null;
type Domains = readonly string[] | null;
const ours = ['a.example'];
const others = ['b.example'];

/** Internal, approved domains, External, allowed domains; and what that means for a.example. */
const table: readonly (readonly [Switch, Domains, Switch, Domains, Admission])[] = [
	[false, null, false, null, 'closed'],
	[false, ours, false, ours, 'closed'],
	[true, ours, false, null, 'admitted'],
	[true, ['anyone'], false, null, 'admitted'],
	[true, others, false, null, 'domain-excluded'],
	[true, [], false, null, 'domain-excluded'],
	[true, null, false, null, 'unknown'],
	[null, ours, false, null, 'unknown'],
	[null, others, false, null, 'domain-excluded'],
	[null, null, false, null, 'unknown'],
	[false, null, true, null, 'admitted'],
	[false, null, true, [], 'admitted'],
	[false, null, true, ours, 'admitted'],
	[false, null, true, others, 'domain-excluded'],
	[false, null, null, null, 'unknown'],
	[false, null, null, ours, 'unknown'],
	[false, null, null, others, 'domain-excluded'],
	[true, others, true, null, 'admitted'],
	[true, ours, true, others, 'admitted'],
	[true, others, true, others, 'domain-excluded'],
	[true, others, null, null, 'unknown'],
	[true, ours, null, null, 'admitted'],
	[true, null, true, others, 'unknown'],
	[null, null, true, null, 'admitted'],
	[null, null, true, others, 'unknown'],
	[null, null, null, null, 'unknown'],
];

describe('whether customer access admits a new address', () => {
	it.each(table)(
		'internal %s, approved %j, external %s, allowed %j: %s',
		(internal, approvedDomains, external, allowedDomains, admission) => {
			const approvals = Object.fromEntries((approvedDomains ?? []).map((domain) => [domain, 'customer' as const]));
			expect(admits(access({ internal, approvedDomains, approvals, external, allowedDomains }), 'a.example')).toBe(admission);
		},
	);

	it.each([
		['customer', 'admitted'],
		['other-apps', 'domain-excluded'],
		['needs-approval', 'domain-excluded'],
		[null, 'unknown'],
	] as const)('an approved domain that gives %s: %s', (approval, admission) => {
		const approvals = approval === null ? {} : { 'a.example': approval };
		const settings = access({ internal: true, approvedDomains: ours, approvals, external: false });
		expect(admits(settings, 'a.example')).toBe(admission);
	});

	it('is admitted by any address where the own domain gives less', () => {
		const approvals = { 'a.example': 'other-apps', anyone: 'customer' } as const;
		const settings = access({ internal: true, approvedDomains: [...ours, 'anyone'], approvals, external: false });
		expect(admits(settings, 'a.example')).toBe('admitted');
	});

	const someDomain = fc.constantFrom('a.example', 'b.example', 'c.example');
	const switches = fc.constantFrom(true, false, null);
	const domains = fc.option(fc.uniqueArray(someDomain), { nil: null });
	const someAccess = fc
		.record({ internal: switches, approvedDomains: domains, external: switches, allowedDomains: domains })
		.map((one) => access(one));

	it('never admits because something is unknown', () => {
		fc.assert(
			fc.property(someAccess, someDomain, (settings, domain) => {
				if (admits(settings, domain) !== 'admitted') return;
				const internal = settings.internal === true && settings.approvedDomains?.includes(domain) === true;
				const limited = (settings.allowedDomains ?? []).length > 0;
				const external = settings.external === true && (!limited || settings.allowedDomains?.includes(domain) === true);
				expect(internal || external).toBe(true);
			}),
		);
	});

	it('keeps what it settled, whatever the unknown settings turn out to be', () => {
		fc.assert(
			fc.property(
				someAccess,
				someDomain,
				fc.boolean(),
				fc.boolean(),
				fc.uniqueArray(someDomain),
				(settings, domain, internal, external, approved) => {
					const before = admits(settings, domain);
					if (before === 'unknown') return;
					const told = access({
						...settings,
						internal: settings.internal ?? internal,
						external: settings.external ?? external,
						approvedDomains: settings.approvedDomains ?? approved,
					});
					expect(admits(told, domain) === 'admitted').toBe(before === 'admitted');
				},
			),
		);
	});

	it('admits no one less when a domain is approved, or added to those External is limited to', () => {
		fc.assert(
			fc.property(someAccess, someDomain, someDomain, (settings, domain, added) => {
				if (admits(settings, domain) !== 'admitted') return;
				expect(admits({ ...settings, approvedDomains: [...(settings.approvedDomains ?? []), added] }, domain)).toBe('admitted');
				if ((settings.allowedDomains ?? []).length === 0) return;
				expect(admits({ ...settings, allowedDomains: [...(settings.allowedDomains ?? []), added] }, domain)).toBe('admitted');
			}),
		);
	});
});
