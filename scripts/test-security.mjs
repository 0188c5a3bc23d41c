#!/usr/bin/env node
// The tests that attack, by what they attack; all of them are part of `npm test` as well, the calls of the window with fewer
// payloads each. Ends with a table: item, attempts, refused, verdict. SECURITY.md says what the items are.
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';
import { securityItems } from './security-items.mjs';
import { findChromium, whyMissing } from './test-system.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const temp = mkdtempSync(join(tmpdir(), 'invite-doctor-security-'));
process.on('exit', () => rmSync(temp, { recursive: true, force: true }));
const limitMs = 3_600_000;
const inNodeModules = (script) => join(root, 'node_modules', script);

/** Tests by file: those that passed, and all. A test is an attempt; many hold hundreds. */
const byFile = new Map();
const add = (file, passed) => {
	const known = byFile.get(file) ?? { attempts: 0, refused: 0 };
	byFile.set(file, { attempts: known.attempts + 1, refused: known.refused + (passed ? 1 : 0) });
};

const runVitest = async (files) => {
	const output = join(temp, 'vitest.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
	await run(process.execPath, [inNodeModules('vitest/vitest.mjs'), 'run', ...reporters, ...files], { limitMs, env: { ATTACKS: '10000' } });
	for (const { name, assertionResults } of JSON.parse(readFileSync(output, 'utf8')).testResults) {
		const file = name.slice(root.length + 1);
		for (const { status } of assertionResults) if (status !== 'skipped' && status !== 'pending') add(file, status === 'passed');
	}
};

const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];

const runPlaywright = async (files) => {
	const missing = whyMissing('chromium');
	if (missing !== null) {
		console.log(`!!! NOT RUN: ${files.join(', ')}: ${missing}`);
		return;
	}
	const output = join(temp, 'playwright.json');
	await run('npm', ['run', '--silent', 'build'], { limitMs });
	const env = { CHROMIUM_PATH: findChromium() ?? undefined, PLAYWRIGHT_JSON_OUTPUT_NAME: output };
	const args = [inNodeModules('@playwright/test/cli.js'), 'test', '--project=browser', '--reporter=list,json', ...files];
	await run(process.execPath, args, { limitMs, env });
	for (const suite of JSON.parse(readFileSync(output, 'utf8')).suites) {
		for (const { file, ok } of specsIn(suite)) add(join('tests/e2e', file), ok);
	}
};

const filesOf = ({ tests }) => tests.flatMap((pattern) => globSync(pattern));
const all = [...new Set(securityItems.flatMap(filesOf))];
await runVitest(all.filter((file) => file.endsWith('.test.ts')));
await runPlaywright(all.filter((file) => file.endsWith('.spec.ts')));

const rows = securityItems.map((item) => {
	const counts = filesOf(item).map((file) => byFile.get(file) ?? { attempts: 0, refused: 0 });
	const attempts = counts.reduce((sum, one) => sum + one.attempts, 0);
	const refused = counts.reduce((sum, one) => sum + one.refused, 0);
	const notRun = counts.filter((one) => one.attempts === 0).length;
	const verdict = refused < attempts ? 'FAILED' : notRun > 0 ? `not all run (${notRun} of ${counts.length} files)` : 'holds';
	return { item: item.item, attempts, refused, verdict };
});
const width = Math.max(...rows.map(({ item }) => item.length));
console.log(`\n${'item'.padEnd(width)}  attempts  refused  verdict`);
for (const { item, attempts, refused, verdict } of rows) {
	console.log(`${item.padEnd(width)}  ${String(attempts).padStart(8)}  ${String(refused).padStart(7)}  ${verdict}`);
}
if (rows.some(({ verdict }) => verdict !== 'holds')) process.exitCode = 1;
