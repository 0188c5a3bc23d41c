import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { _electron, test as base, type Browser, expect, type Page } from '@playwright/test';
import { whyMissing } from '../../scripts/test-system.mjs';
import { type DemoSite, type DemoSiteOptions, startDemoSite } from '../../src/demo-site/demo-site.ts';

export { expect } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** For a process that hangs, not for a slow machine. */
const startsWithinMs = 240_000;
const endsWithinMs = 120_000;

interface Options {
	readonly demoOptions: DemoSiteOptions;
	/** A finished run of so many rows is in the store before the app starts; 0: none. */
	readonly seededRows: number;
}

interface Fixtures {
	readonly demo: DemoSite;
	/** An empty folder that is the app's whole machine: its home and its data. Removed at the end. */
	readonly machine: { readonly home: string; readonly dataDir: string };
	/** Everything the Node side sent to the window over its socket. Empty in Electron, which has none. */
	readonly received: string[];
	/** What no test tolerates: console errors, exceptions, violations of the content security policy. */
	readonly troubles: string[];
	/** The app's window, open and at its start. */
	readonly app: Page;
}

interface WorkerFixtures {
	/** One Chromium for all tests of a worker, started by the first that asks for it; each has a context of its own. */
	readonly sharedBrowser: () => Promise<Browser>;
}

/** Nothing of the developer's own: no keychain can be reached, and no data folder but the test's. */
const environment = (home: string): Record<string, string> => ({
	PATH: process.env['PATH'] ?? '',
	HOME: home,
	USERPROFILE: home,
	DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
	...(process.env['DISPLAY'] === undefined ? {} : { DISPLAY: process.env['DISPLAY'] }),
	...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
});

/** Ends a process that this test started. Resolves to its exit code; `null` where it had to be killed. */
const end = async (child: ChildProcess): Promise<number | null> => {
	if (child.exitCode !== null) return child.exitCode;
	const exit = once(child, 'exit');
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
	await exit;
	clearTimeout(timer);
	return child.exitCode;
};

/** The link works once, so it is read from what the host says to the person who started it. */
const readLink = (host: ChildProcess): Promise<string> =>
	new Promise((resolve, reject) => {
		let said = '';
		const fail = (why: string): void => reject(new Error(`the browser host ${why}. It said:\n${said}`));
		const timer = setTimeout(() => fail('printed no link in time'), startsWithinMs);
		host.once('exit', (code) => fail(`ended with ${code}`));
		for (const stream of [host.stdout, host.stderr]) {
			stream?.setEncoding('utf8').on('data', (chunk: string) => {
				said += chunk;
				const [link] = /http:\/\/127\.0\.0\.1:\d+\/open#\S+/.exec(said) ?? [];
				if (link === undefined) return;
				clearTimeout(timer);
				resolve(link);
			});
		}
	});

const listen = (page: Page, received: string[], troubles: string[]): void => {
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console ${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`page error: ${error.stack ?? error.message}`));
	page.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
	});
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
	});
};

const reportPolicyViolations = (): void => {
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
		console.warn(`content security policy: ${violatedDirective} ${blockedURI}`);
	});
};

interface Start {
	readonly args: readonly string[];
	readonly home: string;
	readonly received: string[];
	readonly troubles: string[];
	readonly locale: string | undefined;
}

const openInBrowser = async ({ args, home, received, troubles, locale }: Start, browser: Browser, use: (page: Page) => Promise<void>) => {
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		...(locale === undefined ? {} : { locale }),
	});
	await context.addInitScript(reportPolicyViolations);
	const page = await context.newPage();
	listen(page, received, troubles);
	const host = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...args], {
		env: environment(home),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	try {
		await page.goto(await readLink(host));
		try {
			await use(page);
		} finally {
			await context.close();
		}
		expect(await end(host), 'the browser host ends cleanly when it is told to').toBe(0);
	} finally {
		await end(host);
	}
};

const openInElectron = async ({ args, home, received, troubles, locale }: Start, use: (page: Page) => Promise<void>) => {
	const electron = await _electron.launch({
		args: [root, ...args],
		env: environment(home),
		timeout: startsWithinMs,
		...(locale === undefined ? {} : { locale }),
	});
	try {
		const page = await electron.firstWindow();
		listen(page, received, troubles);
		await use(page);
	} finally {
		await electron.close();
	}
};

const seedRun = async (dataDir: string, rows: number): Promise<void> => {
	const script = join(root, 'tests/support/seed-run.ts');
	const seeding = spawn(process.execPath, [script, dataDir, String(rows)], { stdio: 'inherit' });
	const [code] = await once(seeding, 'exit');
	if (code !== 0) throw new Error(`seeding ${rows} rows ended with ${String(code)}`);
};

/**
 * Every test has a demo site, an empty machine and the app's real process of its own. The project says which host:
 * the same specs drive the window in Chromium through the browser host, and in Electron.
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
	app: async ({ sharedBrowser, machine, received, troubles, seededRows, locale }, use, testInfo) => {
		const isElectron = testInfo.project.metadata['host'] === 'electron';
		const missing = whyMissing(isElectron ? 'electron' : 'chromium');
		testInfo.skip(missing !== null, missing ?? '');
		if (seededRows > 0) await seedRun(machine.dataDir, seededRows);
		const start = { args: ['--data-dir', machine.dataDir, '--allow-loopback'], home: machine.home, received, troubles, locale };
		if (isElectron) {
			await openInElectron(start, use);
		} else {
			await openInBrowser(start, await sharedBrowser(), use);
		}
		expect(troubles, 'console errors, page errors and refused resources').toEqual([]);
	},
});

/** Everything the app wrote, as text. */
export const readEverythingUnder = (folder: string): string =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
		.join('\n');

/** Accessibility of what is on the screen now. */
export const expectNoAxeViolations = async (page: Page, view: string): Promise<void> => {
	// What is still fading in has other colours.
	await page.waitForFunction(() => document.getAnimations().every((animation) => !(animation instanceof CSSTransition)));
	// Electron's contexts cannot open the blank page that axe otherwise finishes in.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
	);
	expect(found, `axe on ${view}`).toEqual([]);
};

/** The same, in both colours: a view is walked to once. */
export const expectAccessible = async (page: Page, view: string): Promise<void> => {
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
		await expectNoAxeViolations(page, `${view}, ${colorScheme}`);
	}
};
