import type {
	BrowserWindowConstructorOptions,
	CustomScheme,
	MenuItemConstructorOptions,
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
	readonly dialog: {
		showErrorBox(title: string, content: string): void;
		/** `filePath` is empty where it was cancelled. */
		showSaveDialog(options: SaveDialogOptions): Promise<{ readonly canceled: boolean; readonly filePath: string }>;
	};
	readonly ipcMain: { on(channel: string, listener: (event: PortEvent) => void): unknown };
	readonly Notification: NotificationPort;
	readonly protocol: {
		registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
		handle(scheme: string, handler: (request: Request) => Promise<Response>): void;
	};
	readonly screen: { getAllDisplays(): readonly { readonly workArea: Bounds }[] };
	readonly session: { readonly defaultSession: SessionPort };
	readonly shell: { openExternal(url: string): Promise<void>; openPath(path: string): Promise<string> };
}

/** Opaque: the host only passes it on. */
export type MenuPort = Electron.Menu;

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
	new (options: { readonly title: string; readonly body: string }): { show(): void; on(event: 'click', listener: () => void): unknown };
}

export interface AppPort {
	readonly isPackaged: boolean;
	enableSandbox(): void;
	setPath(name: 'userData', path: string): void;
	requestSingleInstanceLock(): boolean;
	whenReady(): Promise<void>;
	quit(): void;
	exit(code: number): void;
	on(event: 'second-instance' | 'activate' | 'window-all-closed', listener: () => void): unknown;
	on(event: 'will-quit', listener: (event: Preventable) => void): unknown;
	on(event: 'web-contents-created', listener: (event: Preventable, contents: ContentsPort) => void): unknown;
}

export interface WindowPort {
	readonly webContents: ContentsPort;
	loadURL(url: string): Promise<void>;
	show(): void;
	focus(): void;
	restore(): void;
	maximize(): void;
	isMinimized(): boolean;
	isMaximized(): boolean;
	getNormalBounds(): Bounds;
	/** A share of 1; -1 takes it away. */
	setProgressBar(share: number): void;
	/** Without asking the page. */
	destroy(): void;
	once(event: 'ready-to-show', listener: () => void): unknown;
	on(event: 'close' | 'closed', listener: () => void): unknown;
}

export interface Navigation extends Preventable {
	readonly url: string;
	readonly isMainFrame: boolean;
}

export interface ContentsPort {
	readonly id: number;
	printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>;
	setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
	on(event: 'will-frame-navigate' | 'will-redirect', listener: (event: Navigation) => void): unknown;
	on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
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
