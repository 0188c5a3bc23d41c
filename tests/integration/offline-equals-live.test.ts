import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { noLimits } from '#demo-site/rate-limits.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { World } from '#demo-site/world/world.ts';
import type { AdminFile } from '#core/admin-files/admin-file.ts';
import { type AdminFilePeople, adminFilePeople } from '#core/admin-files/people.ts';
import type { ConnectRequest } from '#core/evidence/connect.ts';
import type { LikenessOf } from '#core/evidence/likeness.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import { diagnose } from '#core/runs/diagnose.ts';
import { livePace, offlinePace, type Pace } from '#core/runs/pace.ts';
import { isAlike, type RunStore } from '#core/runs/run-store.ts';
import { Secret } from '#core/secret.ts';
import { loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import { pullSnapshot } from '#core/snapshots/pull.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { likenessInSnapshot } from '#core/snapshots/snapshot-likeness.ts';
import { originOf, snapshotQuestions } from '#core/snapshots/snapshot-questions.ts';
import { readAdminAddress, readSiteAddress } from '#main/atlassian/site-address.ts';
import { makeSiteQuestions } from '#main/atlassian/site-questions.ts';
import { openListText } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { suggestFromSite } from '#core/lists/suggest-address.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { openSnapshotFolder } from '#main/storage/snapshots/snapshot-folder.ts';
import { makeTurns } from '#main/turns.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { day, fileOfText } from '../support/admin-files.ts';
import { need } from '../support/demo-app.ts';
import { hastyClock } from '../support/hasty-clock.ts';
import { temporaryFolder } from '../unit/main/storage/samples.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { domainsColumns, english, fileOf, managedColumns, usersColumns } from '../support/world-admin-files.ts';
import { writeWorld } from '../support/world-snapshot.ts';
import { anyHold, memoryLocks, nobodyHolds } from '../support/memory-locks.ts';
import { fc } from '../support/properties.ts';

/** One change to somebody or something of a world: any person into any state, known or not to any part of the site. */
type Mutation = readonly [what: keyof typeof mutations, who: number, variant: number];

const mutations = {
	membership: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		if (user !== undefined) user.membership = (['active', 'suspended', 'no_membership'] as const)[variant % 3] ?? 'active';
	},
	account: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		if (user === undefined) return;
		user.accountActive = variant % 2 === 0;
		user.forDeletion = variant % 5 === 0;
		user.enablement = (['allowed', 'forbidden', 'managedAccount', 'authPolicy.saml', 'administrative'] as const)[variant % 5] ?? 'allowed';
	},
	claim: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		if (user !== undefined) {
			Object.assign(user, {
				claimStatus: variant % 2 === 0 ? 'managed' : 'unmanaged',
				managementSource: [null, 'synced', 'invited'][variant % 3],
			});
		}
	},
	roles: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		const role = (['customer', 'user', 'guest'] as const)[variant % 3] ?? 'customer';
		if (user !== undefined) {
			user.roles = variant % 4 === 0 ? [] : [{ resourceId: world.jsmResourceId, role: `atlassian/${role}`, method: 'direct' }];
		}
	},
	hide: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		if (user !== undefined) Object.assign(user, { emailHidden: variant % 2 === 0 });
	},
	removeUser: (world: World, who: number) => {
		const user = userAt(world, who);
		if (user === undefined || user.accountId === world.caller.accountId) return;
		world.users.delete(user.accountId);
		world.usersByEmail.delete(user.email);
	},
	customer: (world: World, who: number, variant: number) => {
		const customer = [...world.customers.values()][who % Math.max(1, world.customers.size)];
		if (customer === undefined) return;
		customer.active = variant % 2 === 0;
		if (variant % 7 === 0) world.customers.delete(customer.accountId);
	},
	member: (world: World, who: number, variant: number) => {
		const [desk] = world.desks;
		const user = userAt(world, who);
		if (desk === undefined || user === undefined) return;
		if (variant % 2 === 0) desk.members.add(user.accountId);
		else desk.members.delete(user.accountId);
	},
	portalTwin: (world: World, who: number, variant: number) => {
		const user = userAt(world, who);
		if (user === undefined) return;
		const accountId = world.makeCustomerId();
		world.customers.set(accountId, { accountId, email: user.email, name: user.name, active: variant % 2 === 0 });
	},
	sweep: (world: World, _who: number, variant: number) => {
		world.sweepShowsCustomers = variant % 2 === 0;
	},
	directories: (world: World) => {
		(world.directories as unknown[]).length = 1;
	},
} as const;

