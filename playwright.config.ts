import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/test-system.mjs';

const chromium = findChromium();

/**
 * The same specs in three hosts: in a real browser through the browser host, in the desktop app on a stand-in for Electron,
 * and in Electron where its binary is present (`scripts/test.mjs` decides which of them can run, and says so).
 */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	// For what never ends. What is waited for may take as long as the machine needs: it may have other things to do.
	timeout: 600_000,
	expect: { timeout: 120_000 },
	retries: 0,
	forbidOnly: true,
	fullyParallel: true,
	// Each test has a host and a demo site of its own, and waits for them a part of its time.
	workers: 3,
	reporter: 'list',
	// The window speaks the browser's language; the specs read English. `--trace on` shows every step; always, it takes a fifth of the time.
	use: {
		locale: 'en-US',
		browserName: 'chromium',
		headless: true,
		launchOptions: {
			...(chromium === null ? {} : { executablePath: chromium }),
			args: chromiumFlags,
		},
	},
	projects: [
		{
			name: 'browser',
			// It is about the system around the desktop app.
			testIgnore: '**/desktop.spec.ts',
			metadata: { host: 'browser' },
			use: { viewport: { width: 1440, height: 900 }, screenshot: 'only-on-failure' },
		},
		{
			name: 'desktop',
			metadata: { host: 'desktop' },
			// What the host does differently, and a look at each page; `npm run test:long` runs them all.
			...(process.env['DESKTOP_TESTS'] === 'all' ? {} : { grep: /@desktop/ }),
		},
		{ name: 'electron', metadata: { host: 'electron' }, use: { screenshot: 'only-on-failure' } },
	],
});
