import { describe, expect, it } from 'vitest';
import { type InviteListRow, makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeSeededRandom } from '#demo-site/world/random.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunRowDetail } from '#shared/run.ts';
import { composeForAdminFiles, type HandedOver, inviteListOf, snapshotOf } from '../support/admin-file-app.ts';
import {
	domainsColumns,
	english,
	fileOf,
	french,
	german,
	managedColumns,
	oldUsersFile,
	portalColumns,
	portalHtml,
	portalLines,
	shuffled,
	spellings,
	usersColumns,
} from '../support/world-admin-files.ts';

const seeds = [1, 20261123, 77];

interface Found {
	readonly row: number;
	readonly cause: string;
	readonly certainty: string;
}

const found = (rows: readonly RunRowDetail[]): readonly Found[] => rows.map(({ row, cause, certainty }) => ({ row, cause, certainty }));

type Truth = (row: InviteListRow) => Omit<Found, 'row'>;

/** What no export tells: who is a customer of the desk, and who switched a managed account off. */
const knowable: Truth = ({ expected }) => {
	if (expected.cause === 'already-customer' || expected.cause === 'ready-existing') return { cause: 'ready-existing', certainty: 'likely' };
	// A column says who claims an account; a bare 403 does not.
	if (expected.cause === 'managed-elsewhere') return { cause: 'managed-elsewhere', certainty: 'proven' };
	// Nobody has claimed it, and it is off: that Atlassian blocks it, no file tells.
	if (expected.cause === 'blocked-by-export-control') return { cause: 'deactivated-by-person', certainty: 'likely' };
	const bySomebodyHere = expected.cause === 'deactivated-here' || expected.cause === 'deactivated-by-idp';
	return bySomebodyHere ? { cause: 'undetermined', certainty: 'unknown' } : expected;
};

const evidenceOf = (rows: readonly RunRowDetail[], row: number): string =>
	JSON.stringify(rows.find((one) => one.row === row)?.verdict.evidence);

describe.each(spellings.map((spelling) => [spelling.name, spelling] as const))('all four files, in %s', (_name, spelling) => {
	it.each(seeds)('say of every row what the site would, as far as files can (seed %i)', async (seed) => {
		const world = makeWorld({ seed });
		const app = await composeForAdminFiles();
		const file = (name: string, columns: Parameters<typeof fileOf>[0]): HandedOver => ({
			name,
			text: fileOf(shuffled(columns, seed), spelling),
		});
		const id = await snapshotOf(app, [
			file('a.csv', usersColumns(world, spelling)),
			file('b.csv', managedColumns(world, spelling)),
			file('c.csv', domainsColumns(world, spelling)),
			{ ...file('d.csv', portalColumns(world, spelling)), kind: 'portal' },
		]);
		const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
		expect(found(rows)).toEqual(makeInviteListRows(world).map((row) => ({ row: row.row, ...knowable(row) })));
	});
});

/** Whoever confirmed an address, claimed or blocked an account is in neither file. */
const withoutClaims = (world: ReturnType<typeof makeWorld>, email: string): Omit<Found, 'row'> => {
	if (world.usersByEmail.get(email)?.accountActive === true) return { cause: 'ready-existing', certainty: 'likely' };
	const isOfProvider = /@(?:gmail|outlook)\.com$/.test(email);
	return { cause: isOfProvider ? 'deactivated-by-person' : 'managed-elsewhere', certainty: 'likely' };
};

describe('two files alone', () => {
	const portals = [
		['a table', (world: ReturnType<typeof makeWorld>) => fileOf(portalColumns(world, english), english)],
		['lines copied from the page', portalLines],
		['a saved page', portalHtml],
	] as const;

	it.each(portals.flatMap((portal) => seeds.map((seed) => [portal[0], seed, portal[1]] as const)))(
		'Export users and the Portal-only customers page (%s, seed %i) settle problems 1, 2 and 4',
		async (_how, seed, portal) => {
			const world = makeWorld({ seed });
			const app = await composeForAdminFiles();
			const id = await snapshotOf(app, [
				{ name: 'users.csv', text: fileOf(usersColumns(world, german), german) },
				{ name: 'portal-only.txt', text: portal(world) },
			]);
			const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
			expect(found(rows)).toEqual(
				makeInviteListRows(world).map((row) => {
					const { cause } = row.expected;
					// Whose a switched-off account is, Export users does not say: its domain has to.
					if (cause === 'managed-elsewhere' || cause === 'blocked-by-export-control' || cause === 'email-not-verified') {
						return { row: row.row, ...withoutClaims(world, row.email) };
					}
					// A managed account that was never invited is in no directory: another file would have shown it.
					const isAtHome = /@halden-(group|labs)\.example$/.test(row.email);
					if (cause === 'not-invited' || (cause === 'ready-new' && isAtHome)) {
						return { row: row.row, cause: 'ready-new', certainty: 'likely' };
					}
					return { row: row.row, ...knowable(row) };
				}),
			);
		},
	);

	it.each(seeds)('Export accounts from domains proves problem 4 beside Export users (seed %i)', async (seed) => {
		const world = makeWorld({ seed });
		const app = await composeForAdminFiles();
		const id = await snapshotOf(app, [
			{ name: 'users.csv', text: fileOf(usersColumns(world, french), french) },
			{ name: 'domains.csv', text: fileOf(domainsColumns(world, french), french) },
		]);
		const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
		const settled = ['access-revoked', 'role-missing', 'managed-elsewhere', 'deletion-pending'];
		const truth = makeInviteListRows(world).filter(({ expected }) => settled.includes(expected.cause));
		expect(truth.length).toBeGreaterThan(20);
		expect(found(rows).filter(({ row }) => truth.some((one) => one.row === row))).toEqual(
			truth.map((row) => ({ row: row.row, ...knowable(row) })),
		);
		// Nothing is said of portal-only accounts, and every row that hangs on them names the list that would.
		const inactive = makeInviteListRows(world).filter(({ expected }) => expected.cause === 'portal-account-inactive');
		for (const { row } of inactive) {
			expect(rows.find((one) => one.row === row)?.cause).toBe('undetermined');
			expect(evidenceOf(rows, row)).toContain('the Portal-only customers list would tell whether the address has a portal-only account');
		}
	});
});

