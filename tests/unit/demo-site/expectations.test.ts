import { describe, expect, it } from 'vitest';
import { admitAddress } from '#demo-site/world/customer-access.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import { type DirectoryUser, holdsRoleOn, isUsable, readStatus, type World } from '#demo-site/world/world.ts';

/** The order of judgement of DOMAIN.md section 3, on the world's own facts: a second opinion on what it expects. */
const judge = (world: World, email: string): string => {
	const user = world.usersByEmail.get(email);
	const customer = world.customersByEmail.get(email);
	const desk = world.desks.find(({ key }) => key === world.deskKey);
	const state = user === undefined ? null : judgeUser(world, user);
	if (state !== null && state !== 'role-missing') return state;
	if (user !== undefined && customer?.active === true) return 'duplicate-accounts';
	if (state !== null) return state;
	if (user === undefined && customer?.active === false) return 'portal-account-inactive';
	const known = user ?? customer;
	if (known !== undefined && desk?.members.has(known.accountId) === true) return 'already-customer';
	if (user?.emailVerified === false) return 'email-not-verified';
	if (known !== undefined) return 'ready-existing';
	if (!world.access.internal && !world.access.external) return 'customer-access-closed';
	return admitAddress(world.access, email) === 'refused' ? 'domain-not-approved' : 'ready-new';
};

const judgeUser = (world: World, user: DirectoryUser): string | null => {
	const status = readStatus(user);
	if (status === 'for_deletion') return 'deletion-pending';
	if (status === 'deactivated') {
		if (user.enablement === 'blocked.exportControl') return 'blocked-by-export-control';
		if (user.enablement === 'forbidden.targetUnverified') return 'email-not-verified';
		const isOfProvider = ['gmail.com', 'outlook.com'].some((domain) => user.email.endsWith(`@${domain}`));
		if (user.claimStatus === 'unmanaged') return isOfProvider ? 'deactivated-by-person' : 'managed-elsewhere';
		return user.enablement === 'allowed' ? 'deactivated-here' : 'deactivated-by-idp';
	}
	if (status === 'suspended') return 'access-revoked';
	if (status === 'not_invited') return 'not-invited';
	return isUsable(user) && holdsRoleOn(user, [world.jsmResourceId], []) ? null : 'role-missing';
};

describe('what the demo world expects of its people', () => {
	it.each(['demo', 'closed'] as const)('follows from its facts (%s access)', (access) => {
		const world = makeWorld({ access });
		const judged = world.persons.filter(({ meant }) => meant === null);
		expect(judged.map(({ email }) => `${email} ${judge(world, email)}`)).toEqual(
			judged.map(({ email, expected }) => `${email} ${expected.cause}`),
		);
	});

	it('knows nobody by a mistyped address', () => {
		const world = makeWorld();
		const mistyped = world.persons.filter(({ meant }) => meant !== null).map(({ email }) => email);
		expect(mistyped.filter((email) => world.usersByEmail.has(email) || world.customersByEmail.has(email))).toEqual([]);
	});
});
