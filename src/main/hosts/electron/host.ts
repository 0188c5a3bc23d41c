import { join } from 'node:path';
import type { Outcome } from '#shared/outcome.ts';
import type { Clock, Random } from '#core/ports.ts';
import { makeFolder } from '../../files/make-folder.ts';
import type { App } from '../../services/compose.ts';
import type { Attention } from '../../services/attention.ts';
import type { ReportDelivery } from '../../services/reports/delivery.ts';
import { openReportShelf, type ReportShelf } from '../report-shelf.ts';
import { refusedToStart, startFailureSentence } from '../start-failure.ts';
import { appScheme, privilegedScheme, serveAppScheme } from './app-scheme.ts';
import { electronAttention } from './attention.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';
import { openAtlassianLink } from './guards.ts';
import { installGuards } from './guards.ts';
import { menuTemplate } from './menu.ts';
import { openPortDoor } from './port-door.ts';
import { electronDelivery } from './report-delivery.ts';
import { bringForward, loadApp, openGuide, openWindow } from './window.ts';

export interface ElectronHostOptions {
	/** Opens the app's data. Called once, after the lock on the data folder is held. */
	readonly compose: (reportDelivery: ReportDelivery, attention: Attention) => Promise<Outcome<App>>;
	readonly dataDir: string;
	readonly rendererDir: string;
	readonly preload: string;
	readonly icon: string;
	readonly platform: NodeJS.Platform;
	readonly clock: Clock;
	readonly random: Random;
}

const helpPage = 'https://support.atlassian.com/jira-service-management-cloud/';

/** Waits for the app to store what runs before the process goes; a second request to quit does not go round it. */
const closeBeforeQuitting = (app: ElectronPort['app'], served: App, reports: ReportShelf): void => {
	let isClosing = false;
	app.on('will-quit', (event) => {
		event.preventDefault();
		if (isClosing) return;
		isClosing = true;
		void Promise.all([served.close(), reports.clear()]).then(
			() => app.exit(0),
			() => app.exit(1),
		);
	});
};

/**
 * The whole life of the desktop app. Everything before the first `await` must happen before Electron is ready: the
 * scheme, the sandbox and the profile's folder cannot be set later.
 */
export const runElectronHost = async (electron: ElectronPort, options: ElectronHostOptions): Promise<void> => {
	const { app, protocol } = electron;
	const { dataDir } = options;
	protocol.registerSchemesAsPrivileged([privilegedScheme]);
	app.enableSandbox();
	// The profile lies in the data folder, and so does the single-instance lock: one window per data folder.
	const profileDir = join(dataDir, 'window');
	makeFolder(profileDir);
	app.setPath('userData', profileDir);
	if (!app.requestSingleInstanceLock()) {
		app.quit();
		return;
	}

	await app.whenReady();
	installGuards(electron);
	const reports = await openReportShelf(join(dataDir, 'waiting-reports'), options);
	let window: WindowPort | null = null;
	const attention = electronAttention(
		electron,
		() => window,
		() => void show(),
	);
	const composed = await options.compose(electronDelivery(electron, reports), attention);
	if (!composed.ok) {
		electron.dialog.showErrorBox('Invite Doctor', startFailureSentence(composed.failure, dataDir));
		app.exit(refusedToStart);
		return;
	}
	closeBeforeQuitting(app, composed.value, reports);
	protocol.handle(appScheme, serveAppScheme(options.rendererDir, reports));

	openPortDoor(electron.ipcMain, composed.value.router, () => window?.webContents.id ?? null);
	const show = async (): Promise<void> => {
		if (window !== null) {
			bringForward(window);
			return;
		}
		const opened = openWindow(electron, { preload: options.preload, icon: options.icon, state: join(dataDir, 'window.json') });
		window = opened;
		opened.on('closed', () => {
			window = null;
		});
		await loadApp(opened);
	};

	const menu = menuTemplate(
		{
			openGuide: () => void show().then(() => (window === null ? undefined : openGuide(window))),
			openDataFolder: () => void electron.shell.openPath(dataDir),
			openAtlassianHelp: () => void openAtlassianLink(electron.shell, helpPage),
		},
		{ platform: options.platform, isPackaged: app.isPackaged },
	);
	electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menu));
	app.on('second-instance', () => void show());
	app.on('activate', () => void show());
	app.on('window-all-closed', () => {
		// On macOS an app without a window stays, and a run with it; elsewhere it would be left running unseen.
		if (options.platform !== 'darwin') app.quit();
	});
	await show();
};
