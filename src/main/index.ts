// The entry of the desktop app, and the only file that takes the real Electron in its hands.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, screen, session, shell } from 'electron';
import { systemClock } from './clock.ts';
import { resolveDataDir } from './data-dir.ts';
import type { ElectronPort } from './hosts/electron/electron-port.ts';
import { openAtlassianLink } from './hosts/electron/guards.ts';
import { runElectronHost } from './hosts/electron/host.ts';
import { readHostArguments } from './hosts/host-arguments.ts';
import { systemRandom } from './random.ts';
import { environmentTokens } from './secrets/environment.ts';

// Before a window, and so a process of its own, is there to inherit them.
environmentTokens();
const electron: ElectronPort = { app, BrowserWindow, dialog, ipcMain, Menu, Notification, protocol, screen, session, shell };
const { dataDir: asked, openRun, allowLoopback } = readHostArguments(process.argv.slice(app.isPackaged ? 1 : 2));
const dataDir = resolveDataDir(asked, { env: process.env, platform: process.platform, homedir: homedir() });
/** Seen from the bundle in out/main. */
const out = fileURLToPath(new URL('..', import.meta.url));

// Not awaited: Electron becomes ready only after the entry has been evaluated.
runElectronHost(electron, {
	// Loaded when the lock is held: a second start ends without opening the database.
	compose: async (reportDelivery, attention) => {
		const { composeApp } = await import('./services/compose.ts');
		const openLink = (url: string): Promise<void> => openAtlassianLink(shell, url);
		return composeApp({
			dataDir,
			host: 'electron',
			allowLoopback,
			version: app.getVersion(),
			openRun,
			openLink,
			reportDelivery,
			attention,
		});
	},
	dataDir,
	rendererDir: join(out, 'renderer'),
	preload: join(out, 'preload', 'index.cjs'),
	icon: join(out, '..', 'resources', 'icon.png'),
	platform: process.platform,
	clock: systemClock,
	random: systemRandom,
}).catch((error: unknown) => {
	dialog.showErrorBox('Invite Doctor', `Something went wrong as it opened: ${error instanceof Error ? error.message : String(error)}`);
	app.exit(1);
});
