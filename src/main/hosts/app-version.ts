import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json: the same from a source file, from the bundle in out/main and in the installed archive. */
export const findAppFolder = (): string => {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
	return folder;
};

export const appVersion = (): string => {
	const read: unknown = JSON.parse(readFileSync(join(findAppFolder(), 'package.json'), 'utf8'));
	return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : 'unknown';
};
