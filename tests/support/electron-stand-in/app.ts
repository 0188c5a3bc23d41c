import { EventEmitter } from 'node:events';
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { AboutPanelOptionsOptions, App, JumpListCategory, RelaunchOptions } from 'electron';
import { findChromium } from '../../../scripts/test-system.mjs';
import type { AppPort } from '../../../src/main/hosts/electron/electron-port.ts';
import { ask, isTested, onAct, report, tell } from './channel.ts';
import { type Browser, startChromium } from './devtools.ts';
import type { Held } from './held.ts';

/** What the app needs of a window to end it. */
export interface Closable {
	close(): void;
	destroy(): void;
}

const preventable = () => {
	let isPrevented = false;
	return { preventDefault: () => void (isPrevented = true), isPrevented: () => isPrevented };
};

const locale = (): string => process.argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length) ?? 'en-US';

/** A page saves a file by itself: as in Electron, the person is asked where it goes. */
const saveDownloads = async ({ devtools }: Browser, folder: string): Promise<void> => {
	await devtools.send('Browser.setDownloadBehavior', { behavior: 'allowAndName', downloadPath: folder, eventsEnabled: true });
	const names = new Map<string, string>();
	devtools.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => void names.set(guid, suggestedFilename));
	devtools.on('Browser.downloadProgress', ({ guid, state }) => {
		if (state !== 'completed') return;
		void ask('save', { defaultPath: names.get(guid) }, '').then((path) => path !== '' && renameSync(join(folder, guid), path));
	});
};

/**
 * Electron's `app`: ready only after the entry was evaluated, and ended in Electron's order (`browser.cc`): before-quit, the
 * windows, will-quit, quit.
 */
class StandInApp extends EventEmitter implements Held<App, AppPort> {
	readonly isPackaged = false;
	/** Of macOS alone. */
	readonly dock = undefined;
	readonly windows = new Set<Closable>();
	readonly #ready = Promise.withResolvers<void>();
	#userData = '';
	#browser: Browser | null = null;
	#isReady = false;
	#isQuitting = false;
	#isShuttingDown = false;

	constructor() {
		super();
		setImmediate(() => void this.#start());
		// Electron's own handlers of the signals: once, and then the system's again.
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			const quit = (): void => {
				process.off(signal, quit);
				// Where the app listens, Electron's own handler is gone.
				if (process.listenerCount(signal) === 0) this.quit();
			};
			process.on(signal, quit);
		}
	}

	async #start(): Promise<void> {
		const chromium = findChromium();
		if (chromium === null) throw new Error('no Chromium on this machine');
		this.#browser = await startChromium(chromium, this.#userData, locale());
		if (isTested) {
			const started = new Promise<void>((resolve) => onAct(({ does }) => does === 'start' && resolve()));
			tell({ tells: 'endpoint', endpoint: this.#browser.endpoint });
			await started;
		}
		// As Electron does where a port for its inspector is asked for.
		if (process.argv.includes('--remote-debugging-port=0')) process.stderr.write(`DevTools listening on ${this.#browser.endpoint}\n`);
		await saveDownloads(this.#browser, join(this.#userData, 'downloads'));
		this.#isReady = true;
		this.#ready.resolve();
		this.emit('ready');
	}

	/** What belongs to a running browser; fails where Electron does. */
	get browser(): Browser {
		if (this.#browser === null || !this.#isReady) throw new Error('this can only be used after app is ready');
		return this.#browser;
	}

	#beforeReady(what: string): void {
		if (this.#isReady) throw new Error(`${what} can only be called before app is ready`);
	}

	enableSandbox(): void {
		this.#beforeReady('app.enableSandbox()');
	}

	beforeReady(what: string): void {
		this.#beforeReady(what);
	}

	setPath(name: string, path: string): void {
		if (name === 'userData') this.#userData = path;
	}

	setAppUserModelId(id: string): void {
		report('app-user-model-id', id);
	}

	setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
		report('about', options);
	}

	addRecentDocument(path: string): void {
		report('recent', path);
	}

	setJumpList(categories: JumpListCategory[] | null): 'ok' {
		report('jump-list', categories);
		return 'ok';
	}

	getPreferredSystemLanguages(): string[] {
		return [locale()];
	}

	relaunch(options: RelaunchOptions = {}): void {
		report('relaunch', options.args ?? []);
	}

	requestSingleInstanceLock(): boolean {
		return true;
	}

	whenReady(): Promise<void> {
		return this.#ready.promise;
	}

	getVersion(): string {
		const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
		return version;
	}

	quit(): void {
		if (this.#isQuitting || this.#isShuttingDown) return;
		const event = preventable();
		this.emit('before-quit', event);
		if (event.isPrevented()) return;
		this.#isQuitting = true;
		if (this.windows.size === 0) this.#notifyAndShutDown();
		else for (const window of this.windows) window.close();
	}

	/** A window that stays open has stopped the quitting. */
	closeWasPrevented(): void {
		this.#isQuitting = false;
	}

	allWindowsClosed(): void {
		if (this.#isShuttingDown) return;
		if (this.#isQuitting) this.#notifyAndShutDown();
		else if (this.listenerCount('window-all-closed') === 0) this.quit();
		else this.emit('window-all-closed');
	}

	#notifyAndShutDown(): void {
		const event = preventable();
		this.emit('will-quit', event);
		if (event.isPrevented()) this.#isQuitting = false;
		else this.exit(0);
	}

	exit(code = 0): void {
		if (this.#isShuttingDown) return;
		this.#isShuttingDown = true;
		report('exit', code);
		for (const window of this.windows) window.destroy();
		this.emit('quit', {}, code);
		void Promise.resolve(this.#browser?.close()).then(() => process.exit(code));
	}
}

export const app = new StandInApp();
