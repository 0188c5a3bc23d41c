import { describe, expect, it } from 'vitest';
import { admitAddress, makeDemoAccess } from '#demo-site/world/customer-access.ts';
import { closedAccess, demoAccess, makeWorld } from '#demo-site/world/make-world.ts';
import { readStatus } from '#demo-site/world/world.ts';

const livingCauses = [
	'already-customer',
	'ready-existing',
	'ready-new',
	'access-revoked',
	'not-invited',
	'role-missing',
	'portal-account-inactive',
	'domain-not-approved',
	'managed-elsewhere',
	'deactivated-here',
	'deactivated-by-idp',
	'deletion-pending',
	'duplicate-accounts',
	'deactivated-by-person',
	'email-not-verified',
	'blocked-by-export-control',
	'probable-typo',
];

describe('the demo world', () => {
	it('is the same for the same seed and another for another', () => {
		const [one, two, other] = [makeWorld({ seed: 7 }), makeWorld({ seed: 7 }), makeWorld({ seed: 8 })];
		expect(one.persons).toEqual(two.persons);
		expect([...one.users]).toEqual([...two.users]);
		expect([...one.customers]).toEqual([...two.customers]);
		expect(one.cloudId).toBe(two.cloudId);
		expect(other.persons).not.toEqual(one.persons);
	});

	it('holds at least five people of every row-level cause', () => {
		const { persons } = makeWorld();
		const scarce = livingCauses.filter((cause) => persons.filter(({ expected }) => expected.cause === cause).length < 5);
		expect(scarce).toEqual([]);
	});

	it('holds at least five people whom closed customer access keeps out', () => {
		const { persons, accessText } = makeWorld({ access: 'closed' });
		expect(accessText).toBe(closedAccess);
		expect(closedAccess).toBe('internal=off,external=off');
		expect(persons.filter(({ expected }) => expected.cause === 'customer-access-closed').length).toBeGreaterThan(5);
		expect(persons.every(({ expected, expectedWhenClosed }) => expected === expectedWhenClosed)).toBe(true);
	});

	it('holds every state of the directory', () => {
		const states = new Set(Array.from(makeWorld().users.values(), readStatus));
		expect([...states].sort()).toEqual(['active', 'deactivated', 'for_deletion', 'not_invited', 'suspended']);
	});

	it('gives portal-only customers ids that start with qm: and nobody an id twice', () => {
		const world = makeWorld();
		expect([...world.customers.keys()].every((id) => id.startsWith('qm:'))).toBe(true);
		expect(new Set(world.persons.map(({ email }) => email)).size).toBe(world.persons.length);
	});

	it('admits who is ready and refuses whose domain is not approved, under its own settings', () => {
		const { persons, accessText } = makeWorld();
		expect(accessText).toBe(demoAccess);
		const admit = (cause: string) =>
			persons.filter(({ expected }) => expected.cause === cause).map(({ email }) => admitAddress(makeDemoAccess(), email));
		expect(admit('ready-new')).not.toContain('refused');
		expect(new Set(admit('domain-not-approved'))).toEqual(new Set(['refused']));
	});

	it('grows to the size that is asked for', () => {
		const world = makeWorld({ people: 10_000, fillers: 0 });
		expect(world.persons.length).toBeGreaterThan(9900);
		expect(new Set(world.persons.map(({ email }) => email)).size).toBe(world.persons.length);
		expect(makeWorld({ peoplePerCause: 5 }).persons).toHaveLength(5 * livingCauses.length);
	});
});
