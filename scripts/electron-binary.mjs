import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A slow line may take minutes for 110 MB; a dead one is given up after `quietMs`. */
const limitMs = 10 * 60_000;
const quietMs = 60_000;

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

const binaryNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Its installer writes path.txt last: broken off, it counts as not installed. A folder that somebody names is theirs to answer for. */
export const installedBinary = (root, env = process.env) => {
	const folder = join(root, 'node_modules/electron');
	const named = env['ELECTRON_OVERRIDE_DIST_PATH'];
	try {
		const name = named ? (binaryNames[process.platform] ?? 'electron') : readFileSync(join(folder, 'path.txt'), 'utf8').trim();
		const path = join(named ?? join(folder, 'dist'), name);
		return existsSync(path) ? path : null;
	} catch {
		return null;
	}
};

/** In an Electron that ended as soon as it began: Ubuntu 24.04 and its kin let no program make the sandbox that it needs. */
export const whyItEnded = (read = (path) => readFileSync(path, 'utf8')) => {
	const isOn = (name, value) => {
		try {
			return read(`/proc/sys/kernel/${name}`).trim() === value;
		} catch {
			return false;
		}
	};
	if (!isOn('apparmor_restrict_unprivileged_userns', '1') && !isOn('unprivileged_userns_clone', '0')) return '';
	return `
This system does not let programs make a sandbox ("unprivileged user namespaces"). Either of these cures it:
  sudo chown root node_modules/electron/dist/chrome-sandbox && sudo chmod 4755 node_modules/electron/dist/chrome-sandbox
  sudo sysctl -w kernel.${isOn('unprivileged_userns_clone', '0') ? 'unprivileged_userns_clone=1' : 'apparmor_restrict_unprivileged_userns=0'}   (for every program, until the next start)`;
};

const byHand = (root) => {
	const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
	return `
To get it by hand, unpack electron-v${version}-${process.platform}-${process.arch}.zip from
https://github.com/electron/electron/releases/tag/v${version} into a folder, and start with ELECTRON_OVERRIDE_DIST_PATH=<that folder>.
Behind a proxy set HTTPS_PROXY, for a mirror of your company ELECTRON_MIRROR.
`;
};

/**
 * Downloads and unpacks it, through the proxy of the environment and with the certificates of the system.
 *
 * @returns {Promise<string | null>} what went wrong, else `null`
 */
const download = (root) =>
	new Promise((resolve) => {
		const env = { ...process.env, NODE_USE_ENV_PROXY: '1', NODE_USE_SYSTEM_CA: '1' };
		const child = spawn(process.execPath, [join(root, 'scripts/download-electron.mjs')], {
			stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
			env,
		});
		let said = '';
		child.stderr.setEncoding('utf8').on('data', (piece) => {
			said += piece;
		});
		const giveUp = (why) => () => {
			said = why;
			child.kill('SIGKILL');
		};
		const longest = setTimeout(giveUp('it took longer than ten minutes'), limitMs);
		const quiet = setTimeout(giveUp('nothing came for a minute'), quietMs);
		child.on('message', () => quiet.refresh());
		const end = (reason) => {
			clearTimeout(longest);
			clearTimeout(quiet);
			resolve(reason);
		};
		child.on('error', (error) => end(error.message));
		child.on('close', (code) => end(code === 0 ? null : (said.trim().split('\n').at(-1) ?? '')));
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
	const trouble = await download(root);
	const fetched = installedBinary(root);
	if (fetched !== null) return { path: fetched };
	console.log(byHand(root));
	return { reason: `its binary could not be downloaded (${trouble ?? 'it is not where it should be'})` };
};
