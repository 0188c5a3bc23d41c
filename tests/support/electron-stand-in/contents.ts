import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, PrintToPDFOptions, WebContents } from 'electron';
import type { ContentsPort } from '../../../src/main/hosts/electron/electron-port.ts';
import { report } from './channel.ts';
import type { Browser, DevTools } from './devtools.ts';
import { answer, emulated, emulatedScript, isOfScheme, real } from './emulated-scheme.ts';
import type { Held } from './held.ts';
import { binding, type FromPreload, PortMain, preloadSource, preloadWorld } from './ports.ts';
import { permissionsOf, requestIsCancelled } from './session.ts';

/** The page may know its host before it asks: in Electron its scheme says so. */
const nameHost = `new MutationObserver((_, observer) => {
	if (document.documentElement === null) return;
	document.documentElement.dataset.host = 'electron';
	observer.disconnect();
}).observe(document, { childList: true });`;

/** Chromium's own names of what a page may be allowed, and Electron's. */
const permissions = {
	notifications: 'notifications',
	geolocation: 'geolocation',
	'clipboard-read': 'clipboard-read',
	'clipboard-write': 'clipboard-sanitized-write',
};

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
type Preventable = { preventDefault(): void };

const preventable = (): Preventable & { readonly isPrevented: () => boolean } => {
	let isPrevented = false;
	return { preventDefault: () => void (isPrevented = true), isPrevented: () => isPrevented };
};

interface Paused {
	readonly requestId: string;
	readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
	readonly resourceType: string;
	readonly frameId: string;
}

/** An error as `loadURL` rejects with it. */
const loadError = (code: string, url: string): Error => Object.assign(new Error(`${code} loading '${url}'`), { code, url });

/** `WebContents`: one page of Chromium, with what Electron raises about it in Electron's order. */
export class Contents extends EventEmitter implements Held<WebContents, ContentsPort> {
	readonly id: number;
	readonly ipc: EventEmitter;
	readonly #browser: Browser;
	readonly #session: Promise<DevTools>;
	readonly #ports = new Map<string, PortMain>();
	/** Why a page asked to go elsewhere, by its frame; what this process or a test loads is in none. */
	readonly #asked = new Set<string>();
	#openHandler: OpenHandler = () => ({ action: 'allow' });
	#targetId = '';
	#mainFrame = '';
	#preloadContext: number | null = null;
	#isDestroyed = false;

	constructor(id: number, browser: Browser, options: BrowserWindowConstructorOptions, ipc: EventEmitter) {
		super();
		this.id = id;
		this.ipc = ipc;
		this.#browser = browser;
		this.#session = this.#open(options);
		// Whoever loads hears of it; until then nobody waits.
		this.#session.catch(() => undefined);
	}

