#!/usr/bin/env node
// Takes the guide's pictures from the real app on the demo site: docs/guide/*.png, 1280 x 800 (`npm run screenshots`).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBuilt } from './built-app.mjs';
import { requireNode } from './node-version.mjs';
import { chromiumFlags, findChromium } from './test-system.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [folder = join(root, 'docs/guide')] = process.argv.slice(2);
const manyRows = 100_000;
const limitMs = 60_000;

const stop = [];
const stopAll = async () => {
	for (const end of stop.splice(0).reverse()) await end();
};

/** @param {readonly string[]} args of a Node process whose output is read until `pattern` fits: what it captured. */
const startUntil = async (args, pattern, env = process.env) => {
	const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
	stop.push(async () => {
		if (child.exitCode !== null) return;
		const exit = once(child, 'exit');
		child.kill('SIGTERM');
		await exit;
	});
	let said = '';
	for await (const chunk of child.stdout.setEncoding('utf8')) {
		said += chunk;
		const found = pattern.exec(said);
		if (found === null) continue;
		// Read on, so that a full pipe never stops it.
		child.stdout.resume();
		return found;
	}
	throw new Error(`${args[0]} ended with ${child.exitCode}:\n${said}`);
};

const takePictures = async () => {
	const failure = await ensureBuilt(root);
	if (failure !== null) throw new Error(`the app could not be built:\n${failure}`);
	const executablePath = findChromium();
	if (executablePath === null) throw new Error('no Chromium on this machine: see scripts/test-system.mjs');

	const home = mkdtempSync(join(tmpdir(), 'invite-doctor-screenshots-'));
	stop.push(async () => rmSync(home, { recursive: true, force: true }));
	const dataDir = join(home, 'data');
	const seeding = spawn(process.execPath, [join(root, 'tests/support/seed-run.ts'), dataDir, String(manyRows)], { stdio: 'inherit' });
	const [code] = await once(seeding, 'exit');
	if (code !== 0) throw new Error(`seeding ended with ${code}`);

	const { startDemoSite } = await import('../src/demo-site/demo-site.ts');
	const demo = await startDemoSite();
	stop.push(() => demo.stop());
	const env = { PATH: process.env.PATH ?? '', HOME: home, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
	const [link] = await startUntil(
		[join(root, 'out/main/browser.js'), '--data-dir', dataDir, '--allow-loopback'],
		/http:\/\/127\.0\.0\.1:\d+\/open#\S+/,
		env,
	);

	const browser = await chromium.launch({
		executablePath,
		args: chromiumFlags,
	});
	stop.push(() => browser.close());
	const page = await browser.newPage({
		viewport: { width: 1280, height: 800 },
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-US',
	});
	page.setDefaultTimeout(limitMs);
	mkdirSync(folder, { recursive: true });
	const picture = async (name) => {
		await page.evaluate(() => document.fonts.ready);
		// Over nothing: a row under the pointer has another colour.
		await page.mouse.move(120, 600);
		await page.waitForTimeout(400);
		await page.screenshot({ path: join(folder, `${name}.png`) });
		console.log(`${name}.png`);
	};
	const visit = (place) => page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();

	await page.goto(link);
	await visit('Sites');
	await page.getByRole('button', { name: 'Add a site' }).click();
	const form = page.getByRole('form', { name: 'Add a site' });
	await form.getByLabel('Site address').fill(demo.url);
	await form.getByLabel('Name', { exact: true }).fill('Halden');
	await form.getByLabel('Account email').fill(demo.email);
	await form.getByLabel('API token').fill(demo.apiToken);
	await form.getByLabel('Organisation API key').fill(demo.orgApiKey);
	await form.getByRole('button', { name: 'Add site' }).click();
	await page.getByText('Robin Admin').waitFor();
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await picture('site-light');

	await visit('Import a list');
	await page.locator('input[type=file]').setInputFiles(join(root, 'resources/demo/invite-list.csv'));
	await page.getByLabel('Service project').selectOption(demo.deskKey);
	await page.getByLabel('Service project').blur();
	const domains = (key) => (new RegExp(`${key}=([^,]*)`).exec(demo.access)?.[1] ?? '').replaceAll(':customer', '').split(';').join('\n');
	for (const kind of ['Internal', 'External']) await page.getByRole('radiogroup', { name: kind }).getByText('On', { exact: true }).click();
	await page.getByLabel('Approved domains').fill(domains('approved'));
	await page.getByLabel(/^All \d+ domains$/).selectOption('customer');
	await page.getByLabel('Allowed domains').fill(domains('allowed'));
	await page.getByLabel('Allowed domains').blur();
	await page.getByRole('heading', { name: 'invite-list.csv' }).scrollIntoViewIfNeeded();
	await picture('import-light');

	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.locator('main header').getByText('Finished', { exact: true }).waitFor();
	await page.getByRole('gridcell').first().waitFor();
	await picture('run-250-light');
	await page.emulateMedia({ colorScheme: 'dark' });
	await picture('run-250-dark');
	await page.emulateMedia({ colorScheme: 'light' });
	await page.getByRole('gridcell', { name: 'Access suspended' }).first().click();
	await page.getByText('How we know').waitFor();
	await picture('detail-light');
	await page.keyboard.press('Escape');

	await page.locator('main header').getByText('Overview', { exact: true }).click();
	const unlock = page.getByRole('region', { name: 'Decisions that unlock the most rows' });
	await unlock.getByRole('listitem').first().waitFor();
	await picture('overview-light');
	await page.getByRole('button', { name: /^Plan fixes… Restore access/ }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Make the plan' }).click();
	await page.getByRole('heading', { name: 'Automatic' }).waitFor();
	await picture('plan-light');
	await page.goBack();
	await page.locator('main header').getByText('Rows', { exact: true }).click();
	const chips = page.getByRole('group', { name: 'Filter by cause' });
	for (const cause of ['Access suspended', 'Portal-only account inactive', 'Domain not approved']) {
		await chips.getByRole('button', { name: new RegExp(`^${cause}`) }).click();
	}
	await page.getByText(/^\d+ of 250 rows$/).waitFor();
	await page.getByRole('button', { name: 'Plan fixes…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Make the plan' }).click();
	await page.getByRole('heading', { name: 'Automatic' }).waitFor();
	await page.getByRole('link', { name: 'Manual tasks' }).first().click();
	await page.getByRole('listbox', { name: 'Tasks' }).getByRole('option').first().waitFor();
	await picture('work-light');

	await visit('Snapshots');
	await page.getByRole('button', { name: 'Pull a snapshot: Halden' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Pull', exact: true }).click();
	await page.getByRole('article').getByText('Complete', { exact: true }).waitFor();
	await page.getByText('Contents').click();
	await page.getByRole('button', { name: 'Dismiss' }).click();
	await picture('snapshots-light');

	await visit('Sites');
	await page.getByRole('table', { name: 'Sites' }).getByText('Finished').waitFor();
	await picture('sites-light');

	await visit('Lists & runs');
	await page.getByRole('main').getByRole('link', { name: 'all-customers.csv' }).click();
	await page.getByRole('gridcell').first().waitFor();
	await page.getByText('100,000 rows', { exact: true }).first().waitFor();
	await picture('run-100000-light');
};

try {
	await takePictures();
} finally {
	await stopAll();
}
