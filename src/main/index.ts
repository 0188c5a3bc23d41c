// The entry of the desktop app, and the only file that takes the real Electron in its hands.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	app,
	BrowserWindow,
	dialog,
	ipcMain,
	Menu,
	Notification,
	powerMonitor,
	powerSaveBlocker,
	protocol,
	screen,
	session,
	shell,
	Tray,
} from 'electron';
import { systemClock, systemRandom } from './system.ts';
import { resolveDataDir } from './data-dir.ts';
import type { ElectronPort } from './hosts/electron/electron-port.ts';
import { openOwnLink } from './hosts/electron/guards.ts';
import { runElectronHost } from './hosts/electron/host.ts';
import { lacksSandbox } from './hosts/electron/sandbox.ts';
import { readHostArguments } from './hosts/host-arguments.ts';
import { environmentTokens } from './secrets/environment.ts';

/** What follows this is a command, run without a window: `resources/bin` calls the installed app so. */
const commandLine = '--command-line';

// Before a window, and so a process of its own, is there to inherit them.
environmentTokens();
const electron: ElectronPort = {
	app,
	BrowserWindow,
	dialog,
	ipcMain,
	Menu,
	Notification,
	powerMonitor,
	powerSaveBlocker,
	protocol,
	screen,
	session,
	shell,
	Tray,
};
/** In a checkout, the folder of the app stands before the arguments. */
const entry = app.isPackaged ? [] : process.argv.slice(1, 2);
const asked = readHostArguments(process.argv.slice(1 + entry.length));
const dataDir = resolveDataDir(asked.dataDir, { env: process.env, platform: process.platform, homedir: homedir() });
/** Seen from the bundle in out/main. */
const out = fileURLToPath(new URL('..', import.meta.url));

const runCommand = async (): Promise<void> => {
	app.dock?.hide();
	const { runCommandLine } = await import('./hosts/cli/program.ts');
	const [first, ...others] = process.argv.slice(process.argv.indexOf(commandLine) + 1);
	// `--` keeps from Chromium what is meant for the command, and on Windows keeps Electron from ending at an address among it.
	const command = first === '--' || first === undefined ? others : [first, ...others];
	const code = await runCommandLine([process.execPath, 'invite-doctor', ...command]);
	// Into a pipe, Windows writes later than it is told to.
	for (const stream of [process.stdout, process.stderr]) await new Promise<void>((resolve) => stream.write('', () => resolve()));
	app.exit(code);
};

const openWindow = (): Promise<void> =>
	runElectronHost(electron, {
		// Loaded when the lock is held: a second start ends without opening the database.
		compose: async (hooks) => {
			const { composeWithDemo } = await import('./hosts/demo.ts');
			const openLink = (url: string): Promise<void> => openOwnLink(shell, url);
			return composeWithDemo({
				dataDir,
				host: 'electron',
				allowLoopback: asked.allowLoopback,
				version: app.getVersion(),
				openRun: asked.openRun,
				openLink,
				resolveProxy: (url) => session.defaultSession.resolveProxy(url),
				...hooks,
			});
		},
		dataDir,
		asked,
		entry,
		program: process.execPath,
		isUnprotected: lacksSandbox(process.argv, process.env),
		rendererDir: join(out, 'renderer'),
		preload: join(out, 'preload', 'index.cjs'),
		// Beside the archive, which GTK cannot look into.
		icon: app.isPackaged ? join(process.resourcesPath, 'icon.png') : join(out, '..', 'resources', 'icon.png'),
		licencesFile: app.isPackaged ? join(process.resourcesPath, 'licences.txt') : null,
		platform: process.platform,
		versions: {
			app: app.getVersion(),
			electron: process.versions['electron'] ?? '',
			chromium: process.versions['chrome'] ?? '',
			node: process.versions.node,
		},
		updates: {
			feedFile: join(process.resourcesPath ?? '', 'app-update.yml'),
			load: async () => {
				const { default: updater } = await import('electron-updater');
				return updater.autoUpdater;
			},
		},
		clock: systemClock,
		random: systemRandom,
		// Heard from when Electron is ready on: earlier, its own handlers would take the place of these. They stay, so that a second
		// signal does not kill what is being stored; `npm start` says it over its channel, also where it is killed itself.
		onToldToEnd: (leave) => {
			if (process.send !== undefined && !process.connected) leave();
			for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, leave);
		},
	});

// Not awaited: Electron becomes ready only after the entry has been evaluated.
(process.argv.includes(commandLine) ? runCommand() : openWindow()).catch((error: unknown) => {
	dialog.showErrorBox('Invite Doctor', `Something went wrong as it opened: ${error instanceof Error ? error.message : String(error)}`);
	app.exit(1);
});
