import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunReport } from '#shared/run.ts';
import { runCommand } from '../support/command-line.ts';
import { makeTempDir, startDemo } from '../support/demo-app.ts';
import { findListed } from '../support/demo-people.ts';

it('compare and history tell on the command line what became of people between two runs', async () => {
	const demo = await startDemo();
	const dir = await makeTempDir();
	const env = {
		HOME: dir,
		INVITE_DOCTOR_DATA_DIR: join(dir, 'data'),
		INVITE_DOCTOR_EMAIL: demo.email,
		INVITE_DOCTOR_API_TOKEN: demo.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
	};
	const run = (...args: readonly string[]) => runCommand([...args, '--allow-loopback'], { env });
	const revoked = findListed(demo.world, 'access-revoked');
	const deactivated = findListed(demo.world, 'deactivated-here');
	const file = (name: string): string => join(dir, name);
	const diagnose = async (addresses: readonly string[]): Promise<string> => {
		writeFileSync(file('list.csv'), `Email\r\n${addresses.map((address) => `${address}\r\n`).join('')}`);
		const report = file('report.json');
		await run(
			'diagnose',
			'--list',
			file('list.csv'),
			'--site-url',
			demo.url,
			'--desk',
			demo.deskKey,
			'--access',
			demo.access,
			'--overwrite',
			'--json',
			report,
		);
		return (JSON.parse(readFileSync(report, 'utf8')) as RunReport).run.id;
	};
	const before = await diagnose([revoked.email, deactivated.email, 'nobody@gmail.com']);
	revoked.user.membership = 'active';
	const after = await diagnose(['somebody@gmail.com', deactivated.email.toUpperCase(), revoked.email]);

	const compared = await run('compare', before, after, '--csv', file('changed.csv'));
	expect(compared).toMatchObject({ code: 0, stderr: '' });
	expect(compared.stdout).toContain('1  Access suspended  →  Ready, has an account\n');
	expect(compared.stdout).toContain('1  Ready, new account  →  Not in the list\n');
	expect(compared.stdout).toContain('1  Not in the list  →  Ready, new account\n');
	expect(compared.stdout).toContain('3 people changed, 1 unchanged.\n');
	const lines = readFileSync(file('changed.csv'), 'utf8').trim().split('\r\n').slice(1);
	expect(lines).toEqual([
		`${revoked.email},,,access-revoked,proven,ready-existing,proven,,`,
		'nobody@gmail.com,,,ready-new,proven,absent,,,',
		'somebody@gmail.com,,,absent,,ready-new,proven,,',
	]);

	const { stdout } = await run('history', ` ${revoked.email.toUpperCase()}`);
	const told = stdout.trim().split('\n');
	expect(told).toHaveLength(2);
	expect(told[0]).toMatch(new RegExp(`line 4 {2}ready-existing \\(proven\\) {2}run ${after}$`));
	expect(told[1]).toMatch(new RegExp(`line 2 {2}access-revoked \\(proven\\) {2}run ${before}$`));
	expect(await run('compare', before, 'none')).toMatchObject({ code: 2 });
	expect(await run('history', 'nobody')).toMatchObject({ code: 2, stderr: 'This is not an address: nobody\n' });
});
