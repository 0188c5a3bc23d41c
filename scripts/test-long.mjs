#!/usr/bin/env node
// The long forms of tests that `npm test` runs in short: 200 kills of a remediation of 300 rows, 1,000 tamperings.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const forms = {
	kills: { file: 'tests/faults/kill-remediation.test.ts', env: { KILLS: '200', KILLS_PEOPLE: '400' } },
	tampering: { file: 'tests/faults/audit-tampering.test.ts', env: { TAMPERINGS: '1000' } },
};
const asked = process.argv.slice(2);
for (const [name, { file, env }] of Object.entries(forms)) {
	if (asked.length > 0 && !asked.includes(name)) continue;
	const { code } = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', file], { limitMs: 5_400_000, env });
	if (code !== 0) process.exitCode = 1;
}
