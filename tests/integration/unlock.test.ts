import { describe, expect, it } from 'vitest';
import { isUnlocked } from '#core/causes/unlock.ts';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { World } from '#demo-site/world/world.ts';
import { runUnlocks } from '#main/services/runs/run-unlocks.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { Decision, Unlock } from '#shared/unlock.ts';
import { composeOnDemo, type DemoApp, need, startDemo } from '../support/demo-app.ts';
import { fc } from '../support/properties.ts';

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
const everybody = (world: World) => world.persons.flatMap(({ email }) => world.usersByEmail.get(email) ?? []);
const giveRole = (world: World, user: ReturnType<typeof everybody>[number]): void => {
	user.roles = [...user.roles, { resourceId: world.jsmResourceId, role: 'atlassian/customer', method: 'direct' }];
};

/** Does on the site itself what a decision says, to everybody it concerns. */
const carriedOut: Record<Decision['decision'], (world: World, domain: string) => void> = {
	'tick-internal': ({ access }) => void (access.internal = true),
	'tick-external': ({ access }) => void (access.external = true),
	'approve-domain': ({ access }, domain) => void (access.internal ? access.approvedDomains : access.allowedDomains).push(domain),
	'restore-access': (world) => {
		for (const user of everybody(world).filter(({ membership, accountActive }) => membership === 'suspended' && accountActive)) {
			user.membership = 'active';
			giveRole(world, user);
		}
	},
	'grant-customer-role': (world) => {
		for (const user of everybody(world).filter((one) => one.accountActive && one.membership === 'active')) giveRole(world, user);
	},
	'invite-with-role': (world) => {
		for (const user of everybody(world).filter((one) => one.accountActive && one.membership === 'no_membership')) {
			user.membership = 'active';
			giveRole(world, user);
		}
	},
	'enable-managed-account': (world) => {
		for (const user of everybody(world).filter((one) => !one.accountActive && !one.forDeletion && one.enablement === 'allowed')) {
			user.accountActive = true;
			giveRole(world, user);
		}
	},
	'reactivate-portal-account': (world) => {
		for (const { email } of world.persons) {
			const customer = world.customersByEmail.get(email);
			if (customer !== undefined && !world.usersByEmail.has(email)) customer.active = true;
		}
	},
	'ask-owning-organisation': (world, domain) => {
		// Whoever deleted their own account, never verified it, or is blocked by Atlassian is of no organisation.
		const isOwned = ({ enablement, email }: ReturnType<typeof everybody>[number]) =>
			(enablement === 'forbidden' || enablement === 'managedAccount') && !/@(?:gmail|outlook)\.com$/.test(email);
		for (const user of everybody(world).filter((one) => !one.accountActive && one.claimStatus === 'unmanaged' && isOwned(one))) {
			if (domainOf(user.email) === domain) user.accountActive = true;
		}
	},
	'enable-in-identity-provider': (world) => {
		const byProvider = /^(externalDirectory\.|authPolicy\.saml)/;
		for (const user of everybody(world).filter(({ enablement }) => byProvider.test(enablement))) user.accountActive = true;
	},
	'cancel-deletion': (world) => {
		for (const user of everybody(world).filter(({ forDeletion }) => forDeletion)) {
			user.forDeletion = false;
			user.accountActive = true;
		}
	},
	'migrate-portal-account': (world) => {
		for (const { email } of world.persons) {
			const twin = world.customersByEmail.get(email);
			if (twin === undefined || !world.usersByEmail.has(email)) continue;
			world.customers.delete(twin.accountId);
			world.customersByEmail.delete(email);
		}
	},
	// In the list, not on the site.
	'accept-suggestion': () => undefined,
};

const corrected = (world: World, csv: string, domain: string): string =>
	world.persons
		.filter(({ email, meant }) => meant !== null && domainOf(email) === domain)
		.reduce((text, { email, meant }) => text.replace(new RegExp(email.replaceAll('.', '\\.'), 'gi'), meant ?? ''), csv);

interface Kind {
	readonly seed: number;
	readonly access: Partial<World['access']>;
}

const madeWorld = ({ seed, access }: Kind): World => {
	const world = makeWorld({ seed, peoplePerCause: 2, fillers: 4 });
	Object.assign(world.access, structuredClone(access));
	return world;
};

