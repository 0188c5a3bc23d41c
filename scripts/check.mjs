#!/usr/bin/env node
// Every check of the house, each on a line with its time; all are run, and all that failed are named at the end.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const modules = join(root, 'node_modules');
const programs = ['.', 'src/shared', 'src/core', 'src/main', 'src/preload', 'src/renderer', 'src/demo-site', 'tests'];
/** Fewer modules than this means that the parser saw nothing, not that there are no violations. */
const fewestModules = 30;

/** @type {(script: string, ...args: string[]) => () => ReturnType<typeof run>} */
const node =
	(script, ...args) =>
	() =>
		run(process.execPath, [join(modules, script), ...args], { limitMs: 300_000, capture: true });

const cruise = async () => {
	const result = await node(
		'dependency-cruiser/bin/dependency-cruiser.mjs',
		'--config',
		'.dependency-cruiser.mjs',
		'--output-type',
		'err',
		'src',
	)();
	const seen = Number(/(\d+) modules/.exec(result.output)?.[1] ?? 0);
	// It says on every run that it does not know this TypeScript; the count below is what shows that it read the sources.
	const output = result.output.replace(/\n?[^\n]*missing-tsc-transpiler[\s\S]*?stable\.\n/, '');
	if (seen > fewestModules) return { ...result, output, note: `${seen} modules` };
	return { ...result, code: result.code || 1, output: `${output}\nIt saw ${seen} modules; expected more than ${fewestModules}.\n` };
};

const checks = [
	...programs.map((program) => [`types ${program}`, node('typescript/bin/tsc', '-p', program, '--pretty', 'false')]),
	['lint', node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings')],
	['format', node('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20', '.')],
	['workflows', node('../scripts/lint/workflows.mjs')],
	['imports', cruise],
	['unused', node('knip/bin/knip.js', '--no-progress')],
];

const programOfItsOwn = readdirSync(join(root, 'src')).filter((name) => existsSync(join(root, 'src', name, 'tsconfig.json')));
const forgotten = programOfItsOwn.filter((name) => !programs.includes(`src/${name}`));
const failed = forgotten.map((name) => `types src/${name} (not listed in scripts/check.mjs)`);

for (const [name, check] of checks) {
	const startedAt = performance.now();
	const result = await check();
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
	const note = result.note ? ` (${result.note})` : '';
	console.log(`${result.code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(18)} ${seconds.padStart(5)} s${note}`);
	if (result.code === 0) continue;
	failed.push(name);
	console.log(result.output.trimEnd().replace(/^/gm, '     '));
}

if (failed.length > 0) {
	console.error(`\nFailed: ${failed.join(', ')}`);
	process.exit(1);
}
console.log(`\nAll ${checks.length} checks passed.`);
