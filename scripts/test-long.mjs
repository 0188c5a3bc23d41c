#!/usr/bin/env node
// The long forms of tests that `npm test` runs in short: 200 kills of a remediation of 300 rows, 1,000 tamperings, properties
// with other examples, the whole path by every host, account and network, every end-to-end test in the desktop app. `npm run test:long -- NAME`: one of them.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';
import { findChromium } from './test-system.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const withProperties = globSync('tests/{unit,integration}/**/*.test.ts').filter((file) =>
	/support\/properties\.ts/.test(readFileSync(file, 'utf8')),
);
const seed = process.env.PROPERTY_SEED ?? String(Date.now() % 1_000_000_000);
const vitest = (...files) => ['vitest/vitest.mjs', 'run', ...files];
const desktop = ['@playwright/test/cli.js', 'test', '--project=desktop'];
const forms = {
	kills: { command: vitest('tests/faults/kill-remediation.test.ts'), env: { KILLS: '200', KILLS_PEOPLE: '400' } },
	tampering: { command: vitest('tests/faults/audit-tampering.test.ts'), env: { TAMPERINGS: '1000' } },
	lists: { command: vitest('tests/unit/main/files/round-trip.test.ts'), env: { LISTS: '10000', LISTS_SEED: seed } },
	paths: { command: vitest('tests/integration/whole-path.test.ts'), env: { WHOLE_PATHS: 'all' } },
	properties: { command: vitest(...withProperties), env: { PROPERTY_SEED: seed } },
	desktop: { command: desktop, env: { DESKTOP_TESTS: 'all', CHROMIUM_PATH: findChromium() ?? undefined } },
};
const asked = process.argv.slice(2);
for (const [
	name,
	{
		command: [script, ...args],
		env,
	},
] of Object.entries(forms)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`${name}: ${JSON.stringify(env)}`);
	const { code } = await run(process.execPath, [join(root, 'node_modules', script), ...args], {
		limitMs: 5_400_000,
		env,
	});
	if (code !== 0) process.exitCode = 1;
}