const userAt = (world: World, who: number) =>
	[...world.users.values()].filter(({ accountId }) => accountId !== world.caller.accountId)[who % Math.max(1, world.users.size - 1)];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
	fc.constantFrom(...(Object.keys(mutations) as (keyof typeof mutations)[])),
	fc.nat(200),
	fc.nat(20),
);

const site = (demo: DemoSite, hasOrgKey: boolean) => {
	const address = need(readSiteAddress(demo.url, { allowLoopback: true }));
	const admin = need(readAdminAddress(demo.url, { allowLoopback: true }));
	const signIn = { by: 'token', email: demo.email, apiToken: new Secret(demo.apiToken) } as const;
	const credentials = { signIn, orgApiKey: hasOrgKey ? new Secret(demo.orgApiKey) : null };
	const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
	const clock = hastyClock();
	const questions = makeSiteQuestions({ site: address, admin, credentials, clock, random: { next: () => 0, id: () => 'id' }, log });
	return { questions, clock, connect: { siteHost: address.host, hasOrgKey, orgId: null, callerEmail: null } satisfies ConnectRequest };
};

interface Against {
	readonly questions: SiteQuestions;
	readonly connect: ConnectRequest;
	readonly pace: Pace;
	readonly origin?: string;
	readonly fromAdminFiles?: AdminFilePeople;
	readonly likeness?: LikenessOf;
}

/** A snapshot as a diagnosis asks it, each person alone. */
const against = (snapshot: Snapshot, connect: ConnectRequest): Against => ({
	questions: snapshotQuestions(snapshot, makeTurns()),
	connect,
	pace: offlinePace,
	origin: originOf(snapshot),
	...(snapshot.adminFiles.length === 0 ? {} : { fromAdminFiles: adminFilePeople(snapshot.adminFiles, null) }),
});

const diagnoseList = async (
	store: RunStore,
	runId: string,
	csv: string,
	world: World,
	deskKey: string,
	against: Against,
): Promise<readonly RunRowDetail[]> => {
	const list = need(await openListText('list.csv', csv));
	const access = need(readAccess(world.accessText, '2026-11-23T12:00:00.000Z'));
	const run = {
		id: runId,
		listName: 'list.csv',
		columns: list.preview.columns,
		site: { name: 'x', url: 'https://x.atlassian.net', adminUrl: 'https://api.atlassian.com', orgId: null },
		deskKey,
		mode: 'live',
		access,
		startedAt: '2026-11-23T12:00:00.000Z',
	} as const;
	need(store.create(run, list.rows()));
	const outcome = await diagnose({
		runId,
		store,
		clock: hastyClock(),
		turns: makeTurns(),
		deskKey,
		access,
		suggest: suggestFromSite(),
		onStep: () => undefined,
		onJudged: () => undefined,
		signal: new AbortController().signal,
		...against,
	});
	need(outcome);
	return [...store.allRows(runId)];
};

const essence = ({ row, email, cause, certainty, remedy, suggestion }: RunRowDetail) => ({
	row,
	email,
	cause,
	certainty,
	remedy,
	suggestion,
});