	async #open({ width = 800, height = 600, webPreferences = {} }: BrowserWindowConstructorOptions): Promise<DevTools> {
		const { devtools } = this.#browser;
		const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true });
		this.#targetId = targetId;
		const session = await this.#browser.attach(targetId);
		session.on('Runtime.executionContextCreated', ({ context }) => {
			const { frameId } = (context.auxData ?? {}) as { frameId?: string };
			if (context.name === preloadWorld && frameId === this.#mainFrame) this.#preloadContext = context.id;
		});
		session.on('Runtime.executionContextsCleared', () => this.#forgetPage());
		session.on('Runtime.bindingCalled', ({ payload }) => this.#heard(JSON.parse(payload) as FromPreload));
		session.on('Page.frameRequestedNavigation', ({ frameId }) => void this.#asked.add(frameId));
		session.on('Page.windowOpen', ({ url }) => this.#openHandler({ url: real(url) } as Parameters<OpenHandler>[0]));
		session.on('Inspector.targetCrashed', () => this.#crashed());
		session.on('Fetch.requestPaused', (paused) => {
			this.#answer(session, paused).catch((error: unknown) => report('request-failed', `${paused.request.url}: ${String(error)}`));
		});
		devtools.on('Target.targetCreated', ({ targetInfo }) => {
			// Every window that a page opens is refused: the app's handler says so to all.
			if (targetInfo.openerId === targetId) void devtools.send('Target.closeTarget', { targetId: targetInfo.targetId });
		});
		devtools.on('Target.targetDestroyed', (target) => {
			if (target.targetId === targetId) this.#destroyed();
		});
		await devtools.send('Target.setDiscoverTargets', { discover: true });
		await session.send('Page.enable');
		this.#mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
		await session.send('Runtime.enable');
		await session.send('Inspector.enable');
		if (webPreferences.preload !== undefined) {
			const source = preloadSource(emulatedScript(readFileSync(webPreferences.preload, 'utf8')));
			await session.send('Runtime.addBinding', { name: binding, executionContextName: preloadWorld });
			await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: preloadWorld });
			await session.send('Page.addScriptToEvaluateOnNewDocument', { source: nameHost });
		}
		for (const [name, known] of Object.entries(permissions)) {
			const setting = permissionsOf(known) ? 'granted' : 'denied';
			await devtools.send('Browser.setPermission', { permission: { name }, setting });
		}
		if (webPreferences.javascript === false) await session.send('Emulation.setScriptExecutionDisabled', { value: true });
		await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
		return session;
	}

	async #answer(session: DevTools, { requestId, request, resourceType, frameId }: Paused): Promise<void> {
		const url = real(request.url);
		const refuse = (errorReason: 'Aborted' | 'BlockedByClient' | 'AddressUnreachable') =>
			session.send('Fetch.failRequest', { requestId, errorReason });
		if (resourceType === 'Document' && this.#isHeld(frameId, url)) {
			await refuse('Aborted');
			return;
		}
		if (requestIsCancelled(url)) {
			await refuse('BlockedByClient');
			return;
		}
		if (!isOfScheme(url)) {
			report('request-left', url);
			await refuse('AddressUnreachable');
			return;
		}
		const response = await answer(new Request(url, { method: request.method }));
		await session.send('Fetch.fulfillRequest', {
			requestId,
			responseCode: response.status,
			responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
			body: Buffer.from(await response.arrayBuffer()).toString('base64'),
		});
	}

	/**
	 * Whether the app holds a page that wants to go elsewhere. As Electron's throttle does: the frame's event first, and
	 * where that is prevented no other. What is loaded from outside the page raises neither. That a page asked is told before
	 * its request: both come by one channel of Chromium's.
	 */
	#isHeld(frameId: string, url: string): boolean {
		if (!this.#asked.delete(frameId)) return false;
		const isMainFrame = frameId === this.#mainFrame;
		const event = preventable();
		this.emit('will-frame-navigate', { ...event, url, isMainFrame });
		if (isMainFrame && !event.isPrevented()) this.emit('will-navigate', { ...event, url, isMainFrame });
		return event.isPrevented();
	}

	#heard(said: FromPreload): void {
		if (said.kind === 'port') this.#ports.get(said.id)?.arrived(said.message);
		else if (said.kind === 'closed') this.#ports.get(said.id)?.closed();
		else {
			const sender = {
				send: (id: string, message: unknown) => this.#inPreload(`standInSend('${id}', ${JSON.stringify(message)})`),
				close: (id: string) => this.#inPreload(`standInClose('${id}')`),
			};
			const ports = said.ports.map((id) => {
				const port = new PortMain(id, sender);
				this.#ports.set(id, port);
				port.once('close', () => this.#ports.delete(id));
				return port;
			});
			this.ipc.emit(said.channel, { sender: this, senderFrame: { url: real(said.url), parent: said.isTop ? null : {} }, ports }, null);
		}
	}

	#inPreload(expression: string): void {
		const contextId = this.#preloadContext;
		if (contextId === null) return;
		// A page that is going hears nothing more, here as there.
		void this.#session.then((session) => session.send('Runtime.evaluate', { expression, contextId })).catch(() => undefined);
	}

	#forgetPage(): void {
		this.#preloadContext = null;
		for (const port of this.#ports.values()) port.closed();
	}

	#crashed(): void {
		this.#forgetPage();
		this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
	}

	#destroyed(): void {
		if (this.#isDestroyed) return;
		this.#isDestroyed = true;
		this.#forgetPage();
		this.emit('destroyed');
	}

	setWindowOpenHandler(handler: OpenHandler): void {
		this.#openHandler = handler;
	}

	async load(url: string): Promise<void> {
		let gone = (): void => undefined;
		const destroyed = new Promise<never>((_resolve, reject) => {
			gone = () => reject(loadError('ERR_FAILED', url));
			this.once('destroyed', gone);
		});
		const loading = (async () => {
			const session = await this.#session;
			const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
			const { loaderId, errorText } = await session.send('Page.navigate', { url: emulated(url) });
			if (errorText !== undefined) throw loadError(errorText.replace('net::', ''), url);
			// Another part of the same page is there at once.
			if (loaderId !== undefined) await loaded;
		})();
		loading.catch(() => undefined);
		destroyed.catch(() => undefined);
		await Promise.race([loading, destroyed]);
		this.off('destroyed', gone);
		this.emit('did-finish-load');
	}

	reload(): void {
		report('reload');
		void this.#session.then((session) => session.send('Page.reload'));
	}

	/** For tests: the process of the page ends. */
	crash(): void {
		void this.#session.then((session) => session.send('Page.crash')).catch(() => undefined);
	}

	async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
		const session = await this.#session;
		const { data } = await session.send('Page.printToPDF', {
			preferCSSPageSize: options.preferCSSPageSize ?? false,
			printBackground: options.printBackground ?? false,
			generateTaggedPDF: options.generateTaggedPDF ?? false,
			generateDocumentOutline: options.generateDocumentOutline ?? false,
		});
		return Buffer.from(data, 'base64');
	}

	isDestroyed(): boolean {
		return this.#isDestroyed;
	}

	/** Without asking the page. */
	async destroy(): Promise<void> {
		await this.#session.catch(() => undefined);
		await this.#browser.devtools.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined);
		this.#destroyed();
	}
}
