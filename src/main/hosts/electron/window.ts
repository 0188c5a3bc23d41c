import type { BrowserWindowConstructorOptions } from 'electron';
import type { Clock } from '#core/ports.ts';
import type { Messages } from '#shared/messages/messages.ts';
import { appUrl } from './app-scheme.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';
import { contextMenu } from './menu.ts';
import { minimumSize, readState, type WindowState, writeState } from './window-state.ts';

export interface WindowFiles {
	readonly preload: string;
	readonly icon: string;
	/** Where size and place are kept between starts. */
	readonly state: string;
}

export interface WindowParts {
	readonly electron: Pick<ElectronPort, 'BrowserWindow' | 'Menu' | 'dialog' | 'screen'>;
	readonly files: WindowFiles;
	readonly clock: Clock;
	words(): Messages['desktopWords'];
	quit(): void;
}

/** Nothing of Node reaches the page, and the page is a sandboxed process. */
export const windowOptions = (state: WindowState, { preload, icon }: WindowFiles): BrowserWindowConstructorOptions => ({
	title: 'Invite Doctor',
	icon,
	width: state.width,
	height: state.height,
	...state.position,
	minWidth: minimumSize.width,
	minHeight: minimumSize.height,
	show: false,
	webPreferences: {
		preload,
		contextIsolation: true,
		sandbox: true,
		nodeIntegration: false,
		nodeIntegrationInWorker: false,
		nodeIntegrationInSubFrames: false,
		webSecurity: true,
		allowRunningInsecureContent: false,
		experimentalFeatures: false,
		webviewTag: false,
		navigateOnDragDrop: false,
		spellcheck: false,
	},
});

/** An empty window is better than none: a page that never has anything to show is seen, and can be closed. */
const showsWithinMs = 10_000;

const showWhenReady = (window: WindowPort, clock: Clock, isMaximized: boolean): void => {
	let isShown = false;
	const show = (): void => {
		if (!isShown && !window.isDestroyed()) {
			// Not earlier: it shows the window, which is empty until then.
			if (isMaximized) window.maximize();
			window.show();
		}
		isShown = true;
	};
	window.once('ready-to-show', show);
	void clock.sleep(showsWithinMs).then(show);
};

/** A page that crashed or hangs is said, and loaded anew: what runs belongs to this process, and goes on. */
const watchPage = (window: WindowPort, { electron: { dialog }, words, quit }: WindowParts): void => {
	let isAsking = false;
	const say = async (message: string, otherwise: string, orElse: () => void): Promise<void> => {
		if (isAsking || window.isDestroyed()) return;
		isAsking = true;
		const { unharmed, reopen } = words().page;
		const buttons = [reopen, otherwise];
		const { response } = await dialog.showMessageBox(window, {
			type: 'warning',
			message,
			detail: unharmed,
			buttons,
			defaultId: 0,
			cancelId: 1,
		});
		isAsking = false;
		if (response !== 0) orElse();
		else if (!window.isDestroyed()) window.webContents.reload();
	};
	window.webContents.on('render-process-gone', (_event, { reason }) => {
		if (reason !== 'clean-exit') void say(words().page.gone, words().page.quit, quit);
	});
	window.on('unresponsive', () => void say(words().page.hangs, words().page.wait, () => undefined));
};

const offerContextMenu = (window: WindowPort, { electron: { Menu }, words }: WindowParts): void => {
	window.webContents.on('context-menu', (_event, place) => {
		const items = contextMenu(words().menu, place);
		if (items.length > 0) Menu.buildFromTemplate(items).popup();
	});
};

/** The window is empty until `load`, and shows itself when there is something to see. */
export const openWindow = (parts: WindowParts): WindowPort => {
	const { electron, files, clock } = parts;
	const state = readState(
		files.state,
		electron.screen.getAllDisplays().map((display) => display.workArea),
	);
	const window = new electron.BrowserWindow(windowOptions(state, files));
	showWhenReady(window, clock, state.isMaximized);
	watchPage(window, parts);
	offerContextMenu(window, parts);
	window.on('close', () => writeState(files.state, window.getNormalBounds(), window.isMaximized()));
	return window;
};

/** Another load or a reload came between; whoever did that loads the page. */
const wasReplaced = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';

/** Loads the app at a place of it. The page stays where it is loaded already: another part of its address is another place in it. */
export const load = async (window: WindowPort, { electron, words }: WindowParts, place = ''): Promise<void> => {
	try {
		await window.loadURL(`${appUrl}${place}`);
	} catch (error) {
		if (window.isDestroyed() || wasReplaced(error)) return;
		electron.dialog.showErrorBox('Invite Doctor', `${words().page.notLoaded} (${error instanceof Error ? error.message : String(error)})`);
	}
};

export const bringForward = (window: WindowPort): void => {
	if (window.isMinimized()) window.restore();
	window.show();
	window.focus();
};