describe('for any site, asked over HTTP and kept in a file', () => {
	it('a diagnosis against the snapshot says of every row what the live one says', async () => {
		const causes = new Set<string>();
		await fc.assert(
			fc.asyncProperty(
				fc.nat(1_000_000),
				fc.array(mutation, { maxLength: 40 }),
				fc.constantFrom('HELP', 'HELP', 'OPEN', 'BROKEN'),
				fc.constantFrom(true, true, true, false),
				fc.constantFrom('demo', 'demo', 'closed'),
				async (seed, changes, deskKey, hasOrgKey, access) => {
					const world = makeWorld({ seed, peoplePerCause: 2, fillers: 12, access });
					for (const [what, who, variant] of changes) mutations[what](world, who, variant);
					const csv = makeInviteList(world);
					const demo = await startDemoSite({ world, limits: noLimits });
					const folder = temporaryFolder();
					try {
						const live = site(demo, hasOrgKey);
						const sql = need(await openDatabase(join(folder.path, 'x.sqlite')));
						const store = createRunStore(sql, nobodyHolds);
						const told = await diagnoseList(store, 'live', csv, world, deskKey, { ...live, pace: livePace });

						const snapshots = openSnapshotFolder(join(folder.path, 'snapshots'), memoryLocks());
						const header = {
							id: '0123456789ab',
							site: { name: 'x', url: demo.url, adminUrl: demo.url },
							takenAt: '2026-11-23T12:00:00.000Z',
							access: need(readAccess('', '')),
						};
						const draft = need(await snapshots.create(header, anyHold));
						const { questions, connect } = site(demo, hasOrgKey);
						need(
							await pullSnapshot({
								questions,
								connect,
								draft,
								deskKeys: null,
								earlier: null,
								clock: live.clock,
								turns: makeTurns(),
								signal: new AbortController().signal,
								onProgress: () => undefined,
							}),
						);
						await draft.close();
						await demo.stop();

						const stored = need(await snapshots.open(header.id));
						const { snapshot } = need(await loadSnapshot(stored, { deskKey, allowIncomplete: false }, makeTurns()));
						stored.close();
						const offline = { ...against(snapshot, connect), likeness: await likenessInSnapshot(snapshot, makeTurns()) };
						const kept = await diagnoseList(store, 'offline', csv, world, deskKey, offline);
						sql.close();
						expect(kept.map(essence)).toEqual(told.map(essence));
						for (const { cause } of told) causes.add(cause);
					} finally {
						folder.remove();
						await demo.stop();
					}
				},
			),
			{ numRuns: 25 },
		);
		// The worlds were worth comparing: what can be found out of a row was found out of some.
		expect(causes.size).toBeGreaterThan(14);
	});
});

/** What an admin hands over besides: files of the same people, of the day before, with what has changed since. */
const filesOf = (world: World): Promise<readonly AdminFile[]> =>
	Promise.all([
		fileOfText(fileOf(usersColumns(world, english), english), { name: 'users.csv' }),
		fileOfText(fileOf(managedColumns(world, english), english), { name: 'managed.csv', takenAt: day('2026-11-25') }),
		fileOfText(fileOf(domainsColumns(world, english), english), { name: 'domains.csv', coverage: 'active' }),
	]);

describe('people who are like others', () => {
	it('are told to the letter what each of them is told alone', async () => {
		let alike = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.nat(1_000_000),
				fc.array(mutation, { maxLength: 60 }),
				fc.constantFrom('HELP', 'OPEN', 'BROKEN'),
				fc.constantFrom('demo', 'closed'),
				fc.constantFrom('none', 'older', 'newer'),
				fc.boolean(),
				async (seed, changes, deskKey, access, handedOver, isTwice) => {
					const world = makeWorld({ seed, peoplePerCause: 8, fillers: 12, access });
					const files = handedOver === 'older' ? await filesOf(world) : [];
					for (const [what, who, variant] of changes) mutations[what](world, who, variant);
					const adminFiles = handedOver === 'newer' ? await filesOf(world) : files;
					const draft = memorySnapshot();
					writeWorld(draft, world);
					const loaded = need(await loadSnapshot(draft.stored(), { deskKey, allowIncomplete: true }, makeTurns()));
					const snapshot = { ...loaded.snapshot, adminFiles };
					const connect = { siteHost: 'halden.atlassian.net', hasOrgKey: true, orgId: null, callerEmail: null };
					const [first = '', ...lines] = makeInviteList(world).split('\r\n');
					const csv = [first, ...lines, ...(isTwice ? lines : [])].join('\r\n');
					const folder = temporaryFolder();
					try {
						const sql = need(await openDatabase(join(folder.path, 'x.sqlite')));
						const store = createRunStore(sql, nobodyHolds);
						const counting: RunStore = {
							...store,
							saveVerdicts: (runId, rows) => {
								alike += rows.filter(isAlike).length;
								return store.saveVerdicts(runId, rows);
							},
						};
						const alone = await diagnoseList(store, 'alone', csv, world, deskKey, against(snapshot, connect));
						const likeness = await likenessInSnapshot(snapshot, makeTurns());
						const together = await diagnoseList(counting, 'together', csv, world, deskKey, { ...against(snapshot, connect), likeness });
						const whole = ({ verdict, ...row }: RunRowDetail) => ({ ...row, ...verdict, evidence: JSON.stringify(verdict.evidence) });
						expect(together.map(whole)).toEqual(alone.map(whole));
						expect([...store.factRows('together', 'diagnosed')]).toEqual([...store.factRows('alone', 'diagnosed')]);
						sql.close();
					} finally {
						folder.remove();
					}
				},
			),
			{ numRuns: 20 },
		);
		expect(alike).toBeGreaterThan(100);
	});
});
