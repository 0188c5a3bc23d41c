#!/usr/bin/env node
// What ships, as CycloneDX: the packages the Node side loads, those that are built into the window, and Electron.
// `node scripts/sbom.mjs FILE`; npm makes the list from the lockfile, and no registry is asked.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `@scope/name` or `name` of what a file of the window imports. */
const packageOf = (from) => from.split('/', from.startsWith('@') ? 2 : 1).join('/');

/** Packages that the window's sources import, and those of the reading thread: they are built in. */
export const bundledPackages = (folder = root) => {
	const files = globSync('src/{renderer,shared,preload,main/files}/**/*.{ts,tsx}', { cwd: folder });
	const named = files.flatMap((file) =>
		[
			...readFileSync(join(folder, file), 'utf8').matchAll(
				/^(?:import|export)\s(?!type\b)[^'"]*?\s?from '([^'.#][^']*)';$|^import '([^'.#][^']*)';$/gm,
			),
		].map(([, from, alone]) => packageOf(from ?? alone)),
	);
	return [...new Set(named)].filter((name) => name !== 'electron').toSorted((a, b) => (a < b ? -1 : 1));
};

/** Of the whole list what ships: what `roots` lead to. Electron brings its own binary, and none of its installer's packages. */
export const shippedOf = (bom, roots) => {
	const byRef = new Map(bom.components.map((component) => [component['bom-ref'], component]));
	const leadsTo = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
	const nameOf = ({ group, name }) => (group ? `${group}/${name}` : name);
	const direct = leadsTo.get(bom.metadata.component['bom-ref']) ?? [];
	const wanted = direct.filter((ref) => byRef.has(ref) && roots.includes(nameOf(byRef.get(ref))));
	const shipped = new Set();
	const visit = (ref) => {
		if (shipped.has(ref)) return;
		shipped.add(ref);
		if (nameOf(byRef.get(ref)) === 'electron') return;
		for (const next of leadsTo.get(ref) ?? []) if (byRef.has(next)) visit(next);
	};
	for (const ref of wanted) visit(ref);
	return {
		...bom,
		components: bom.components
			.filter((component) => shipped.has(component['bom-ref']))
			.map((component) => ({ ...component, scope: 'required' })),
		dependencies: bom.dependencies
			.filter(({ ref }) => shipped.has(ref) || ref === bom.metadata.component['bom-ref'])
			.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) })),
	};
};

export const makeSbom = () => {
	const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
	const text = execFileSync(npm, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' });
	return shippedOf(JSON.parse(text), [...Object.keys(dependencies), ...bundledPackages(), 'electron']);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const file = process.argv[2] ?? 'dist/sbom.cdx.json';
	const bom = makeSbom();
	writeFileSync(file, `${JSON.stringify(bom, null, '\t')}\n`);
	console.log(`${file}: ${bom.components.length} packages ship`);
}
