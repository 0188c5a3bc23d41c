import { EventEmitter } from 'node:events';
import type {
	AboutPanelOptionsOptions,
	BrowserWindowConstructorOptions,
	CustomScheme,
	JumpListCategory,
	MenuItemConstructorOptions,
	MessageBoxOptions,
	PrintToPDFOptions,
	SaveDialogOptions,
} from 'electron';
import type {
	Bounds,
	ContentsPort,
	ElectronPort,
	MenuPort,
	PortEvent,
	SessionPort,
	TrayPort,
	WindowPort,
} from '../../../../../src/main/hosts/electron/electron-port.ts';

export class FakeContents extends EventEmitter implements ContentsPort {
	readonly id: number;
	openHandler: ((details: { readonly url: string }) => { action: 'deny' }) | null = null;
	/** With what the page was printed; what comes of it is the test's to say. */
	printed: PrintToPDFOptions | null = null;
	reloads = 0;
	print: () => Promise<Uint8Array> = () => Promise.resolve(Buffer.from('%PDF-1.7'));
	constructor(id: number) {
		super();
		this.id = id;
	}
	printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
		this.printed = options;
		return this.print();
	}
	reload(): void {
		this.reloads += 1;
	}
	setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void {
		this.openHandler = handler;
	}
	/**
	 * As a page goes elsewhere, in Electron's order: the event of its frame, and that of the window only where the first was not
	 * held. Tells whether it was.
	 */
	navigate(url: string, isMainFrame = true): 'held' | 'allowed' {
		for (const event of isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']) {
			if (this.raise(event, { url, isMainFrame }) === 'held') return 'held';
		}
		return 'allowed';
	}
	raise(event: string, details: object = {}): 'held' | 'allowed' {
		let result: 'held' | 'allowed' = 'allowed';
		this.emit(event, { ...details, preventDefault: () => (result = 'held') });
		return result;
	}
}

export class FakeWindow extends EventEmitter implements WindowPort {
	readonly webContents: FakeContents;
	readonly options: BrowserWindowConstructorOptions;
	readonly done: string[] = [];
	bounds: Bounds = { x: 10, y: 20, width: 1000, height: 700 };
	/** How the next loads end; a page is loaded at once where nothing is said. */
	loads: Promise<void>[] = [];
	isInFront = true;
	#isDestroyed = false;
	constructor(options: BrowserWindowConstructorOptions, id: number) {
		super();
		this.options = options;
		this.webContents = new FakeContents(id);
	}
	loadURL(url: string): Promise<void> {
		this.done.push(`load ${url}`);
		return this.loads.shift() ?? Promise.resolve();
	}
	/** As Electron does it: the window is asked first, and is gone where nobody holds it. */
	close(): 'held' | 'closed' {
		let result: 'held' | 'closed' = 'closed';
		this.emit('close', { preventDefault: () => (result = 'held') });
		if (result === 'closed') this.destroy();
		return result;
	}
	destroy(): void {
		if (this.#isDestroyed) return;
		this.#isDestroyed = true;
		this.done.push('destroy');
		this.emit('closed');
		this.onClosed();
	}
	onClosed: () => void = () => undefined;
	isDestroyed(): boolean {
		return this.#isDestroyed;
	}
	isFocused(): boolean {
		return this.isInFront;
	}
	setProgressBar(share: number): void {
		this.done.push(`progress ${share}`);
	}
	show(): void {
		this.done.push('show');
	}
	focus(): void {
		this.done.push('focus');
	}
	restore(): void {
		this.done.push('restore');
	}
	/** As Electron does it: a window that is maximised shows itself. */
	maximize(): void {
		this.done.push('maximize', 'show');
	}
	isMinimized(): boolean {
		return true;
	}
	isMaximized(): boolean {
		return false;
	}
	getNormalBounds(): Bounds {
		return this.bounds;
	}
}

class FakeNotification extends EventEmitter {
	readonly options: { readonly title: string; readonly body: string };
	isShown = false;
	constructor(options: { readonly title: string; readonly body: string }) {
		super();
		this.options = options;
	}
	show(): void {
		this.isShown = true;
	}
}

class FakeApp extends EventEmitter {
	isPackaged = true;
	readonly done: string[];
	readonly hasLock: boolean;
	readonly windows: readonly FakeWindow[];
	constructor(done: string[], hasLock: boolean, windows: readonly FakeWindow[]) {
		super();
		this.done = done;
		this.windows = windows;
		this.hasLock = hasLock;
	}
	languages: readonly string[] = ['en-US'];
	about: AboutPanelOptionsOptions = {};
	setAppUserModelId(id: string): void {
		this.done.push(`id ${id}`);
	}
	setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
		this.about = options;
	}
	addRecentDocument(path: string): void {
		this.done.push(`recent ${path}`);
	}
	getPreferredSystemLanguages(): readonly string[] {
		return this.languages;
	}
	jumpList: JumpListCategory[] = [];
	setJumpList(categories: JumpListCategory[]): void {
		this.jumpList = categories;
	}
	/** Of macOS, where a test says that it is one. */
	dock?: { setMenu(menu: MenuPort): void };
	relaunch({ args }: { readonly args: string[] }): void {
		this.done.push(`relaunch ${args.join(' ')}`);
	}
	enableSandbox(): void {
		this.done.push('sandbox');
	}
	setPath(name: string, path: string): void {
		this.done.push(`path ${name} ${path}`);
	}
	handed: { readonly args: readonly string[] } = { args: [] };
	requestSingleInstanceLock(handed: { readonly args: readonly string[] }): boolean {
		this.done.push('lock');
		this.handed = handed;
		return this.hasLock;
	}
	whenReady(): Promise<void> {
		this.done.push('ready');
		return Promise.resolve();
	}
	/** As Electron does it: before-quit may hold it, then the windows, then will-quit. */
	quit(): void {
		this.done.push('quit');
		for (const event of ['before-quit', 'will-quit']) {
			let isHeld = false;
			this.emit(event, { preventDefault: () => (isHeld = true) });
			if (isHeld) return;
			if (event === 'before-quit' && this.windows.some((window) => !window.isDestroyed() && window.close() === 'held')) return;
		}
		this.exit(0);
	}
	exit(code: number): void {
		this.done.push(`exit ${code}`);
	}
}

