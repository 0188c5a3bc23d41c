import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { RunReport } from '#shared/run.ts';
import { runCommand } from '../support/command-line.ts';
import { makeTempDir, startDemo } from '../support/demo-app.ts';

it('one list is diagnosed on several sites, and all of them are seen at a glance', async () => {
	const world = () => makeWorld({ peoplePerCause: 2, fillers: 3 });
	const [one, two] = [await startDemo({ world: world() }), await startDemo({ world: world() })];
	two.world.access.external = false;
	const dir = await makeTempDir();
	const env = {
		HOME: dir,
		INVITE_DOCTOR_DATA_DIR: join(dir, 'data'),
		INVITE_DOCTOR_EMAIL: one.email,
		INVITE_DOCTOR_API_TOKEN: one.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: one.orgApiKey,
		DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
	};
	const run = (...args: readonly string[]) => runCommand([...args, '--allow-loopback'], { env });
	expect(await run('site', 'add', one.url, '--name', 'Main site', '--client', 'Halden', '--token-expires', '2020-01-01')).toMatchObject({
		code: 0,
	});
	expect(await run('site', 'add', two.url, '--name', 'second')).toMatchObject({ code: 0 });
	expect(await run('site', 'add', two.url, '--name', 'third', '--token-expires', 'soon')).toMatchObject({ code: 2 });
	expect((await run('site', 'client', 'second', 'Halden')).stdout).toBe('second belongs to Halden.\n');
	expect((await run('site', 'overview')).stdout).toContain('# Halden\nMain site  ');
	await run('site', 'access', 'main site', '--set', one.access);
	await run('site', 'access', 'second', '--set', 'internal=off,external=off');

	writeFileSync(join(dir, 'list.csv'), makeInviteList(one.world));
	const files = ['--json', join(dir, 'report.json')];
	const ended = await run(
		'diagnose',
		'--list',
		join(dir, 'list.csv'),
		'--desk',
		'HELP',
		'--site',
		'Main site',
		'--site',
		'second',
		'--site',
		'none',
		...files,
	);
	expect(ended.code).toBe(2);
	expect(ended.stderr).toContain('none: Site “none” not found on this machine.');
	expect(existsSync(join(dir, 'report.json'))).toBe(false);
	const report = (name: string): RunReport => JSON.parse(readFileSync(join(dir, name), 'utf8')) as RunReport;
	const first = report('report-Main-site.json');
	const second = report('report-second.json');
	const rows = makeInviteListRows(one.world);
	expect(first.rows.map(({ cause }) => cause)).toEqual(rows.map(({ expected }) => expected.cause));
	expect(second.rows.map(({ cause }) => cause)).toEqual(rows.map(({ expectedWhenClosed }) => expectedWhenClosed.cause));
	expect([first.run.site, second.run.site]).toEqual([one.url, two.url]);

	const { stdout } = await run('site', 'overview');
	expect(stdout).toMatch(
		/Main site .*API token expired \(until 2020-01-01\), organisation API key present\n {4}.*list\.csv .*finished {2}run [0-9a-f]+\n/,
	);
	expect(stdout).toMatch(new RegExp(`second .*\\n.*run ${second.run.id}\\n[^#]*Customer access closed`));

	expect(await run('site', 'tokens', 'nobody')).toMatchObject({ code: 2 });
	expect(await run('site', 'tokens', 'main site', '--token-expires', '2999-01-01')).toMatchObject({
		code: 0,
		stdout: 'Tokens of Main site saved.\n',
	});
	expect((await run('site', 'overview')).stdout).toMatch(/Main site .*API token present \(until 2999-01-01\)/);
});
