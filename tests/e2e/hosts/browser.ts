import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { end, environment, listen, type Opened, reportPolicyViolations, root, type SavedFile, type Start, startsWithinMs } from './host.ts';

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

const download = async (page: Page, act: () => Promise<void>): Promise<SavedFile> => {
	const [file] = await Promise.all([page.waitForEvent('download'), act()]);
	return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};

export const openInBrowser = async (start: Start, browser: Browser, use: (opened: Opened) => Promise<void>): Promise<void> => {
	const { args, home, locale } = start;
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		...(locale === undefined ? {} : { locale }),
	});
	await context.addInitScript(reportPolicyViolations);
	const page = await context.newPage();
	listen(page, start);
	const host = spawn(process.execPath, [join(root, 'out/main/browser.js'), ...args], {
		env: environment(home),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	try {
		await page.goto(await readLink(host));
		try {
			await use({ page, saved: (act) => download(page, act), desktop: null });
		} finally {
			await context.close();
		}
		expect(await end(host), 'the browser host ends cleanly when it is told to').toBe(0);
	} finally {
		await end(host);
	}
};
