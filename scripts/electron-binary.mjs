import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A slow line may take minutes for 110 MB; a dead one is given up after `quietMs`. */
const limitMs = 10 * 60_000;
const quietMs = 20_000;

/**
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {number | undefined} userId
 * @returns {string | null} why no window can be opened on this machine, whatever is downloaded; null where one can.
 */
export const whyNoWindow = (platform, env, userId) => {
	if (platform !== 'linux') return null;
	if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)';
	// It would start with --no-sandbox only, and this app does not go without its sandbox.
	if (userId === 0) return 'Electron does not run as root with its sandbox on';
	return null;
};

/** @param {string} root */
const installedBinary = (root) => {
	const folder = join(root, 'node_modules/electron');
	try {
		const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(join(folder, 'path.txt'), 'utf8'));
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
};

const canReachDownloads = async () => {
	const address = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/';
	try {
		await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(8000) });
		return true;
	} catch {
		return false;
	}
};

/** Electron's own installer, from its cache or the network. It writes path.txt last: broken off, it counts as not installed. */
const install = (root) =>
	new Promise((resolve) => {
		const installer = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: 'ignore' });
		const giveUp = () => installer.kill('SIGKILL');
		const longest = setTimeout(giveUp, limitMs);
		const quiet = setTimeout(async () => {
			if (!(await canReachDownloads())) giveUp();
		}, quietMs);
		const end = () => {
			clearTimeout(longest);
			clearTimeout(quiet);
			resolve(undefined);
		};
		installer.on('error', end);
		installer.on('exit', end);
	});

/**
 * The Electron binary, downloaded on first use (installing packages downloads nothing: install scripts are denied).
 *
 * @param {string} root
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export const obtainElectron = async (root) => {
	const reason = whyNoWindow(process.platform, process.env, process.getuid?.());
	if (reason !== null) return { reason };
	const present = installedBinary(root);
	if (present !== null) return { path: present };
	if (!existsSync(join(root, 'node_modules/electron/install.js'))) return { reason: 'it is not installed: run "npm ci"' };
	console.log('Fetching Electron (about 110 MB, once)…');
	await install(root);
	const fetched = installedBinary(root);
	return fetched === null ? { reason: 'its binary could not be downloaded' } : { path: fetched };
};
