import { describeAccess, makeClosedAccess, makeDemoAccess } from './customer-access.ts';
import { makeCustomerOrganisations } from './customer-organisations.ts';
import { makeUser, settlePeople, totalWeight } from './people.ts';
import { type SeededRandom, makeSeededRandom } from './random.ts';
import { type Desk, type Workspace, type World, addUser } from './world.ts';

const defaultSeed = 20261123;
/** Customer access of the default world, as `--access` takes it. */
export const demoAccess = describeAccess(makeDemoAccess());
/** Both kinds off: every address without an account becomes `customer-access-closed`. */
export const closedAccess = describeAccess(makeClosedAccess());

export interface WorldOptions {
	readonly seed?: number;
	/** As many people of every cause as this, instead of the sample list's mixture. */
	readonly peoplePerCause?: number;
	/** About as many listed people as this, in the sample list's mixture (for benchmarks). */
	readonly people?: number;
	/** People of the site who are on no list. */
	readonly fillers?: number;
	readonly access?: 'demo' | 'closed';
}

const siteRoles = ['user', 'admin', 'customer', 'stakeholder', 'guest', 'basic', 'contributor', 'user-access-admin'];

/** A whole organisation with one site, the same for the same options. */
export const makeWorld = (options: WorldOptions = {}): World => {
	const seed = options.seed ?? defaultSeed;
	const random = makeSeededRandom(seed);
	const cloudId = makeUuid(random);
	const otherCloudId = makeUuid(random);
	const jsm = `ari:cloud:jira-servicedesk::site/${cloudId}`;
	const jira = `ari:cloud:jira::site/${cloudId}`;
	const otherSiteJsm = `ari:cloud:jira-servicedesk::site/${otherCloudId}`;
	const directoryId = makeUuid(random);
	const customerDirectoryId = makeUuid(random);
	const desks = makeDesks();
	const help = findFirst(desks);
	const ids = makeIdGivers(random, customerDirectoryId);
	const stores = { users: new Map(), usersByEmail: new Map(), customers: new Map(), customersByEmail: new Map() };
	const access = options.access === 'closed' ? makeClosedAccess() : makeDemoAccess();
	const population = {
		...stores,
		...ids,
		directoryId,
		help,
		resources: { jsm, jira, otherSiteJsm },
		accessOpen: options.access !== 'closed',
	};
	const admin = makeUser(
		population,
		{ email: 'admin@halden-group.example', name: 'Robin Admin' },
		{
			platformRoles: ['atlassian/org-admin'],
			roles: [
				{ resourceId: jira, role: 'atlassian/admin', method: 'direct' },
				{ resourceId: jsm, role: 'atlassian/admin', method: 'direct' },
			],
		},
		0,
	);
	addUser(stores, admin);
	const persons = settlePeople(population, random, {
		countFor: (weight) => countPeople(weight, options),
		fillers: options.fillers ?? 120,
	});
	return {
		seed,
		orgId: makeUuid(random),
		orgName: 'Halden Group',
		siteName: 'halden',
		cloudId,
		jsmResourceId: jsm,
		directories: [
			{ directoryId, name: 'Halden Group' },
			{ directoryId: makeUuid(random), name: 'Halden sandbox' },
		],
		domains: [
			{ id: makeUuid(random), name: 'halden-group.example', claim: 'verified' },
			{ id: makeUuid(random), name: 'halden-labs.example', claim: 'verified' },
			{ id: makeUuid(random), name: 'halden-old.example', claim: 'unverified' },
		],
		workspaces: makeWorkspaces(cloudId, otherCloudId),
		desks,
		deskKey: help.key,
		customerOrganisations: makeCustomerOrganisations(help, stores),
		...stores,
		caller: {
			accountId: admin.accountId,
			email: admin.email,
			name: admin.name,
			administersJira: true,
			browsesUsers: true,
			administersDesks: true,
		},
		access,
		sweepShowsCustomers: true,
		serviceManagementStatus: 'online',
		searchLagMs: 0,
		mails: [],
		sight: { approvedDomainsAnswer: true, filtersCombine: true, deskQueryShowsInactive: true, reporterFindsInactive: true },
		persons,
		accessText: describeAccess(access),
		...ids,
	};
};

const countPeople = (weight: number, options: WorldOptions): number => {
	if (options.peoplePerCause !== undefined) return options.peoplePerCause;
	if (options.people === undefined) return weight;
	return Math.max(1, Math.round((weight * options.people) / totalWeight()));
};

const findFirst = (desks: readonly Desk[]): Desk => {
	const [first] = desks;
	if (first === undefined) throw new Error('The demo world has no desk.');
	return first;
};

const makeDesks = (): Desk[] => {
	const names = [
		{ id: '1', key: 'HELP', name: 'Help Centre', open: false, portalHolderPresent: true },
		{ id: '2', key: 'OPEN', name: 'Open Questions', open: true, portalHolderPresent: true },
		{ id: '3', key: 'BROKEN', name: 'Facilities', open: false, portalHolderPresent: false },
	];
	return names.map((desk) => ({
		...desk,
		projectId: `1000${desk.id}`,
		requestTypes: [
			{ id: Number(desk.id) * 10 + 1, name: 'Get help' },
			{ id: Number(desk.id) * 10 + 2, name: 'Ask a question' },
		],
		members: new Set<string>(),
	}));
};

const makeWorkspaces = (cloudId: string, otherCloudId: string): Workspace[] => {
	const roles = siteRoles.map((role) => `atlassian/${role}`);
	const other = 'https://halden-sandbox.atlassian.net';
	return [
		{
			id: `ari:cloud:jira::site/${cloudId}`,
			name: 'halden',
			type: 'jira',
			hostUrl: null,
			roles: roles.filter((role) => role !== 'atlassian/customer'),
		},
		{
			id: `ari:cloud:confluence::site/${cloudId}`,
			name: 'halden',
			type: 'confluence',
			hostUrl: null,
			roles: roles.filter((role) => role !== 'atlassian/customer'),
		},
		{ id: `ari:cloud:jira-servicedesk::site/${otherCloudId}`, name: 'halden-sandbox', type: 'jira-servicedesk', hostUrl: other, roles },
		{ id: `ari:cloud:jira-servicedesk::site/${cloudId}`, name: 'halden', type: 'jira-servicedesk', hostUrl: null, roles },
	];
};

const makeUuid = (random: SeededRandom): string =>
	[8, 4, 4, 4, 12]
		.map((length) => random.hex(length))
		.join('-')
		.replace(/^(.{14})./, '$14')
		.replace(/^(.{19})./, '$1a');

/** Ids of both forms that are seen: with a number and a colon, and 24 hex digits. The counter keeps them apart. */
const makeIdGivers = (random: SeededRandom, customerDirectoryId: string): Pick<World, 'makeAccountId' | 'makeCustomerId'> => {
	let counter = 0;
	const countUp = (length: number): string => {
		counter += 1;
		return counter.toString(16).padStart(length, '0');
	};
	return {
		makeAccountId: () => {
			const count = countUp(12);
			return counter % 3 === 0 ? `5b${random.hex(10)}${count}` : `712020:${makeUuid(random).slice(0, 24)}${count}`;
		},
		makeCustomerId: () => `qm:${customerDirectoryId}:${random.hex(12)}${countUp(12)}`,
	};
};
