import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeInviteListRows } from '#demo-site/invite-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { runCommand } from '../support/command-line.ts';
import { composeOnDemo, makeTempDir, need, startDemo } from '../support/demo-app.ts';

describe('customer access that was declared for a site', () => {
	it('is what a run without settings of its own is judged by, as of its date', async () => {
		const demo = await startDemo();
		const app = await composeOnDemo(demo);
		const site = need(app.services.sites.record('demo'));
		const unknown = await app.diagnose({ access: '' });
		expect(unknown.access.origin).toBe('unknown');
		const declared = need(app.services.access.declare(site, need(readAccess(demo.access, '')), null));
		const run = await app.diagnose({ access: '' });
		expect(run.access).toMatchObject({ origin: 'declared', at: declared.at });
		const found = app.rows(run.id).map(({ row, cause, certainty }) => ({ row, cause, certainty }));
		expect(found).toEqual(makeInviteListRows(demo.world).map(({ row, expected }) => ({ row, ...expected })));
		const own = await app.diagnose({ access: 'internal=off,external=off' });
		expect(own.access).toMatchObject({ internal: false, external: false });
		expect(app.services.access.known(site.url).access).toEqual(declared.access);
	});
});

describe('site access, on the command line', () => {
	it('declares, adds domains, shows who said what, and is used by the next diagnosis', async () => {
		const demo = await startDemo();
		const dir = await makeTempDir();
		const env = {
			HOME: dir,
			INVITE_DOCTOR_DATA_DIR: join(dir, 'data'),
			INVITE_DOCTOR_EMAIL: demo.email,
			INVITE_DOCTOR_API_TOKEN: demo.apiToken,
			INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
			DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
		};
		const run = (...args: readonly string[]) => runCommand([...args, '--allow-loopback'], { env });
		expect(await run('site', 'add', demo.url, '--name', 'Halden')).toMatchObject({ code: 0 });
		expect((await run('site', 'access', 'halden')).stdout).toContain('Not declared yet');
		expect(await run('site', 'access', 'halden', '--approve', 'a.com')).toMatchObject({ code: 2 });
		expect(await run('site', 'access', 'halden', '--set', 'internal=perhaps')).toMatchObject({ code: 2 });
		expect(await run('site', 'access', 'halden', '--set', 'internal=on,approved=a.com,external=off')).toMatchObject({ code: 0 });
		const { stdout } = await run('site', 'access', 'halden', '--approve', '@B.com', '--management', 'original');
		expect(stdout).toMatch(/^Approved domains +a\.com, b\.com$/m);
		expect(stdout).toMatch(/^User management +original$/m);
		expect(stdout).toMatch(/^Before .* \(a\.com\), External off/m);
		expect(stdout).toContain(demo.email);

		writeFileSync(join(dir, 'list.csv'), 'Email\r\nnobody@b.com\r\nnobody@c.com\r\n');
		const diagnose = ['diagnose', '--list', join(dir, 'list.csv'), '--site-url', demo.url, '--desk', demo.deskKey];
		const diagnosed = await run(...diagnose);
		expect(diagnosed.stderr).toMatch(/Customer access as it was declared on \d{4}-\d\d-\d\d/);
		expect(diagnosed.stdout).toMatch(/1 {2}ready-new /);
		expect(diagnosed.stdout).toMatch(/1 {2}domain-not-approved /);
		expect(diagnosed.stdout).toContain(
			'Decisions that unlock the most rows:\n  Select External in Customer access: 1 row\n  Approve the domain c.com: 1 row\n',
		);
	});
});
