import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '#shared/run.ts';
import { runCommand } from '../support/command-line.ts';
import { makeTempDir } from '../support/demo-app.ts';
import { headers } from '../support/admin-files.ts';

const usersCsv = [
	headers.users,
	'1,Ann,Ann@x.example,Active,,,User',
	'2,Ben,ben@x.example,Suspended,,,None',
	'3,Cid,cid@x.example,Active,,,None',
	'',
].join('\n');
const portalText = 'Name\nEmail\nStatus\nEva\neva@y.example\nInactive\n…\nShowing 1–1 of 1\n';

const setUp = async () => {
	const dir = await makeTempDir();
	const env = { HOME: dir, INVITE_DOCTOR_DATA_DIR: join(dir, 'data'), DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
	const file = (name: string, text: string): string => {
		writeFileSync(join(dir, name), text);
		return join(dir, name);
	};
	return { dir, file, run: (...args: readonly string[]) => runCommand(args, { env }), snapshots: join(dir, 'data', 'snapshots') };
};

const site = ['--site-url', 'https://acme.atlassian.net'];

describe('snapshot import, for files of an admin', () => {
	it('takes several in, says how it read them, and a diagnosis against them needs neither network nor token', async () => {
		const { file, run, dir } = await setUp();
		const imported = await run(
			'snapshot',
			'import',
			file('users-2026-11-20.csv', usersCsv),
			file('portal.txt', portalText),
			...site,
			'--complete',
		);
		expect(imported).toMatchObject({ code: 0 });
		expect(imported.stderr).toContain('users-2026-11-20.csv: Export users, 3 people, made on 2026-11-20.');
		expect(imported.stderr).toMatch(/portal\.txt: Portal-only customers, 1 people, made on \d{4}-\d\d-\d\d\./);
		expect(imported.stdout).toContain('export:1  Export users of 2026-11-20 (users-2026-11-20.csv): 3 people, complete');
		const list = file('list.csv', 'Email\nann@x.example\nben@x.example\ncid@x.example\neva@y.example\nnew@z.example\n');
		const diagnosed = await run(
			'diagnose',
			'--offline',
			'--list',
			list,
			'--access',
			'external=on,approved=x.example',
			'--json',
			join(dir, 'r.json'),
		);
		expect(diagnosed).toMatchObject({ code: 1 });
		const { rows, run: made } = JSON.parse(readFileSync(join(dir, 'r.json'), 'utf8')) as RunReport;
		expect(rows.map(({ cause, certainty }) => `${cause} ${certainty}`)).toEqual([
			'ready-existing likely',
			'access-revoked proven',
			'role-missing proven',
			'portal-account-inactive proven',
			'ready-new proven',
		]);
		expect(made).toMatchObject({ mode: 'offline', desk: null, calls: {} });
		expect(rows[1]?.evidence[0]?.source).toBe('export users of 2026-11-20, line 3');
	});

	it('adds to the snapshot that is named, by day and coverage', async () => {
		const { file, run, snapshots } = await setUp();
		const first = await run('snapshot', 'import', file('users.csv', usersCsv), ...site, '--taken', '2026-10-01', '--active-only');
		const id = /^([0-9a-f]{12}) /m.exec(first.stdout)?.[1] ?? '';
		expect(first.stdout).toContain('Export users of 2026-10-01 (users.csv): 3 people, active people only');
		const second = await run('snapshot', 'import', file('portal.txt', portalText), '--into', id);
		expect(second.stderr).toContain('Not known whether they are complete');
		expect(second.stdout).toContain('export:2  Portal-only customers');
		expect(readdirSync(snapshots)).toEqual([`${id}.sqlite`]);
		expect((await run('snapshot', 'list')).stdout).toContain(
			`${id}  2026-10-01 00:00  complete    https://acme.atlassian.net  admin files`,
		);
	});

	it('names columns and values nobody knows, takes what is said of them, and remembers it', async () => {
		const { file, run, snapshots } = await setUp();
		const odd = file('people.csv', 'Mail,Zustandsform,Portal\nann@x.example,frei,darf\nben@x.example,zu,"nix, da"\n');
		const unknown = await run('snapshot', 'import', odd, ...site);
		expect(unknown).toMatchObject({ code: 2 });
		expect(unknown.stderr).toContain('--kind: users (Export users)');
		const columns = await run('snapshot', 'import', odd, ...site, '--kind', 'users');
		expect(columns.stderr).toContain(
			'Column not recognised: status. Available: Mail, Zustandsform, Portal. Nothing was added to a snapshot. Name it with --map status=TITLE',
		);
		const mapped = ['--kind', 'users', '--map', 'status=zustandsform,service-management=#3'];
		const values = await run('snapshot', 'import', odd, ...site, ...mapped);
		expect(values.stderr).toContain('in the column “Zustandsform” (first in line 2): frei, zu');
		expect(existsSync(snapshots) ? readdirSync(snapshots) : []).toEqual([]);
		const said = await run(
			'snapshot',
			'import',
			odd,
			...site,
			...mapped,
			'--values',
			'active=frei,suspended=zu,access=darf,no-access="nix, da"',
		);
		expect(said).toMatchObject({ code: 0 });
		const turned = file('later.csv', 'Portal,Mail,Zustandsform\ndarf,cid@x.example,zu\n');
		const again = await run('snapshot', 'import', turned, ...site, '--kind', 'users');
		expect(again).toMatchObject({ code: 0 });
		expect(again.stderr).toContain('later.csv: Export users, 1 people');
		expect(again.stderr).toContain('read as the last one with this header');
	});

	it.each([
		[['nowhere.csv', ...site], 'nowhere.csv: File not found. Nothing was added to a snapshot.'],
		[['users.csv'], 'Say of which site they are: --site-url URL'],
		[['users.csv', ...site, '--complete', '--active-only'], 'exclude each other'],
		[['users.csv', ...site, '--taken', '30.11.2026'], '30.11.2026 is no day'],
		[['users.csv', ...site, '--taken', '2026-02-30'], '2026-02-30 is no day'],
		[['users.csv', ...site, '--map', 'colour=Name'], '--map knows no "colour"'],
		[['users.csv', ...site, '--map', 'status=Colour'], 'users.csv has no column Colour. It has: User id, User name'],
		[['users.csv', ...site, '--values', 'gone=Suspended'], '--values knows no "gone"'],
		[['users.csv', ...site, '--into', 'abcdef012345'], 'Give one of --into, --site and --site-url.'],
		[['users.csv', '--into', 'abcdef012345'], 'There is no snapshot abcdef012345'],
		[['users.csv', '--site-url', 'ftp://acme'], 'This is not the address of an Atlassian Cloud site.'],
	] as const)('refuses %j with a sentence', async (args, sentence) => {
		const { dir, file, run, snapshots } = await setUp();
		file('users.csv', usersCsv);
		const [name, ...rest] = args;
		const ended = await run('snapshot', 'import', join(dir, name), ...rest);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain(sentence);
		expect(existsSync(snapshots) ? readdirSync(snapshots) : []).toEqual([]);
	});

	it('knows a snapshot by its content, and takes it alone', async () => {
		const { dir, file, run } = await setUp();
		const first = await run('snapshot', 'import', file('users.csv', usersCsv), ...site);
		const id = /^([0-9a-f]{12}) /m.exec(first.stdout)?.[1] ?? '';
		const exported = join(dir, 'export.csv');
		expect(await run('snapshot', 'export', id, exported)).toMatchObject({ code: 0 });
		expect((await run('snapshot', 'import', exported, ...site)).stderr).toContain('A snapshot is imported alone');
		expect(await run('snapshot', 'remove', id, '--yes')).toMatchObject({ code: 0 });
		expect((await run('snapshot', 'import', exported)).stdout).toContain(`${id}  `);
	});
});
