/**
 * A stand-in for Electron's main module, for machines that have no Electron: the built app, its real preload script and its
 * window in the system's Chromium, over the DevTools protocol. What it raises, and when, follows Electron's source. It proves
 * nothing of what only a real binary has: its scheme, archive and fuses, its sandbox, its menus and dialogues.
 */
import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions, MessageBoxOptions } from 'electron';
import type { ElectronPort, TrayPort } from '../../../src/main/hosts/electron/electron-port.ts';
import { app } from './app.ts';
import { ask, onAct, type Raised, report } from './channel.ts';
import { handleScheme, registerScheme } from './emulated-scheme.ts';
import type { Held } from './held.ts';
import { ipcMain } from './ipc-main.ts';
import { defaultSession, setProxies } from './session.ts';
import { StandInWindow as BrowserWindow } from './window.ts';

type Real = typeof import('electron');
type Used<Part extends keyof ElectronPort & keyof Real> = Held<Real[Part], ElectronPort[Part]>;

const dialog = {
	showErrorBox: (title, content) => {
		process.stderr.write(`${title}: ${content}\n`);
		void ask('error', { title, content }, null);
	},
	showSaveDialog: async (...given: readonly unknown[]) => {
		const filePath = await ask<string>('save', given.at(-1), '');
		return { canceled: filePath === '', filePath };
	},
	showMessageBox: async (...given: readonly unknown[]) => {
		const options = given.at(-1) as MessageBoxOptions;
		const response = await ask('message', options, options.cancelId ?? 0);
		return { response, checkboxChecked: false };
	},
} satisfies Used<'dialog'>;

let menu: readonly MenuItemConstructorOptions[] = [];
const Menu = {
	buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
		Object.assign([...template], { popup: () => report('menu', template) }) as never,
	setApplicationMenu: (set: unknown) => {
		menu = (set ?? []) as readonly MenuItemConstructorOptions[];
	},
} satisfies Used<'Menu'>;

const itemAt = (items: readonly MenuItemConstructorOptions[], [label, ...more]: readonly string[]): MenuItemConstructorOptions => {
	const found = items.find((item) => item.label === label || item.role === label);
	if (found === undefined) throw new Error(`no ${label} in the menu`);
	return more.length === 0 ? found : itemAt(found.submenu as readonly MenuItemConstructorOptions[], more);
};

class Notification extends EventEmitter {
	readonly #options: object;
	static isSupported(): boolean {
		return true;
	}
	constructor(options: object) {
		super();
		this.#options = options;
	}
	show(): void {
		report('notification', this.#options);
	}
}

class Tray extends EventEmitter implements Held<Electron.Tray, TrayPort> {
	constructor() {
		super();
		report('tray', 'shown');
		trays.push(this);
	}
	setToolTip(text: string): void {
		report('tray', text);
	}
	setContextMenu(): void {
		report('tray', 'menu');
	}
	destroy(): void {
		report('tray', 'gone');
	}
}
const trays: Tray[] = [];

const powerMonitor = new EventEmitter();
let lastBlocker = 0;
const powerSaveBlocker = {
	start: (type) => {
		report('awake', type);
		lastBlocker += 1;
		return lastBlocker;
	},
	stop: (id) => {
		report('awake', null);
		return id > 0;
	},
} satisfies Used<'powerSaveBlocker'>;

const protocol = {
	registerSchemesAsPrivileged: ([scheme]) => {
		app.beforeReady('protocol.registerSchemesAsPrivileged()');
		if (scheme !== undefined) registerScheme(scheme);
	},
	handle: (_scheme, handler) => handleScheme(async (request) => handler(request as never) as Promise<Response>),
} satisfies Used<'protocol'>;

const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] as never } satisfies Used<'screen'>;

const session = {
	get defaultSession() {
		void app.browser;
		return defaultSession as never;
	},
} satisfies Used<'session'>;

const shell = {
	openExternal: async (url) => report('open-external', url),
	openPath: async (path) => {
		report('open-path', path);
		return '';
	},
} satisfies Used<'shell'>;

const lastWindow = (): BrowserWindow => {
	const [window] = [...app.windows].slice(-1);
	if (!(window instanceof BrowserWindow)) throw new Error('no window is open');
	return window;
};

const targets: Readonly<Record<Raised, () => EventEmitter | null>> = {
	app: () => app,
	window: lastWindow,
	page: () => lastWindow().webContents,
	tray: () => trays.at(-1) ?? null,
};

onAct((act) => {
	switch (act.does) {
		case 'start':
			break;
		case 'choose': {
			const { click } = itemAt(menu, act.labels);
			(click as (() => void) | undefined)?.();
			break;
		}
		case 'raise': {
			targets[act.on]()?.emit(act.event, { preventDefault: () => undefined }, ...act.args);
			break;
		}
		case 'set-proxies':
			setProxies(act.list);
			break;
		case 'close-window':
			lastWindow().close();
			break;
		case 'crash-page':
			lastWindow().webContents.crash();
			break;
	}
});

export { app, BrowserWindow, dialog, ipcMain, Menu, Notification, powerMonitor, powerSaveBlocker, protocol, screen, session, shell, Tray };
