import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunReport } from '#shared/run.ts';
import { type CommandEnd, runCommand } from '../support/command-line.ts';
import { makeTempDir, startDemo } from '../support/demo-app.ts';
import { startTamperingProxy } from '../support/tampering-proxy.ts';
import { meddle } from '../unit/main/storage/snapshots/samples.ts';

interface Setting {
	readonly demo: DemoSite;
	readonly dir: string;
	readonly list: string;
	/** With the site's tokens and a network. */
	online(...args: readonly string[]): Promise<CommandEnd>;
	/** With neither: every way out throws and is told on standard error. */
	offline(...args: readonly string[]): Promise<CommandEnd>;
	/** The id of the only snapshot, or of the newest. */
	newest(): Promise<string>;
}

const noNetwork = pathToFileURL(join(import.meta.dirname, '../support/no-network.mjs')).href;

const prepare = async (world = makeWorld({ peoplePerCause: 1, fillers: 6 })): Promise<Setting> => {
	const demo = await startDemo({ world });
	const dir = await makeTempDir();
	const list = join(dir, 'list.csv');
	writeFileSync(list, makeInviteList(world));
	const data = ['--data-dir', join(dir, 'data')];
	const tokens = { INVITE_DOCTOR_EMAIL: demo.email, INVITE_DOCTOR_API_TOKEN: demo.apiToken, INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey };
	const offline: Setting['offline'] = (...args) =>
		runCommand([...args, ...data], { env: { HOME: dir, NODE_OPTIONS: `--import ${noNetwork}` } });
	return {
		demo,
		dir,
		list,
		offline,
		online: (...args) => runCommand([...args, ...data, '--allow-loopback'], { env: { HOME: dir, ...tokens } }),
		newest: async () => /^([0-9a-f]{12}) {2}/m.exec((await offline('snapshot', 'list')).stdout)?.[1] ?? '',
	};
};

const report = ({ dir }: Setting, name: string): RunReport => JSON.parse(readFileSync(join(dir, name), 'utf8')) as RunReport;
const essence = ({ rows }: RunReport) =>
	rows.map(({ row, email, cause, certainty, remedy, ...rest }) => ({
		row,
		email,
		cause,
		certainty,
		remedy,
		suggestion: (rest as { suggestion?: string }).suggestion,
	}));

const access = [
	'--access',
	'internal=on,external=on,approved=halden-group.example;halden-labs.example,allowed=brightwater.example;gmail.com',
];

describe('snapshot pull, then diagnose --offline', () => {
	it('gives the verdicts of a live diagnosis, with no network and no token', async () => {
		const setting = await prepare();
		const { demo, dir, list } = setting;
		const pulled = await setting.online('snapshot', 'pull', '--site-url', demo.url, ...access);
		expect(pulled).toMatchObject({ code: 0, stdout: expect.stringContaining('complete') });
		const live = await setting.online(
			'diagnose',
			'--list',
			list,
			'--site-url',
			demo.url,
			'--desk',
			'HELP',
			...access,
			'--json',
			join(dir, 'live.json'),
		);
		await demo.stop();
		const id = await setting.newest();
		const offline = await setting.offline(
			'diagnose',
			'--offline',
			'--list',
			list,
			'--site-url',
			demo.url,
			'--desk',
			'HELP',
			'--json',
			join(dir, 'offline.json'),
			'--csv',
			join(dir, 'offline.csv'),
		);
		expect(offline.stderr).not.toContain('NETWORK USED');
		expect([offline.code, live.code]).toEqual([1, 1]);
		expect(offline.stderr).toContain(`Using snapshot ${id}`);
		expect(offline.stdout).toContain(`in snapshot ${id}`);
		const [told, kept] = [report(setting, 'live.json'), report(setting, 'offline.json')];
		expect(essence(kept)).toEqual(essence(told));
		expect(kept.run).toMatchObject({ mode: 'offline', calls: {}, snapshot: { id, missing: [] } });
		expect(kept.run.snapshot?.ageMs).toBeGreaterThan(0);
		expect(told.run).not.toHaveProperty('snapshot');
		const [titles, first] = readFileSync(join(dir, 'offline.csv'), 'utf8').split('\r\n');
		expect(titles).toMatch(/,Snapshot$/);
		expect(first).toContain(`${id} of 20`);
		expect((await setting.offline('runs')).stdout).toContain('finished');
	});

	it('needs to be told no site where there are snapshots of one only, and no desk where the site has one', async () => {
		const world = makeWorld({ peoplePerCause: 1, fillers: 3 });
		(world.desks as unknown[]).length = 1;
		const setting = await prepare(world);
		await setting.online('snapshot', 'pull', '--site-url', setting.demo.url);
		expect((await setting.offline('diagnose', '--offline', '--list', setting.list)).code).toBe(1);
	});

	it('finds the site by the name that the snapshot gives it', async () => {
		const setting = await prepare();
		await setting.online('snapshot', 'pull', '--site-url', setting.demo.url);
		const name = new URL(setting.demo.url).host;
		expect((await setting.offline('diagnose', '--offline', '--list', setting.list, '--site', name, '--desk', 'HELP')).code).toBe(1);
		expect(await setting.offline('diagnose', '--offline', '--list', setting.list, '--site', 'nobody', '--desk', 'HELP')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Site “nobody” not found on this machine.'),
		});
	});
});