/** All of the settings: a list that is left out would be one that nobody knows. */
const accessText = ({ access }: World): string =>
	[
		`internal=${access.internal ? 'on' : 'off'}`,
		`approved=${access.approvedDomains.map((domain) => `${domain}:customer`).join(';')}`,
		`external=${access.external ? 'on' : 'off'}`,
		`allowed=${access.allowedDomains.join(';')}`,
	].join(',');

const causesOf = (app: DemoApp, runId: string): readonly CauseCode[] => app.rows(runId).map(({ cause }) => cause);

/** Diagnoses a site on which these decisions were carried out. */
const judgedAfter = async (kind: Kind, decisions: readonly Decision[]): Promise<readonly CauseCode[]> => {
	const world = madeWorld(kind);
	const csv = makeInviteList(world);
	for (const { decision, domain } of decisions) carriedOut[decision](world, domain ?? '');
	const mistyped = decisions.flatMap(({ decision, domain }) => (decision === 'accept-suggestion' && domain !== undefined ? [domain] : []));
	const demo: DemoSite = await startDemo({ world });
	const app = await composeOnDemo(demo);
	const text = mistyped.reduce((list, domain) => corrected(world, list, domain), csv);
	const run = await app.diagnose({ access: accessText(world), csv: text });
	const causes = causesOf(app, run.id);
	await demo.stop();
	return causes;
};

const perDomain = ['approve-domain', 'ask-owning-organisation', 'accept-suggestion'] as const;
const isPerDomain = (decision: Decision['decision']): boolean => (perDomain as readonly string[]).includes(decision);

/** Every single decision somebody could take about this list. */
const conceivable = (world: World): readonly Decision[] => {
	const domains = [...new Set(world.persons.flatMap(({ email, meant }) => [email, ...(meant === null ? [] : [meant])]).map(domainOf))];
	const all = Object.keys(carriedOut) as Decision['decision'][];
	return all.flatMap((decision): readonly Decision[] =>
		isPerDomain(decision) ? domains.map((domain) => ({ decision, domain })) : [{ decision }],
	);
};

const nameOf = ({ decision, domain }: Decision): string => `${decision} ${domain ?? ''}`;

describe('what would unlock most', () => {
	it('is what a whole diagnosis finds after the decision was carried out on the site', async () => {
		const kinds: fc.Arbitrary<Kind> = fc.record({
			seed: fc.integer({ min: 1, max: 100_000 }),
			access: fc.constantFrom(
				{},
				{ internal: false, approvedDomains: [], external: false, allowedDomains: [] },
				{ internal: true, approvedDomains: ['halden-group.example'], external: false },
				{ internal: false, external: false, approvedDomains: [], allowedDomains: ['brightwater.example', 'gmail.com'] },
			),
		});
		await fc.assert(
			fc.asyncProperty(kinds, async (kind) => {
				const world = madeWorld(kind);
				const app = await composeOnDemo(await startDemo({ world }));
				const run = await app.diagnose({ access: accessText(world) });
				const before = causesOf(app, run.id);
				const told = need(await runUnlocks(app.services.store, run.id));
				const unlockedBy = async (decisions: readonly Decision[]): Promise<ReadonlySet<number>> => {
					const after = await judgedAfter(kind, decisions);
					return new Set(before.flatMap((cause, row) => (isUnlocked(cause, after[row] ?? 'not-checked') ? [row] : [])));
				};
				const found = new Map<string, number>();
				const bySingle = new Set<number>();
				const weigh = async (decision: Decision): Promise<void> => {
					const rows = await unlockedBy([decision]);
					if (rows.size > 0) found.set(nameOf(decision), rows.size);
					for (const row of rows) bySingle.add(row);
				};
				await Promise.all(conceivable(world).map(weigh));
				const singles = told.filter((unlock) => unlock.with === undefined);
				expect(Object.fromEntries(singles.map((unlock) => [nameOf(unlock), unlock.rows]))).toEqual(Object.fromEntries(found));
				const pairs = told.filter((unlock): unlock is Unlock & { with: Decision } => unlock.with !== undefined);
				const countPair = async (pair: Unlock & { with: Decision }) => {
					const rows = await unlockedBy([pair, pair.with]);
					return { ...pair, rows: [...rows].filter((row) => !bySingle.has(row)).length };
				};
				expect(await Promise.all(pairs.map(countPair))).toEqual(pairs);
			}),
			// Each is some forty diagnoses; `npm run test:long -- properties` looks at more.
			{ numRuns: process.env['PROPERTY_SEED'] === undefined ? 2 : 8 },
		);
	});
});
