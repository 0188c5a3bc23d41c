#!/usr/bin/env node
// The long forms of tests that `npm test` runs in short: 200 kills of a remediation of 300 rows, 1,000 tamperings, properties
// with other examples. `npm run test:long -- NAME`: one of them.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const withProperties = globSync('tests/{unit,integration}/**/*.test.ts').filter((file) =>
	/support\/properties\.ts/.test(readFileSync(file, 'utf8')),
);
const seed = process.env.PROPERTY_SEED ?? String(Date.now() % 1_000_000_000);
const forms = {
	kills: { files: ['tests/faults/kill-remediation.test.ts'], env: { KILLS: '200', KILLS_PEOPLE: '400' } },
	tampering: { files: ['tests/faults/audit-tampering.test.ts'], env: { TAMPERINGS: '1000' } },
	lists: { files: ['tests/unit/main/files/round-trip.test.ts'], env: { LISTS: '10000', LISTS_SEED: seed } },
	properties: { files: withProperties, env: { PROPERTY_SEED: seed } },
};
const asked = process.argv.slice(2);
for (const [name, { files, env }] of Object.entries(forms)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	console.log(`${name}: ${JSON.stringify(env)}`);
	const { code } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files], {
		limitMs: 5_400_000,
		env,
	});
	if (code !== 0) process.exitCode = 1;
}