describe('diagnose --offline is refused', () => {
	it('without a snapshot, for another site, for a desk that is not in it, and with words that need it', async () => {
		const setting = await prepare();
		const { demo, list } = setting;
		const diagnose = (...more: readonly string[]) => setting.offline('diagnose', '--list', list, ...more);
		expect(await diagnose('--offline', '--site-url', demo.url)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('no complete snapshot of'),
		});
		await setting.online('snapshot', 'pull', '--site-url', demo.url, '--desk', 'OPEN');
		const id = await setting.newest();
		expect(await diagnose('--offline', '--site-url', 'https://other.atlassian.net')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('no complete snapshot of'),
		});
		expect(await diagnose('--offline', '--site-url', 'https://other.atlassian.net', '--snapshot', id)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining(`This snapshot is of “${demo.url}”, not of “https://other`),
		});
		expect(await diagnose('--offline', '--desk', 'HELP')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('is incomplete. Missing: permission:1, customers:1.'),
		});
		expect(await diagnose('--offline', '--desk', 'NOPE')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('no service project “NOPE”'),
		});
		expect(await diagnose('--offline', '--snapshot', 'ffffffffffff')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('There is no snapshot ffffffffffff'),
		});
		expect(await diagnose('--snapshot', id)).toMatchObject({ code: 2, stderr: expect.stringContaining('are for --offline') });
		expect((await setting.offline('runs')).stdout).toContain('No runs yet.');
	});

	it('but goes on with an incomplete one when told to, and says so in every row it concerns', async () => {
		const setting = await prepare();
		await setting.online('snapshot', 'pull', '--site-url', setting.demo.url, '--desk', 'OPEN');
		const end = await setting.offline(
			'diagnose',
			'--offline',
			'--allow-incomplete',
			'--list',
			setting.list,
			'--desk',
			'HELP',
			'--json',
			join(setting.dir, 'r.json'),
		);
		expect(end).toMatchObject({ code: 1, stderr: expect.stringContaining('It is incomplete') });
		const { run, rows } = report(setting, 'r.json');
		expect(run.snapshot?.missing).toEqual(['permission:1', 'customers:1']);
		const about = rows.filter(({ cause }) => cause === 'undetermined');
		expect(about.length).toBeGreaterThan(0);
		for (const { evidence } of about) expect(JSON.stringify(evidence)).toContain('not-in-snapshot');
	});

	it('where the file was changed after it was pulled', async () => {
		const setting = await prepare();
		await setting.online('snapshot', 'pull', '--site-url', setting.demo.url);
		const id = await setting.newest();
		meddle(
			join(setting.dir, 'data', 'snapshots', `${id}.sqlite`),
			(file) => void file.exec(`UPDATE record SET body = replace(body, 'true', 'false')`),
		);
		expect(await setting.offline('diagnose', '--offline', '--list', setting.list, '--desk', 'HELP')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('was changed after the pull'),
		});
	});
});

