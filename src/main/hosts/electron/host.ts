import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { MessageBoxOptions } from 'electron';
import type { Clock, Random } from '#core/ports.ts';
import { decideLanguage, type Language } from '#shared/languages.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import type { Outcome } from '#shared/outcome.ts';
import { openFolder } from '../../files/make-folder.ts';
import { HandedFiles } from '../../services/handed-files.ts';
import type { ReportDelivery } from '../../services/reports/delivery.ts';
import type { Served } from '../demo.ts';
import { type HostArguments, readHostArguments, writeHostArguments } from '../host-arguments.ts';
import { openReportShelf } from '../report-shelf.ts';
import { refusedToStart, startFailureSentence } from '../start-failure.ts';
import { appScheme, privilegedScheme, serveAppScheme } from './app-scheme.ts';
import type { ElectronPort, Preventable, WindowPort } from './electron-port.ts';
import { installGuards, openAtlassianLink } from './guards.ts';
import { type Choice, watchLeaving } from './leaving.ts';
import { menuTemplate } from './menu.ts';
import { lookAfterWork } from './outside.ts';
import { openPortDoor } from './port-door.ts';
import { electronDelivery } from './report-delivery.ts';
import { dockTemplate, jumpList } from './shortcuts.ts';
import { traySign } from './tray.ts';
import { type UpdaterPort, watchUpdates } from './updates.ts';
import { bringForward, load, openWindow } from './window.ts';

export interface ElectronHostOptions {
	/** Opens the app's data. Called once, after the lock on the data folder is held. */
	readonly compose: (hooks: {
		readonly reportDelivery: ReportDelivery;
		readonly speak: (language: Language) => void;
		readonly handedFiles: HandedFiles;
	}) => Promise<Outcome<Served>>;
	readonly dataDir: string;
	/** What this start was told. */
	readonly asked: HostArguments;
	/** What stands before the arguments when the app starts itself anew. */
	readonly entry: readonly string[];
	/** The app's own program. */
	readonly program: string;
	readonly rendererDir: string;
	readonly preload: string;
	readonly icon: string;
	/** Chromium was told to do without its sandbox (`lacksSandbox`). */
	readonly isUnprotected: boolean;
	/** The licences of what ships; `null`: this is a checkout. */
	readonly licencesFile: string | null;
	readonly platform: NodeJS.Platform;
	readonly versions: { readonly app: string; readonly electron: string; readonly chromium: string; readonly node: string };
	/** Where its feed is named, and what asks it. */
	readonly updates: { readonly feedFile: string; readonly load: () => Promise<UpdaterPort> };
	readonly clock: Clock;
	readonly random: Random;
	/** Calls back when the process is told to end: a signal, or the end of the one that started it. */
	readonly onToldToEnd: (leave: () => void) => void;
}

/** As in electron-builder.mjs: Windows finds the installed app by it. */
const appId = 'io.github.invite-doctor';
const helpPage = 'https://support.atlassian.com/jira-service-management-cloud/';
/** What a second start hands over. Chromium puts its arguments into another order, and parts a switch from its value. */
const argumentsIn = (handed: unknown): readonly string[] => {
	const args = typeof handed === 'object' && handed !== null && 'args' in handed && Array.isArray(handed.args) ? handed.args : [];
	return args.filter((arg): arg is string => typeof arg === 'string');
};

const placeOf = ({ openRun, openPage }: Pick<HostArguments, 'openRun' | 'openPage'>): string | undefined => {
	if (openRun !== null) return `#/runs/${encodeURIComponent(openRun)}`;
	return openPage === null ? undefined : `#/${openPage}`;
};

const choices: readonly Choice[] = ['keep', 'stop', 'cancel'];

/**
 * The whole life of the desktop app. Everything before the first `await` must happen before Electron is ready: the
 * scheme, the sandbox and the profile's folder cannot be set later.
 */
