import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** Starts the app as npm does: from a process between, whose only work is to wait. */
const starter = `
	const { spawn } = require('node:child_process');
	spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' });
`;

const answers = (url: string): Promise<boolean> =>
	fetch(url).then(
		() => true,
		() => false,
	);

test('the host ends with the process that started it, also where that is killed', async ({}, { project }) => {
	test.skip(project.name !== 'browser', 'the host of the browser is not asked for here');
	const home = mkdtempSync(join(tmpdir(), 'invite-doctor-host-'));
	const child = spawn(process.execPath, ['-e', starter, start, '--browser', '--data-dir', join(home, 'data')], {
		env: { PATH: process.env['PATH'] ?? '', HOME: home, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
		await expect.poll(() => said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/open#\S+/);
		const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
		expect(await answers(url)).toBe(true);
		child.kill('SIGKILL');
		await expect.poll(() => answers(url)).toBe(false);
	} finally {
		child.kill('SIGKILL');
		rmSync(home, { recursive: true, force: true });
	}
});