describe('the other snapshot commands', () => {
	it('hand a snapshot from one data folder to another', async () => {
		const giver = await prepare();
		await giver.online('snapshot', 'pull', '--site-url', giver.demo.url, ...access);
		const id = await giver.newest();
		const file = join(giver.dir, 'halden.snapshot');
		expect(await giver.offline('snapshot', 'export', id, file)).toMatchObject({ code: 0, stdout: expect.stringContaining('no token') });
		await giver.demo.stop();
		const taker = await prepare();
		expect(await taker.offline('snapshot', 'import', file)).toMatchObject({ code: 0, stdout: expect.stringContaining(id) });
		expect(await taker.offline('snapshot', 'import', file)).toMatchObject({ code: 2, stderr: expect.stringContaining('already exists') });
		expect((await taker.offline('diagnose', '--offline', '--list', giver.list, '--desk', 'HELP')).code).toBe(1);
		expect(await taker.offline('snapshot', 'remove', id, '--yes')).toMatchObject({ code: 0 });
		expect((await taker.offline('snapshot', 'list')).stdout).toContain('No snapshots yet.');
		expect(readFileSync(file).includes(giver.demo.apiToken)).toBe(false);
		expect(readFileSync(file).includes(giver.demo.orgApiKey)).toBe(false);
	});

	it('refuse a file that is none, say why, and keep nothing of it', async () => {
		const setting = await prepare();
		copyFileSync(setting.list, join(setting.dir, 'x.snapshot'));
		expect(await setting.offline('snapshot', 'import', join(setting.dir, 'x.snapshot'))).toMatchObject({
			code: 2,
			stderr:
				'This file is not a snapshot. It is not a database. It was not used. Ask for the original file, saved with “Save as a file” or “snapshot export”.\n',
		});
		expect(await setting.offline('snapshot', 'import', join(setting.dir, 'nothing'))).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('cannot be read'),
		});
		expect(readdirSync(join(setting.dir, 'data', 'snapshots'))).toEqual([]);
		expect(existsSync(join(setting.dir, 'data', 'x.snapshot'))).toBe(false);
	});

	it('name what the site refused, and end with 1', async () => {
		const setting = await prepare();
		setting.demo.world.caller.administersDesks = false;
		const end = await setting.online('snapshot', 'pull', '--site-url', setting.demo.url);
		expect(end).toMatchObject({ code: 1, stdout: expect.stringContaining('customers of HELP: refused (caller-lacks-rights)') });
	});

	it('end with 3 where the pull was broken off, and go on next time', async () => {
		const setting = await prepare();
		let broken = true;
		const url = await startTamperingProxy(setting.demo.url, {
			instead: ({ path }) => (broken && path.endsWith('/manage') ? { status: 401, text: '{"key":"unauthorized"}' } : null),
		});
		expect(await setting.online('snapshot', 'pull', '--site-url', url)).toMatchObject({
			code: 3,
			stderr: expect.stringContaining('The data pulled so far is saved.'),
		});
		// Every pull looks for the asking account first; the listing itself is not asked for again.
		const listings = () =>
			setting.demo
				.requests()
				.filter(({ path, body }) => path.endsWith('/directories/-/users/search') && !JSON.stringify(body).includes('emails'));
		const before = listings().length;
		broken = false;
		expect(await setting.online('snapshot', 'pull', '--site-url', url)).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('Resuming snapshot'),
		});
		expect(listings().length).toBe(before);
	});
});
