import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const outputs = ['out/main/index.js', 'out/main/browser.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const configs = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];

/** @param {string} path */
const changedAt = (path) => statSync(path).mtimeMs;

/** @param {string} root */
const isFresh = (root) => {
	const built = outputs.map((path) => join(root, path));
	if (!built.every((path) => existsSync(path))) return false;
	const oldestOutput = Math.min(...built.map(changedAt));
	// Folders count too: theirs is the date of a file that was taken away.
	const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => join('src', path));
	return [...configs, ...sources].every((path) => changedAt(join(root, path)) <= oldestOutput);
};

/**
 * Builds out/ where it is absent or older than what it is made of.
 *
 * @param {string} root
 * @returns {Promise<string | null>} null when it is fresh; else what the build said as it failed.
 */
export const ensureBuilt = (root) => {
	if (isFresh(root)) return Promise.resolve(null);
	console.log('Building the app…');
	return new Promise((resolve) => {
		let said = '';
		const build = spawn(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [build.stdout, build.stderr]) {
			stream.setEncoding('utf8').on('data', (chunk) => {
				said += chunk;
			});
		}
		build.on('error', (error) => resolve(error.message));
		build.on('close', (code) => resolve(code === 0 ? null : said.trim()));
	});
};
