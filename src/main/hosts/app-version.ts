import { readFileSync } from 'node:fs';

/** Seen from the bundle in out/main, in a checkout as in the installed archive. */
const packageFile = new URL('../../package.json', import.meta.url);

export const appVersion = (): string => {
	const read: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
	return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : 'unknown';
};
