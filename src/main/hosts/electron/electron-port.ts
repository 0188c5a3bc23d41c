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

/**
 * All that the host uses of Electron, and no more: the real module fits it as it is (see `src/main/index.ts`), and tests
 * hand in a fake of the same shape. Signatures are narrowed to how the host calls them.
 */
export interface ElectronPort {
	readonly app: AppPort;
	readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => WindowPort;
	readonly Menu: { buildFromTemplate(template: MenuItemConstructorOptions[]): MenuPort; setApplicationMenu(menu: MenuPort | null): void };
	readonly Tray: new (icon: string) => TrayPort;
	readonly dialog: {
		/** Before Electron is ready, Linux shows it on standard error only. */
		showErrorBox(title: string, content: string): void;
		/** `filePath` is empty where it was cancelled. */
		showSaveDialog(parent: ParentPort, options: SaveDialogOptions): Promise<{ readonly canceled: boolean; readonly filePath: string }>;
		showMessageBox(options: MessageBoxOptions): Promise<{ readonly response: number }>;
		showMessageBox(parent: ParentPort, options: MessageBoxOptions): Promise<{ readonly response: number }>;
	};
	readonly ipcMain: { on(channel: string, listener: (event: PortEvent) => void): unknown };
	readonly Notification: NotificationPort;
	/** On Linux and macOS. Electron's types leave out the event that its documentation names. */
	readonly powerMonitor: { on(event: 'shutdown', listener: (event?: Preventable) => void): unknown };
	readonly powerSaveBlocker: { start(type: 'prevent-app-suspension'): number; stop(id: number): unknown };
	readonly protocol: {
		registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
		handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
	};
	readonly screen: { getAllDisplays(): readonly { readonly workArea: Bounds }[] };
	readonly session: { readonly defaultSession: SessionPort };
	readonly shell: { openExternal(url: string): Promise<void>; openPath(path: string): Promise<string> };
}

/** Set, given on, or shown where the pointer is. */
export type MenuPort = Electron.Menu;

export interface TrayPort {
	setToolTip(text: string): void;
	setContextMenu(menu: MenuPort): void;
	destroy(): void;
	on(event: 'click', listener: () => void): unknown;
}

export interface Bounds {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

export interface Preventable {
	preventDefault(): void;
}

export interface NotificationPort {
	isSupported(): boolean;
	new (options: {
		readonly title: string;
		readonly body: string;
	}): {
		show(): void;
		on(event: 'click' | 'close' | 'failed', listener: () => void): unknown;
	};
}

export interface AppPort {
	readonly isPackaged: boolean;
	enableSandbox(): void;
	setPath(name: 'userData', path: string): void;
	/** Windows shows notifications, and groups windows, under this. */
	setAppUserModelId(id: string): void;
	setAboutPanelOptions(options: AboutPanelOptionsOptions): void;
	addRecentDocument(path: string): void;
	getPreferredSystemLanguages(): readonly string[];
	/** `handed` reaches the one that has the lock. */
	requestSingleInstanceLock(handed: { readonly args: readonly string[] }): boolean;
	/** At the icon in the taskbar of Windows. */
	setJumpList(categories: JumpListCategory[]): unknown;
	/** macOS alone. */
	readonly dock?: { setMenu(menu: MenuPort): void } | undefined;
	whenReady(): Promise<void>;
	/** Starts it again once this process has ended. */
	relaunch(options: { readonly args: string[] }): void;
	quit(): void;
	exit(code: number): void;
	on(event: 'activate' | 'window-all-closed', listener: () => void): unknown;
	on(event: 'before-quit' | 'will-quit', listener: (event: Preventable) => void): unknown;
	on(event: 'second-instance', listener: (event: Preventable, argv: string[], folder: string, handed: unknown) => void): unknown;
	/** macOS alone; on the others a file comes as an argument. */
	on(event: 'open-file', listener: (event: Preventable, path: string) => void): unknown;
	on(event: 'web-contents-created', listener: (event: Preventable, contents: ContentsPort) => void): unknown;
}

/** What a dialogue or a menu is shown above. */
export interface ParentPort {
	isDestroyed(): boolean;
	isFocused(): boolean;
	show(): void;
	focus(): void;
	restore(): void;
	maximize(): void;
	isMinimized(): boolean;
	isMaximized(): boolean;
	getNormalBounds(): Bounds;
	/** A share of 1; -1 takes it away. */
	setProgressBar(share: number): void;
	/** Without asking anybody. */
	destroy(): void;
}

export interface WindowPort extends ParentPort {
	readonly webContents: ContentsPort;
	/** Rejects with a `code`, `ERR_ABORTED` where another load or a reload came between. */
	loadURL(url: string): Promise<void>;
	once(event: 'ready-to-show', listener: () => void): unknown;
	on(event: 'close', listener: (event: Preventable) => void): unknown;
	/** `session-end`: on Windows, where an app that ends with the system is not asked to quit. */
	on(event: 'closed' | 'unresponsive' | 'responsive' | 'session-end', listener: () => void): unknown;
}

export interface Navigation extends Preventable {
	readonly url: string;
	readonly isMainFrame: boolean;
}

/** Where somebody clicked with the right button, as far as the menu there needs it. */
export interface ClickedPlace {
	readonly isEditable: boolean;
	readonly selectionText: string;
	readonly editFlags: { readonly canCut: boolean; readonly canCopy: boolean; readonly canPaste: boolean; readonly canSelectAll: boolean };
}

export interface ContentsPort {
	readonly id: number;
	reload(): void;
	printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>;
	setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
	on(event: 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown;
	on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
	on(event: 'context-menu', listener: (event: Preventable, place: ClickedPlace) => void): unknown;
	on(event: 'render-process-gone', listener: (event: Preventable, details: { readonly reason: string }) => void): unknown;
}

export interface SessionPort {
	setPermissionRequestHandler(handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void): void;
	setPermissionCheckHandler(handler: () => boolean): void;
	setDevicePermissionHandler(handler: () => boolean): void;
	readonly webRequest: {
		onBeforeRequest(listener: (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void): void;
	};
}

/** A message that carries ports, as the preload script sends it. */
export interface PortEvent {
	readonly sender: { readonly id: number };
	readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
	readonly ports: readonly MainPort[];
}

/** `MessagePortMain`: it holds its messages back until `start`. */
export interface MainPort {
	on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
	on(event: 'close', listener: () => void): unknown;
	postMessage(message: unknown): void;
	start(): void;
	close(): void;
}