export const runElectronHost = async (electron: ElectronPort, options: ElectronHostOptions): Promise<void> => {
	const { app, dialog, protocol, shell } = electron;
	const { dataDir, platform, clock, versions, licencesFile, asked } = options;
	protocol.registerSchemesAsPrivileged([privilegedScheme]);
	app.enableSandbox();
	// A checkout has no installer: there, Windows knows the program by its path.
	if (platform === 'win32') app.setAppUserModelId(app.isPackaged ? appId : options.program);
	// The profile lies in the data folder, and so does the single-instance lock: one window per data folder.
	const profileDir = join(dataDir, 'window');
	const profile = openFolder(profileDir);
	if (profile.ok) {
		app.setPath('userData', profileDir);
		if (!app.requestSingleInstanceLock({ args: writeHostArguments({ ...asked, dataDir }) })) {
			app.quit();
			return;
		}
	}

	const handedFiles = new HandedFiles();
	const hand = (path: string): void => {
		app.addRecentDocument(path);
		handedFiles.hand(path);
	};
	// Heard from here on: macOS names a file before it is ready, and others start the app once more while its data is being opened.
	let place = placeOf({ ...asked, openRun: null });
	let show = (wanted?: string): void => {
		place = wanted ?? place;
	};
	let startAnew: ((args: readonly string[]) => void) | null = null;
	app.on('open-file', (event, path) => {
		event.preventDefault();
		hand(path);
		show();
	});
	app.on('second-instance', (_event, _argv, _folder, handed) => {
		const args = argumentsIn(handed);
		if (startAnew !== null) return startAnew(args);
		const second = readHostArguments(args);
		for (const file of second.files) hand(file);
		show(placeOf(second));
	});
	for (const file of asked.files) hand(file);

	await app.whenReady();
	let messages = messagesIn(decideLanguage(null, app.getPreferredSystemLanguages()));
	const words = () => messages.desktopWords;
	const refuse = ({ failure }: Extract<Outcome<unknown>, { ok: false }>): void => {
		dialog.showErrorBox('Invite Doctor', startFailureSentence(failure, dataDir));
		app.exit(refusedToStart);
	};
	if (options.isUnprotected) {
		dialog.showErrorBox('Invite Doctor', words().unprotected);
		app.exit(refusedToStart);
		return;
	}
	if (!profile.ok) return refuse(profile);
	installGuards(electron);
	const reports = await openReportShelf(join(dataDir, 'waiting-reports'), options);
	let window: WindowPort | null = null;
	const speak = (language: Language): void => {
		messages = messagesIn(language);
		setMenu();
	};
	const composed = await options.compose({ reportDelivery: electronDelivery(electron, reports, () => window), speak, handedFiles });
	if (!composed.ok) return refuse(composed);
	const served = composed.value;
	const ended = new AbortController();

	/** Above the window where there is one. Resolves to the number of the button. */
	const askPerson = async (box: MessageBoxOptions): Promise<number> =>
		(await (window === null ? dialog.showMessageBox(box) : dialog.showMessageBox(window, box))).response;

	const leaving = watchLeaving({
		app,
		clock,
		isAtWork: () => served.isAtWork(),
		ask: async () => {
			const { question, detail, ...labels } = words().leave;
			const buttons = choices.map((choice) => labels[choice]);
			const response = await askPerson({ type: 'question', message: question, detail, buttons, defaultId: 0, cancelId: 2, noLink: true });
			return choices[response] ?? 'cancel';
		},
		keepWorking: () => {
			if (platform !== 'darwin') sign.show();
			window?.destroy();
		},
		close: () => {
			// Whoever starts it while it ends gets it anew, once this process has gone.
			startAnew = (args) => app.relaunch({ args: [...options.entry, ...args] });
			ended.abort();
			sign.hide();
			return Promise.all([served.close(), reports.clear()]);
		},
	});
	const sign = traySign({ electron, icon: options.icon, words, open: () => show(), quit: () => app.quit() });

	const files = { preload: options.preload, icon: options.icon, state: join(dataDir, 'window.json') };
	const windowParts = { electron, files, clock, words, quit: leaving.leave };
	/** Opens the window, or brings it forward, at a place of the app where one is named. */
	const showWindow = (wanted?: string): void => {
		if (leaving.isClosing) return;
		sign.hide();
		if (window !== null) {
			bringForward(window);
			if (wanted !== undefined) void load(window, windowParts, wanted);
			return;
		}
		const opened = openWindow(windowParts);
		window = opened;
		opened.on('close', (event) => {
			// On macOS the app stays without a window, and what runs with it.
			if (platform === 'darwin' || leaving.isSettled) return;
			event.preventDefault();
			void leaving.ask();
		});
		opened.on('closed', () => {
			window = null;
		});
		// Windows says it to windows alone.
		opened.on('session-end', leaving.leave);
		void load(opened, windowParts, wanted);
	};
	const setMenu = (): void => {
		const menu = menuTemplate(
			words().menu,
			{
				openGuide: () => show('#/help/first-steps'),
				openDataFolder: () => void shell.openPath(dataDir),
				openAtlassianHelp: () => void openAtlassianLink(shell, helpPage),
				openLicences: licencesFile === null ? null : () => void shell.openPath(licencesFile),
			},
			{ platform, isPackaged: app.isPackaged },
		);
		electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate(menu));
		const pages = messages.words.shell;
		app.dock?.setMenu(electron.Menu.buildFromTemplate(dockTemplate(pages, showWindow)));
		if (platform === 'win32' && app.isPackaged) app.setJumpList(jumpList(pages, options.program));
		const { licence, versions: versionsText } = words().about;
		const credits = versionsText(versions.electron, versions.chromium, versions.node);
		app.setAboutPanelOptions({
			applicationName: 'Invite Doctor',
			applicationVersion: versions.app,
			// Linux shows no credits.
			copyright: platform === 'linux' ? `${licence}\n${credits}` : licence,
			credits,
			iconPath: options.icon,
		});
	};

	protocol.handle(appScheme, serveAppScheme(options.rendererDir, reports));
	openPortDoor(electron.ipcMain, served.routerAt, () => window?.webContents.id ?? null);
	setMenu();
	app.on('activate', () => show());
	app.on('window-all-closed', () => {
		if (platform !== 'darwin' && !served.isAtWork()) app.quit();
	});
	electron.powerMonitor.on('shutdown', (event?: Preventable) => {
		// Else Linux and macOS do not wait until what runs is stored.
		event?.preventDefault();
		leaving.leave();
	});
	options.onToldToEnd(leaving.leave);
	lookAfterWork(
		{
			electron,
			clock,
			watch: (signal) => createRouterClient(served.router, { context: {} }).app.watch(undefined, { signal }),
			isAtWork: () => served.isAtWork(),
			window: () => window,
			words: () => messages,
			show: () => show(),
			tell: sign.tell,
			// On macOS an app without a window stays until somebody quits it.
			leave: platform === 'darwin' ? () => undefined : leaving.leave,
		},
		ended.signal,
	);
	const update = {
		...options.updates,
		clock,
		isAtWork: () => served.isAtWork(),
		ask: async (version: string) => {
			const { ready, detail, restart, later } = words().update;
			const buttons = [restart, later];
			return (await askPerson({ type: 'info', message: ready(version), detail, buttons, defaultId: 0, cancelId: 1 })) === 0;
		},
		settle: leaving.settle,
	};
	void watchUpdates(update, ended.signal).catch(() => undefined);
	show = showWindow;
	show(place);
};
