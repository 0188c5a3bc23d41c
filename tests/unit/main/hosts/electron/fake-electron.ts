import { EventEmitter } from 'node:events';
import type {
	BrowserWindowConstructorOptions,
	CustomScheme,
	MenuItemConstructorOptions,
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
	WindowPort,
} from '../../../../../src/main/hosts/electron/electron-port.ts';

export class FakeContents extends EventEmitter implements ContentsPort {
	readonly id: number;
	openHandler: ((details: { readonly url: string }) => { action: 'deny' }) | null = null;
	/** With what the page was printed; what comes of it is the test's to say. */
	printed: PrintToPDFOptions | null = null;
	print: () => Promise<Uint8Array> = () => Promise.resolve(Buffer.from('%PDF-1.7'));
	constructor(id: number) {
		super();
		this.id = id;
	}
	printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
		this.printed = options;
		return this.print();
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
	constructor(options: BrowserWindowConstructorOptions, id: number) {
		super();
		this.options = options;
		this.webContents = new FakeContents(id);
	}
	loadURL(url: string): Promise<void> {
		this.done.push(`load ${url}`);
		return Promise.resolve();
	}
	destroy(): void {
		this.done.push('destroy');
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
	maximize(): void {
		this.done.push('maximize');
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
	readonly isPackaged = true;
	readonly done: string[];
	readonly hasLock: boolean;
	constructor(done: string[], hasLock: boolean) {
		super();
		this.done = done;
		this.hasLock = hasLock;
	}
	enableSandbox(): void {
		this.done.push('sandbox');
	}
	setPath(name: string, path: string): void {
		this.done.push(`path ${name} ${path}`);
	}
	requestSingleInstanceLock(): boolean {
		this.done.push('lock');
		return this.hasLock;
	}
	whenReady(): Promise<void> {
		this.done.push('ready');
		return Promise.resolve();
	}
	quit(): void {
		this.done.push('quit');
	}
	exit(code: number): void {
		this.done.push(`exit ${code}`);
	}
}

type Permission = Parameters<SessionPort['setPermissionRequestHandler']>[0];
type RequestFilter = Parameters<SessionPort['webRequest']['onBeforeRequest']>[0];

/** Everything the host did to Electron, and the handlers it left there, for a test to call. */
export const makeFakeElectron = ({ hasLock = true, hasNotifications = true } = {}) => {
	/** In order: what must happen before Electron is ready is checked by it. */
	const done: string[] = [];
	const app = new FakeApp(done, hasLock);
	const ipcMain = new EventEmitter();
	const windows: FakeWindow[] = [];
	const seen = {
		opened: [] as string[],
		notifications: [] as FakeNotification[],
		/** Where the person saves; `null` cancels. */
		saveTo: null as string | null,
		saveDialogs: [] as SaveDialogOptions[],
		errors: [] as string[],
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
				seen.menu = template;
				return {} as MenuPort;
			},
			setApplicationMenu: () => {},
		},
		dialog: {
			showErrorBox: (_title, content) => void seen.errors.push(content),
			showSaveDialog: (options) => {
				seen.saveDialogs.push(options);
				return Promise.resolve({ canceled: seen.saveTo === null, filePath: seen.saveTo ?? '' });
			},
		},
		ipcMain,
		Notification,
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
	return { electron, app, ipcMain, windows, done, seen };
};

/** As our own page sends it, unless told otherwise. */
export const portEvent = (changes: Partial<PortEvent>): PortEvent => ({
	sender: { id: 1 },
	senderFrame: { url: 'invite-doctor://app/index.html#/runs', parent: null },
	ports: [],
	...changes,
});
