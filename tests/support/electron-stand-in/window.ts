import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { WindowPort } from '../../../src/main/hosts/electron/electron-port.ts';
import { app } from './app.ts';
import { report } from './channel.ts';
import { Contents } from './contents.ts';
import type { Held } from './held.ts';
import { ipcMain } from './ipc-main.ts';

let lastId = 0;

/** `BrowserWindow`: nothing of it is seen, but its page is a real one. */
export class StandInWindow extends EventEmitter implements Held<BrowserWindow, WindowPort> {
	readonly webContents: Contents;
	#isDestroyed = false;
	#isShown: boolean;
	#size: { readonly width: number; readonly height: number };

	constructor(options: BrowserWindowConstructorOptions) {
		super();
		lastId += 1;
		this.#isShown = options.show !== false;
		this.#size = { width: options.width ?? 800, height: options.height ?? 600 };
		this.webContents = new Contents(lastId, app.browser, options, ipcMain);
		this.webContents.once('destroyed', () => this.#closed());
		this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
		app.windows.add(this);
		app.emit('web-contents-created', {}, this.webContents);
	}

	loadURL(url: string): Promise<void> {
		return this.webContents.load(url);
	}

	close(): void {
		let isPrevented = false;
		this.emit('close', { preventDefault: () => void (isPrevented = true) });
		if (isPrevented) app.closeWasPrevented();
		else this.destroy();
	}

	destroy(): void {
		if (this.#isDestroyed) return;
		void this.webContents.destroy();
	}

	#closed(): void {
		if (this.#isDestroyed) return;
		this.#isDestroyed = true;
		app.windows.delete(this);
		this.emit('closed');
		if (app.windows.size === 0) app.allWindowsClosed();
	}

	isDestroyed(): boolean {
		return this.#isDestroyed;
	}

	show(): void {
		this.#isShown = true;
		report('show');
	}
	focus(): void {
		report('focus');
	}
	restore(): void {
		report('restore');
	}
	maximize(): void {
		report('maximize');
	}
	isFocused(): boolean {
		return this.#isShown;
	}
	isMinimized(): boolean {
		return false;
	}
	isMaximized(): boolean {
		return false;
	}
	getNormalBounds(): Rectangle {
		return { x: 0, y: 0, ...this.#size };
	}
	setProgressBar(share: number): void {
		report('progress', share);
	}
}