class FakeTray extends EventEmitter implements TrayPort {
	toolTip = '';
	isGone = false;
	setToolTip(text: string): void {
		this.toolTip = text;
	}
	setContextMenu(): void {
		// What is in it is what a click does.
	}
	destroy(): void {
		this.isGone = true;
	}
}

type Permission = Parameters<SessionPort['setPermissionRequestHandler']>[0];
type RequestFilter = Parameters<SessionPort['webRequest']['onBeforeRequest']>[0];

/** Everything the host did to Electron, and the handlers it left there, for a test to call. */
export const makeFakeElectron = ({ hasLock = true, hasNotifications = true } = {}) => {
	/** In order: what must happen before Electron is ready is checked by it. */
	const done: string[] = [];
	const windows: FakeWindow[] = [];
	const app = new FakeApp(done, hasLock, windows);
	const ipcMain = new EventEmitter();
	const powerMonitor = new EventEmitter();
	const seen = {
		opened: [] as string[],
		notifications: [] as FakeNotification[],
		/** Where the person saves; `null` cancels. */
		saveTo: null as string | null,
		saveDialogs: [] as ({ readonly parent: object } & SaveDialogOptions)[],
		errors: [] as string[],
		messageBoxes: [] as MessageBoxOptions[],
		/** The buttons people press, by number, one dialogue after another; -1 leaves it open. */
		answers: [] as number[],
		popups: [] as MenuItemConstructorOptions[][],
		trays: [] as FakeTray[],
		awake: 0,
		menu: [] as MenuItemConstructorOptions[],
		schemes: [] as CustomScheme[],
		permission: null as Permission | null,
		permissionCheck: null as (() => boolean) | null,
		deviceCheck: null as (() => boolean) | null,
		filter: null as RequestFilter | null,
		scheme: null as ((request: Request) => Promise<Response>) | null,
	};
	class BrowserWindow extends FakeWindow {
		constructor(options: BrowserWindowConstructorOptions) {
			super(options, windows.length + 1);
			windows.push(this);
			this.onClosed = () => {
				if (windows.every((window) => window.isDestroyed())) app.emit('window-all-closed');
			};
			app.emit('web-contents-created', {}, this.webContents);
		}
	}
	class Notification extends FakeNotification {
		static isSupported(): boolean {
			return hasNotifications;
		}
		constructor(options: { readonly title: string; readonly body: string }) {
			super(options);
			seen.notifications.push(this);
		}
	}
	const electron: ElectronPort = {
		app,
		BrowserWindow,
		Menu: {
			buildFromTemplate: (template) => {
				const popup = (): void => void seen.popups.push(template);
				return { template, popup } as unknown as MenuPort;
			},
			setApplicationMenu: (menu) => {
				seen.menu = (menu as unknown as { readonly template: MenuItemConstructorOptions[] }).template;
			},
		},
		dialog: {
			showErrorBox: (_title, content) => void seen.errors.push(content),
			showSaveDialog: (parent, options) => {
				seen.saveDialogs.push({ parent, ...options });
				return Promise.resolve({ canceled: seen.saveTo === null, filePath: seen.saveTo ?? '' });
			},
			showMessageBox: (...given: readonly object[]) => {
				seen.messageBoxes.push(given.at(-1) as MessageBoxOptions);
				const response = seen.answers.shift() ?? -1;
				return response < 0 ? new Promise<never>(() => undefined) : Promise.resolve({ response });
			},
		},
		ipcMain,
		Notification,
		Tray: class extends FakeTray {
			constructor() {
				super();
				seen.trays.push(this);
			}
		},
		powerMonitor,
		powerSaveBlocker: {
			start: () => {
				seen.awake += 1;
				return seen.awake;
			},
			stop: () => {
				seen.awake -= 1;
			},
		},
		protocol: {
			registerSchemesAsPrivileged: (schemes) => {
				done.push('scheme');
				seen.schemes = schemes;
			},
			handle: (_scheme, handler) => {
				seen.scheme = handler;
			},
		},
		screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
		session: {
			defaultSession: {
				setPermissionRequestHandler: (handler) => {
					seen.permission = handler;
				},
				setPermissionCheckHandler: (handler) => {
					seen.permissionCheck = handler;
				},
				setDevicePermissionHandler: (handler) => {
					seen.deviceCheck = handler;
				},
				webRequest: {
					onBeforeRequest: (listener) => {
						seen.filter = listener;
					},
				},
			},
		},
		shell: {
			openExternal: (url) => {
				seen.opened.push(url);
				return Promise.resolve();
			},
			openPath: (path) => {
				seen.opened.push(path);
				return Promise.resolve('');
			},
		},
	};
	return { electron, app, ipcMain, powerMonitor, windows, done, seen };
};

/** As our own page sends it, unless told otherwise. */
export const portEvent = (changes: Partial<PortEvent>): PortEvent => ({
	sender: { id: 1 },
	senderFrame: { url: 'invite-doctor://app/index.html#/runs', parent: null },
	ports: [],
	...changes,
});
