import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import { whyMissing } from '../../scripts/test-system.mjs';
import { type DemoSite, type DemoSiteOptions, startDemoSite } from '../../src/demo-site/demo-site.ts';
import { openInBrowser } from './hosts/browser.ts';
import { openOnStandIn } from './hosts/desktop.ts';
import { openInElectron } from './hosts/electron.ts';
import { type Opened, root, type Start } from './hosts/host.ts';

export { expect } from '@playwright/test';

interface Options {
	readonly demoOptions: DemoSiteOptions;
	/** A finished run of so many rows is in the store before the app starts; 0: none. */
	readonly seededRows: number;
	/** The test itself brings about what no other tolerates. */
	readonly asksForTrouble: boolean;
}

interface Fixtures {
	readonly demo: DemoSite;
	/** An empty folder that is the app's whole machine: its home and its data. Removed at the end. */
	readonly machine: { readonly home: string; readonly dataDir: string };
	/** Everything the Node side sent to the window over its socket. Empty in Electron, which has none. */
	readonly received: string[];
	/** What no test tolerates: console errors, exceptions, violations of the content security policy. */
	readonly troubles: string[];
	readonly opened: Opened;
	/** The app's window, open and at its start. */
	readonly app: Opened['page'];
	readonly desktop: Opened['desktop'];
	readonly saved: Opened['saved'];
}

type HostName = 'browser' | 'desktop' | 'electron';
const needs = { browser: 'chromium', desktop: 'chromium', electron: 'electron' } as const;

interface WorkerFixtures {
	/** One Chromium for all tests of a worker, started by the first that asks for it; each has a context of its own. */
	readonly sharedBrowser: () => Promise<Browser>;
}

const seedRun = async (dataDir: string, rows: number): Promise<void> => {
	const script = join(root, 'tests/support/seed-run.ts');
	const seeding = spawn(process.execPath, [script, dataDir, String(rows)], { stdio: 'inherit' });
	const [code] = await once(seeding, 'exit');
	if (code !== 0) throw new Error(`seeding ${rows} rows ended with ${String(code)}`);
};

/**
 * Every test has a demo site, an empty machine and the app's real process of its own. The project says which host: the same
 * specs drive the window in Chromium through the browser host, in the desktop app on the stand-in for Electron, and in Electron.
 */
export const test = base.extend<Fixtures & Options, WorkerFixtures>({
	sharedBrowser: [
		async ({ playwright }, use, workerInfo) => {
			let launched: Promise<Browser> | null = null;
			await use(() => {
				launched ??= playwright.chromium.launch(workerInfo.project.use.launchOptions);
				return launched;
			});
			await (launched as Promise<Browser> | null)?.then((browser) => browser.close());
		},
		{ scope: 'worker' },
	],
	demoOptions: [{}, { option: true }],
	seededRows: [0, { option: true }],
	asksForTrouble: [false, { option: true }],
	demo: async ({ demoOptions }, use) => {
		const demo = await startDemoSite(demoOptions);
		await use(demo);
		await demo.stop();
	},
	// The empty pattern: Playwright reads from it what a fixture needs.
	machine: async ({}, use) => {
		const home = mkdtempSync(join(tmpdir(), 'invite-doctor-e2e-'));
		const dataDir = join(home, 'data');
		mkdirSync(dataDir, { mode: 0o700 });
		await use({ home, dataDir });
		rmSync(home, { recursive: true, force: true });
	},
	received: async ({}, use) => use([]),
	troubles: async ({}, use) => use([]),
	opened: async ({ sharedBrowser, machine, received, troubles, asksForTrouble, seededRows, locale }, use, { project }) => {
		const host = project.metadata['host'] as HostName;
		const missing = whyMissing(needs[host]);
		test.skip(missing !== null, missing ?? '');
		if (seededRows > 0) await seedRun(machine.dataDir, seededRows);
		const args = ['--data-dir', machine.dataDir, '--allow-loopback'];
		const start: Start = { args, home: machine.home, received, troubles, locale };
		if (host === 'browser') await openInBrowser(start, await sharedBrowser(), use);
		else if (host === 'desktop') await openOnStandIn(start, use);
		else await openInElectron(start, use);
		if (!asksForTrouble) expect(troubles, 'console errors, page errors and refused resources').toEqual([]);
	},
	app: async ({ opened }, use) => use(opened.page),
	desktop: async ({ opened }, use) => use(opened.desktop),
	saved: async ({ opened }, use) => use(opened.saved),
});

/** Everything the app wrote, as text. */
export const readEverythingUnder = (folder: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
		.join('\n');

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Accessibility of what is on the screen now; by all rules unless some are named. */
export const expectNoAxeViolations = async (page: Page, view: string, rules?: string[]): Promise<void> => {
	// What is still fading in has other colours.
	await page.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
	const found = await page.evaluate(async (only) => {
		const { axe } = globalThis as unknown as { readonly axe: typeof Axe };
		const options = { resultTypes: ['violations' as const], ...(only === undefined ? {} : { runOnly: only }) };
		const { violations } = await axe.run(document, options);
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`));
	}, rules);
	expect(found, `axe on ${view}`).toEqual([]);
};

/** The same, in both colours: a view is walked to once, and what is no matter of colours is looked at once. */
export const expectAccessible = async (page: Page, view: string): Promise<void> => {
	for (const [colorScheme, rules] of [['dark', colourRules], ['light']] as const) {
		await page.emulateMedia({ colorScheme });
		await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
		await expectNoAxeViolations(page, `${view}, ${colorScheme}`, rules);
	}
};
