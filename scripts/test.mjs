#!/usr/bin/env node
// Every test, end-to-end included. Leaves nothing out silently: the closing lines count and name what was skipped.
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';
import { findChromium, prepareSystem, whyMissing } from './test-system.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const minutes = (n) => n * 60_000;
/** For what never ends, one in a test that cannot be timed out from inside included. Long enough for any machine. */
const limitMs = minutes(60);
/** Folders in memory, where there is room: a test waits for no disk, and no neighbour of it does. */
const inMemory = '/dev/shm';
const hasRoom = (folder) => {
	if (!existsSync(folder)) return false;
	const { bavail, bsize } = statfsSync(folder);
	return bavail * bsize > 4e9;
};
/** Everything that a test writes is under it, and goes with it. */
const temp = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'invite-doctor-'));
process.env.TMPDIR = temp;
process.on('exit', () => rmSync(temp, { recursive: true, force: true }));

const total = { passed: 0, failed: 0, skipped: [] };
/** What went wrong beside single tests; any of it fails the whole. */
const troubles = [];

const headline = (text) => console.log(`\n=== ${text}`);
const node = (script, args, options) => run(process.execPath, [join(root, 'node_modules', script), ...args], options);

const readJson = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
};

/** @param {{ passed: number, failed: number, skipped: readonly { test: string, reason: string | null }[], unfinished?: readonly string[] } | null} results */
const count = (runner, results, { code, timedOut }) => {
	const unfinished = results?.unfinished?.length ? `; not finished: ${results.unfinished.join(', ')}` : '';
	if (timedOut) troubles.push(`${runner} did not end in time and was stopped${unfinished}`);
	if (results === null) {
		troubles.push(`${runner} left no results (exit code ${code})`);
		return;
	}
	total.passed += results.passed;
	total.failed += results.failed;
	total.skipped.push(...results.skipped);
	if (results.passed + results.failed === 0) troubles.push(`${runner} ran no test`);
	else if (code !== 0 && !timedOut && results.failed === 0) troubles.push(`${runner} ended with exit code ${code}`);
};

const specsIn = (suite, titles = []) => {
	const path = suite.title ? [...titles, suite.title] : titles;
	const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => ({ test, title: [...path, spec.title].join(' > ') })));
	return [...own, ...(suite.suites ?? []).flatMap((inner) => specsIn(inner, path))];
};

const testsIn = (report) => report.suites.flatMap((suite) => specsIn(suite));

const playwrightResults = (report) => {
	if (report === null) return null;
	const tests = testsIn(report);
	// "No tests found" is an error as well; it is not a test that failed.
	const results = { passed: 0, failed: tests.length === 0 ? 0 : report.errors.length, skipped: [] };
	for (const { test, title } of tests) {
		if (test.status === 'expected') results.passed += 1;
		else if (test.status !== 'skipped') results.failed += 1;
		else {
			const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? null;
			results.skipped.push({ test: `${test.projectName} > ${title}`, reason });
		}
	}
	return results;
};

const playwright = async (args, file, options) => {
	const output = join(temp, file);
	const result = await node('@playwright/test/cli.js', ['test', ...args], {
		...options,
		env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_NAME: output },
	});
	return { result, report: readJson(output) };
};

const runVitest = async () => {
	headline('unit, integration, contract, faults');
	const file = join(temp, 'vitest.json');
	const args = ['run', '--reporter=default', `--reporter=${join(root, 'scripts/vitest-results.mjs')}`];
	const env = { VITEST_RESULTS: file, BUILT_COMMAND_LINE: join(root, 'out/main/cli.js') };
	const result = await node('vitest/vitest.mjs', args, { limitMs, env });
	count('Vitest', readJson(file), result);
};

const leaveOut = async (project, reason) => {
	console.log(`\n!!! NOT RUN: the end-to-end tests in ${project}: ${reason}`);
	const { report } = await playwright(['--list', '--project', project, '--reporter=json'], `${project}.json`, {
		limitMs,
		capture: true,
	});
	if (report === null) troubles.push(`the end-to-end tests in ${project} could not be listed`);
	else total.skipped.push(...testsIn(report).map(({ title }) => ({ test: `${project} > ${title}`, reason })));
};

const runPlaywright = async () => {
	headline('end to end');
	const chromium = whyMissing('chromium');
	const needs = { browser: chromium, desktop: chromium, electron: whyMissing('electron') };
	const runnable = Object.keys(needs).filter((project) => needs[project] === null);
	for (const [project, reason] of Object.entries(needs)) if (reason !== null) await leaveOut(project, reason);
	if (runnable.length === 0) {
		troubles.push('Playwright ran no test');
		return;
	}
	const args = [...runnable.flatMap((project) => ['--project', project]), '--reporter=list,json'];
	const env = { CHROMIUM_PATH: findChromium() ?? undefined };
	const { result, report } = await playwright(args, 'playwright.json', { limitMs, env });
	count('Playwright', playwrightResults(report), result);
};

const printSkips = () => {
	const byReason = Map.groupBy(total.skipped, ({ reason }) => reason ?? 'no reason given');
	for (const [reason, skipped] of byReason) {
		console.log(`\nSkipped ${skipped.length}: ${reason}`);
		for (const { test } of skipped.slice(0, 10)) console.log(`  - ${test}`);
		if (skipped.length > 10) console.log(`  - and ${skipped.length - 10} more`);
	}
};

headline('system');
await prepareSystem();
for (const need of ['chromium', 'keychain', 'electron']) console.log(`${need}: ${whyMissing(need) ?? 'present'}`);

headline('build');
const build = await run('npm', ['run', '--silent', 'build'], { limitMs });
if (build.code !== 0) troubles.push(`the build failed (exit code ${build.code})`);

await runVitest();
await runPlaywright();

headline('result');
printSkips();
if (whyMissing('electron') !== null) {
	console.log('\nOnly Electron itself shows: its scheme, archive, fuses and sandbox; menus, dialogues and trays as the system draws them.');
	console.log('On a screen, and not as root: npx install-electron && npx playwright test --project electron');
}
for (const trouble of troubles) console.log(`\nFAILED: ${trouble}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 || troubles.length > 0 ? 1 : 0;
