import type { BrowserWindowConstructorOptions } from 'electron';
import { appUrl } from './app-scheme.ts';
import type { ElectronPort, WindowPort } from './electron-port.ts';
import { minimumSize, readState, type WindowState, writeState } from './window-state.ts';

export interface WindowFiles {
	readonly preload: string;
	readonly icon: string;
	/** Where size and place are kept between starts. */
	readonly state: string;
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

/** The window is empty until `loadApp`, and shows itself when there is something to see. */
export const openWindow = ({ BrowserWindow, screen }: ElectronPort, files: WindowFiles): WindowPort => {
	const state = readState(
		files.state,
		screen.getAllDisplays().map((display) => display.workArea),
	);
	const window = new BrowserWindow(windowOptions(state, files));
	if (state.isMaximized) window.maximize();
	window.once('ready-to-show', () => window.show());
	window.on('close', () => writeState(files.state, window.getNormalBounds(), window.isMaximized()));
	return window;
};

export const loadApp = (window: WindowPort): Promise<void> => window.loadURL(appUrl);

/** The page stays: another part of its address is another place in it. */
export const openGuide = (window: WindowPort): Promise<void> => window.loadURL(`${appUrl}#/help/first-steps`);

export const bringForward = (window: WindowPort): void => {
	if (window.isMinimized()) window.restore();
	window.show();
	window.focus();
};
