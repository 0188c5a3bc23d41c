#!/usr/bin/env node
// The licences of what ships, with their texts, as they ask for it: `node scripts/licences.mjs FILE`.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeSbom } from './sbom.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const pathOf = ({ properties = [] }) => properties.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? '';

/** A package without a file for it names its licence alone; a package of another system is not there. */
const textsOf = (component) =>
	globSync('{LICEN[CS]E,licen[cs]e,COPYING,NOTICE}*', { cwd: join(root, pathOf(component)) })
		.toSorted()
		.map((file) => readFileSync(join(root, pathOf(component), file), 'utf8').trim());

const idOf = ({ licenses = [] }) => licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression).join(', ');

/** By package: its name and version, its licence, and the texts that come with it. */
export const licences = () =>
	makeSbom()
		.components.filter((component) => existsSync(join(root, pathOf(component))))
		.map((component) => ({ name: `${component.group ? `${component.group}/` : ''}${component.name}`, component }))
		.toSorted((one, other) => (one.name < other.name ? -1 : 1))
		.map(({ name, component }) => ({ name, version: component.version, licence: idOf(component), texts: textsOf(component) }));

/** Chromium's own stand in a file beside Electron. */
export const writeLicences = (file) => {
	const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
	const rule = '-'.repeat(80);
	const parts = licences().map(({ name, version, licence, texts }) => [`${name} ${version} (${licence})`, ...texts].join('\n\n'));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${[`Invite Doctor\n\n${own}`, ...parts].join(`\n\n${rule}\n\n`)}\n`);
	return parts.length;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const file = process.argv[2] ?? join(root, 'out/licences.txt');
	console.log(`${file}: ${writeLicences(file)} packages`);
}