describe('an Export users file of before 2021', () => {
	it.each(seeds)('says inactive where the site would say suspended, and that is likely (seed %i)', async (seed) => {
		const world = makeWorld({ seed });
		const app = await composeForAdminFiles();
		const id = await snapshotOf(app, [
			{ name: 'export.csv', text: oldUsersFile(world, makeSeededRandom(seed)) },
			{ name: 'portal.csv', text: fileOf(portalColumns(world, english), english) },
		]);
		const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
		const truth = makeInviteListRows(world);
		const of = (cause: string) =>
			truth.filter(({ expected }) => expected.cause === cause).map(({ row }) => rows.find((one) => one.row === row));
		for (const row of of('access-revoked')) expect(row).toMatchObject({ cause: 'access-revoked', certainty: 'likely' });
		for (const row of of('role-missing')) expect(row).toMatchObject({ cause: 'role-missing', certainty: 'proven' });
		for (const row of of('portal-account-inactive')) expect(row).toMatchObject({ cause: 'portal-account-inactive', certainty: 'proven' });
	});
});

describe('files that are not complete', () => {
	it('never make somebody out to be new who is only absent, and name the file that would tell', async () => {
		const world = makeWorld();
		const app = await composeForAdminFiles();
		const id = await snapshotOf(app, [
			{ name: 'users.csv', text: fileOf(usersColumns(world, english), english), coverage: 'active' },
			{ name: 'portal.csv', text: fileOf(portalColumns(world, english), english), coverage: 'unknown' },
		]);
		const rows = await app.diagnose(id, inviteListOf(world), world.accessText);
		expect(rows.filter(({ cause }) => cause === 'ready-new')).toEqual([]);
		const [newcomer] = makeInviteListRows(world).filter(({ expected }) => expected.cause === 'ready-new');
		const evidence = evidenceOf(rows, newcomer?.row ?? 0);
		expect(evidence).toContain('the file Export users with all users, not only active ones, would tell');
		expect(evidence).toContain('the Portal-only customers list that is known to be complete would tell');
	});
});

describe('two exports of one kind', () => {
	it('the newer one wins, and both are shown', async () => {
		const app = await composeForAdminFiles();
		const users = (status: string) => `User id,email,User status,Jira Service Management\n1,ann@x.example,${status},User\n`;
		const id = await snapshotOf(app, [
			{ name: 'new.csv', text: users('Suspended'), takenAt: '2026-11-20' },
			{ name: 'old.csv', text: users('Active'), takenAt: '2026-10-01', kind: 'users' },
		]);
		const [row] = await app.diagnose(id, 'Email\nann@x.example\n', '');
		expect(row).toMatchObject({ cause: 'access-revoked', certainty: 'proven' });
		expect(row?.verdict.evidence.slice(0, 2)).toMatchObject([
			{ source: 'export users of 2026-11-20, line 2', answer: { status: 'suspended', cells: { 'User status': 'Suspended' } } },
			{ source: 'export users of 2026-10-01, line 2', answer: { status: 'active' } },
		]);
	});

	it('of one day settle nothing where they contradict each other', async () => {
		const app = await composeForAdminFiles();
		const users = (status: string) => `User id,email,User status,Jira Service Management\n1,ann@x.example,${status},User\n`;
		const id = await snapshotOf(app, [
			{ name: 'a.csv', text: users('Suspended') },
			{ name: 'b.csv', text: users('Active') },
		]);
		const [row] = await app.diagnose(id, 'Email\nann@x.example\n', '');
		expect(row).toMatchObject({ cause: 'undetermined', certainty: 'unknown' });
		expect(JSON.stringify(row?.verdict.evidence)).toContain('contradict each other');
	});
});
