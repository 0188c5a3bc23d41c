#!/usr/bin/env node
// Starts the packed app of `npm run package -- --dir` as a person does, opens its demo, reads one verdict and ends it.
// `npm run smoke -- COMMAND [ARG…]`: another app than the one in dist/.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { requireNode } from './node-version.mjs';

requireNode();
const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');

const packedApp = () => {
	const folders = existsSync(dist) ? readdirSync(dist) : [];
	const names = { linux: 'invite-doctor-app', win32: 'Invite Doctor.exe', darwin: 'Invite Doctor.app/Contents/MacOS/Invite Doctor' };
	const found = folders.map((folder) => join(dist, folder, names[process.platform] ?? '')).find((path) => existsSync(path));
	if (found === undefined) throw new Error('No packed app in dist/: run "npm run package -- --dir" first.');
	return [found];
};

/** A switch of Chromium's, which no fuse takes away. */
const readEndpoint = (app) =>
	new Promise((resolve, reject) => {
		let said = '';
		app.once('error', reject);
		app.once('exit', (code) => reject(new Error(`the app ended with ${code}. It said:\n${said}`)));
		app.stderr.setEncoding('utf8').on('data', (piece) => {
			said += piece;
			const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
			if (endpoint !== undefined) resolve(endpoint);
		});
	});

const asked = process.argv.slice(2);
const [command, ...args] = asked.length > 0 ? asked : packedApp();
const home = mkdtempSync(join(tmpdir(), 'invite-doctor-smoke-'));
const app = spawn(command, [...args, '--remote-debugging-port=0', `--data-dir=${join(home, 'data')}`, '--lang=en-US'], {
	stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
});
const ended = once(app, 'exit');
try {
	const browser = await chromium.connectOverCDP(await readEndpoint(app));
	const [context] = browser.contexts();
	const page = context.pages()[0] ?? (await context.waitForEvent('page'));
	await page.getByRole('button', { name: 'Try it with a demo site' }).click();
	const verdict = page.getByRole('grid', { name: 'Rows of the list' }).locator('[data-column=cause]').nth(1);
	await verdict.filter({ hasNotText: 'Not checked yet' }).waitFor();
	console.log(`The first verdict of the demo: ${await verdict.innerText()}`);
	// It ends as when `npm start` ends: it stores what runs, and goes.
	app.disconnect();
	const [code] = await ended;
	if (code !== 0) throw new Error(`the app ended with ${code}`);
	console.log('The app ended by itself.');
} finally {
	app.kill('SIGKILL');
	rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
