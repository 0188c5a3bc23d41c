// What the tests need from the system: found, installed where that is possible, or named in one clear line.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.mjs';
import { installedBinary, whyNoWindow } from './electron-binary.mjs';
import { requireNode } from './node-version.mjs';

const isLinux = process.platform === 'linux';
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

const isExecutable = (path) => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

const onPath = (name) =>
	(process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find(isExecutable) ?? null;

/** Browsers that started: they are not started again to see whether they do. One that does not may be installed meanwhile. */
const known = new Set();

/** Ubuntu's `chromium-browser` is a script that asks for a snap: a browser is what can say its version. */
const starts = (path) => {
	if (!known.has(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0) known.add(path);
	return known.has(path);
};

/** How a browser is started that nobody looks at: with nothing from outside, and drawn without a graphics card. */
export const chromiumFlags = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Drawing as if there were a graphics card takes more of the processor.
	'--disable-gpu-rasterization',
	'--disable-software-rasterizer',
];

const playwrightBrowsers = () => {
	const home = process.env.HOME ?? process.env.USERPROFILE ?? '';
	const folders = [
		process.env.PLAYWRIGHT_BROWSERS_PATH,
		join(home, '.cache/ms-playwright'),
		join(home, 'Library/Caches/ms-playwright'),
		join(home, 'AppData/Local/ms-playwright'),
	];
	const inside = [
		'chrome-linux/chrome',
		'chrome-linux64/chrome',
		'chrome-headless-shell-linux64/chrome-headless-shell',
		'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
		'chrome-win/chrome.exe',
		'chrome-win64/chrome.exe',
	];
	return folders
		.filter((folder) => folder && existsSync(folder))
		.flatMap((folder) =>
			readdirSync(folder)
				.filter((name) => name.startsWith('chromium'))
				.sort()
				.reverse()
				.map((name) => join(folder, name)),
		)
		.flatMap((folder) => inside.map((file) => join(folder, file)));
};

/** @returns {string | null} the path of a Chromium that starts */
export const findChromium = () => {
	const named = process.env.CHROMIUM_PATH;
	// Windows' chrome.exe opens a window instead of printing its version.
	const works = (path) => isExecutable(path) && (process.platform === 'win32' || starts(path));
	if (named) return works(named) ? named : null;
	const candidates = [
		// Without a window of its own it starts and draws with two thirds of the processor's time.
		'/usr/bin/chromium-headless-shell',
		'/usr/bin/chromium',
		...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].map(onPath),
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
		'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
		...playwrightBrowsers(),
	];
	return candidates.find((path) => path && works(path)) ?? null;
};

const hasLibsecret = () => {
	const library = 'libsecret-1.so.0';
	try {
		const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find(isExecutable) ?? 'ldconfig';
		if (execFileSync(ldconfig, ['-p'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(library)) return true;
	} catch {
		// No ldconfig (musl): look into the folders.
	}
	const folders = ['/usr/lib', '/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];
	return folders.some((folder) => existsSync(join(folder, library)));
};

/** @returns {readonly string[]} what a real keychain lacks on this machine */
const missingForKeychain = () =>
	[
		hasLibsecret() ? null : 'libsecret-1.so.0',
		onPath('gnome-keyring-daemon') ? null : 'gnome-keyring-daemon',
		onPath('dbus-run-session') ? null : 'dbus-run-session',
	].filter((name) => name !== null);

/**
 * Why the tests that need this cannot run here, or `null` where they can. For `it.skipIf` and `ctx.skip`: a test that
 * is left out says why.
 *
 * @param {'chromium' | 'keychain' | 'electron'} need
 * @returns {string | null}
 */
export const whyMissing = (need) => {
	switch (need) {
		case 'chromium':
			if (process.env.CHROMIUM_PATH && findChromium() === null) return `CHROMIUM_PATH names no browser that starts`;
			return findChromium() === null ? 'no Chromium on this machine' : null;
		case 'keychain': {
			if (!isLinux) return 'the keychain is tested on Linux only, in a session of its own';
			const missing = missingForKeychain();
			return missing.length === 0 ? null : `no keychain on this machine (${missing.join(', ')} missing)`;
		}
		case 'electron':
			return installedBinary(join(modules, '..')) === null
				? 'the Electron binary is not installed (install it with: npx install-electron)'
				: whyNoWindow(process.platform, process.env, process.getuid?.());
	}
};

const packages = {
	chromium: ['chromium-headless-shell'],
	keychain: ['libsecret-1-0', 'gnome-keyring', 'dbus'],
};

const installCommand = (names) => `sudo apt-get install -y ${names.join(' ')}`;

const howToInstall = (need) => {
	if (need === 'keychain') return installCommand(packages.keychain);
	return isLinux && onPath('apt-get') && !isUbuntu() ? installCommand(packages.chromium) : 'npx playwright install --with-deps chromium';
};

const isUbuntu = () => existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));

const canInstall = () => isLinux && process.getuid?.() === 0 && onPath('apt-get') !== null;

const quietly = { DEBIAN_FRONTEND: 'noninteractive' };

const apt = async (...args) => {
	const result = await run('apt-get', ['-q', '-y', '-o', 'Acquire::Retries=2', ...args], { limitMs: 240_000, capture: true, env: quietly });
	if (result.code !== 0) console.log(`apt-get ${args.join(' ')} failed:\n${result.output.trimEnd().split('\n').slice(-3).join('\n')}`);
	return result.code === 0;
};

const install = async (needs) => {
	console.log(`Installing what the tests need: ${needs.flatMap((need) => packages[need]).join(', ')} …`);
	await apt('update');
	for (const need of needs) {
		// Ubuntu's package is a stub for the snap, which does not start in a container.
		if (need === 'chromium' && isUbuntu()) {
			const cli = join(modules, '@playwright/test/cli.js');
			await run(process.execPath, [cli, 'install', '--with-deps', 'chromium'], { limitMs: 240_000, capture: true, env: quietly });
		} else {
			const installed = await apt('install', '--no-install-recommends', ...packages[need]);
			// Older Debians have only the whole browser.
			if (!installed && need === 'chromium') await apt('install', '--no-install-recommends', 'chromium');
		}
	}
};

/**
 * Finds or installs Chromium and a keychain. Prints one line for each that is still missing, with the command that
 * installs it.
 */
export const prepareSystem = async () => {
	const missing = () => ['chromium', 'keychain'].filter((need) => whyMissing(need) !== null);
	const installable = missing().filter((need) => !(need === 'keychain' && !isLinux) && !(need === 'chromium' && process.env.CHROMIUM_PATH));
	if (installable.length > 0 && canInstall()) await install(installable);
	for (const need of missing()) {
		const command = need === 'keychain' && !isLinux ? '' : ` Install it with: ${howToInstall(need)}`;
		console.log(`MISSING for the tests: ${whyMissing(need)}.${command}`);
	}
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	requireNode();
	await prepareSystem();
	for (const need of ['chromium', 'keychain', 'electron']) console.log(`${need}: ${whyMissing(need) ?? 'present'}`);
}
