#!/usr/bin/env node
// What a release says of itself beside its installers.
//   tag TAG                  fails where the tag is not that of package.json's version
//   checksums FOLDER NAME    writes SHA256SUMS-NAME of the installers in the folder
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {Readonly<Record<string, (...given: string[]) => string>>} each returns what it did, or throws */
const commands = {
	tag: (tag) => {
		if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json says ${version}: v${version} was expected.`);
		return `${tag} is the tag of this version.`;
	},
	checksums: (folder, name) => {
		const installers = readdirSync(folder).filter((file) => /\.(AppImage|deb|exe|dmg|zip)$/.test(file));
		if (installers.length === 0) throw new Error(`There is no installer in ${folder}.`);
		const lines = installers.toSorted().map(
			(file) =>
				`${createHash('sha256')
					.update(readFileSync(join(folder, file)))
					.digest('hex')}  ${file}\n`,
		);
		writeFileSync(join(folder, `SHA256SUMS-${name}`), lines.join(''));
		return lines.join('').trimEnd();
	},
};

const [name = '', ...given] = process.argv.slice(2);
try {
	const command = commands[name];
	if (command?.length !== given.length) throw new Error(`Usage: release-files.mjs ${Object.keys(commands).join(' | ')}`);
	console.log(command(...given));
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
