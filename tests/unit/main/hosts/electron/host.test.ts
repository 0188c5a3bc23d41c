import type { MenuItemConstructorOptions } from 'electron';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appUrl } from '../../../../../src/main/hosts/electron/app-scheme.ts';
import { runElectronHost } from '../../../../../src/main/hosts/electron/host.ts';
import type { Served } from '#main/hosts/demo.ts';
import { readHostArguments, writeHostArguments } from '#main/hosts/host-arguments.ts';
import { HandedFiles } from '#main/services/handed-files.ts';
import type { Language } from '../../../../../src/shared/languages.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/outcome.ts';
import { eventually } from '../../../../support/eventually.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { type FakeWindow, makeFakeElectron, portEvent } from './fake-electron.ts';
import { portChannel } from '../../../../../src/shared/window-host.ts';
import { systemRandom } from '../../../../../src/main/system.ts';

let dataDir: string;
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'electron-host-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

interface StartOptions {
	readonly platform?: NodeJS.Platform;
	readonly composed?: Outcome<Served>;
	readonly folder?: string;
	readonly args?: readonly string[];
	readonly isUnprotected?: boolean;
	/** Goes on while the data is being opened. */
	readonly composing?: () => void;
}

const start = async (
	fake: ReturnType<typeof makeFakeElectron>,
	{ platform = 'linux', composed, folder = dataDir, args = [], isUnprotected = false, composing }: StartOptions = {},
) => {
	const calls: string[] = [];
	const clock = new ManualClock();
	const outside = {
		handed: new HandedFiles(),
		calls,
		clock,
		isAtWork: false,
		close: () => Promise.resolve(),
		speak: (_language: Language): void => undefined,
		tellToEnd: (): void => undefined,
	};
	const router = { ping: os.handler(() => 'pong') } as unknown as Served['router'];
	const app: Served = {
		router,
		routerAt: () => router,
		isAtWork: () => outside.isAtWork,
		close: () => {
			calls.push('close');
			return outside.close();
		},
	};
	await runElectronHost(fake.electron, {
		compose: ({ speak, handedFiles }) => {
			outside.speak = speak;
			outside.handed = handedFiles;
			calls.push('compose');
			composing?.();
			return Promise.resolve(composed ?? done(app));
		},
		dataDir: folder,
		asked: readHostArguments(args),
		entry: ['/app'],
		program: 'C:\\app.exe',
		isUnprotected,
		rendererDir: '/nowhere',
		preload: '/out/preload/index.cjs',
		icon: '/icon.png',
		licencesFile: '/licences.txt',
		platform,
		versions: { app: '1.2.3', electron: '45', chromium: '156', node: '24' },
		updates: { feedFile: join(dataDir, 'no-feed'), load: () => Promise.reject(new Error('there is no feed')) },
		clock,
		random: systemRandom,
		onToldToEnd: (leave) => {
			outside.tellToEnd = leave;
		},
	});
	return outside;
};

/** As Electron tells the first of a second start: with Chromium's order of its arguments, and with what it handed over as it was. */
const startAgain = ({ app }: ReturnType<typeof makeFakeElectron>, ...args: readonly string[]): void => {
	const switches = args.filter((arg) => arg.startsWith('--'));
	const others = args.filter((arg) => !arg.startsWith('--'));
	const handed = { args: writeHostArguments(readHostArguments(args)) };
	app.emit('second-instance', {}, ['app', ...switches, '--allow-file-access-from-files', ...others], '/', handed);
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const itemsOf = (menu: MenuItemConstructorOptions[], label: string): readonly MenuItemConstructorOptions[] =>
	menu.find((item) => item.label === label)?.submenu as MenuItemConstructorOptions[];

const openGuide = (fake: ReturnType<typeof makeFakeElectron>): void => {
	const { click } = itemsOf(fake.seen.menu, 'Help').find(({ label }) => label === 'Guide') ?? {};
	(click as (() => void) | undefined)?.();
};

describe('starting', () => {
	it('does what must be done before Electron is ready, in order', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.done).toEqual(['scheme', 'sandbox', `path userData ${join(dataDir, 'window')}`, 'lock', 'ready']);
	});

	it('opens one sandboxed window on the app, 1280 by 800', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.windows).toHaveLength(1);
		const [window] = fake.windows;
		expect(window?.done).toEqual(['load invite-doctor://app/index.html']);
		expect(window?.options).toMatchObject({ width: 1280, height: 800, show: false });
		expect(window?.options.webPreferences).toMatchObject({
			contextIsolation: true,
			sandbox: true,
			nodeIntegration: false,
			webSecurity: true,
			webviewTag: false,
			preload: '/out/preload/index.cjs',
		});
		window?.emit('ready-to-show');
		expect(window?.done).toContain('show');
	});

	it('holds the navigation of its own window', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.windows[0]?.webContents.navigate('https://evil.example/')).toBe('held');
	});

	it('leaves at once where another has the lock, without opening the data', async () => {
		const fake = makeFakeElectron({ hasLock: false });
		expect((await start(fake)).calls).toEqual([]);
		expect(fake.done).toContain('quit');
		expect(fake.windows).toEqual([]);
	});

	it('says in a sentence why the data cannot be opened', async () => {
		const fake = makeFakeElectron();
		await start(fake, { composed: failed('store-newer') });
		expect(fake.seen.errors[0]).toContain('a newer version of Invite Doctor');
		expect(fake.seen.errors[0]).toContain(dataDir);
		expect(fake.done.at(-1)).toBe('exit 2');
		expect(fake.windows).toEqual([]);
	});

	it('says it in a window where the data folder cannot even be made', async () => {
		const fake = makeFakeElectron();
		await writeFile(join(dataDir, 'file'), '');
		await start(fake, { folder: join(dataDir, 'file', 'data') });
		expect(fake.done, 'before Electron is ready no window can be shown').toContain('ready');
		expect(fake.seen.errors[0]).toContain('its data folder cannot be written');
		expect(fake.done.at(-1)).toBe('exit 2');
	});

	it('opens nothing without its sandbox, and says what cures it', async () => {
		const fake = makeFakeElectron();
		const { calls } = await start(fake, { isUnprotected: true });
		expect(fake.seen.errors[0]).toContain('sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0');
		expect([fake.done.at(-1), calls, fake.windows]).toEqual(['exit 2', [], []]);
	});

	it('is known to Windows by the id of its installer', async () => {
		const fake = makeFakeElectron();
		await start(fake, { platform: 'win32' });
		const builder = await readFile(new URL('../../../../../electron-builder.mjs', import.meta.url), 'utf8');
		expect(builder).toContain("appId: 'io.github.invite-doctor'");
		expect(fake.done).toContain('id io.github.invite-doctor');
	});

	it('is no installed app to Windows in a checkout, and offers nothing at its icon', async () => {
		const fake = makeFakeElectron();
		fake.app.isPackaged = false;
		await start(fake, { platform: 'win32' });
		expect(fake.done).toContain('id C:\\app.exe');
		expect(fake.app.jumpList).toEqual([]);
	});

	it('says which versions it is made of', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.app.about).toMatchObject({ applicationVersion: '1.2.3', credits: 'Electron 45, Chromium 156, Node 24' });
	});

	it('says them on Linux too, which shows no credits', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.app.about.copyright).toContain('Electron 45, Chromium 156, Node 24');
	});

	it('offers pages and the lists opened last in the taskbar of Windows, in the language of the window', async () => {
		const fake = makeFakeElectron();
		const { speak } = await start(fake, { platform: 'win32' });
		speak('de');
		const [recent, tasks] = fake.app.jumpList;
		expect(recent).toEqual({ type: 'recent' });
		expect(tasks?.items?.map(({ title, program, args }) => [title, program, args])).toEqual([
			['Liste importieren', 'C:\\app.exe', '--open-page=import'],
			['Listen & Prüfläufe', 'C:\\app.exe', '--open-page=runs'],
		]);
	});

	it('offers the same in the dock of macOS', async () => {
		const fake = makeFakeElectron();
		let items: readonly MenuItemConstructorOptions[] = [];
		fake.app.dock = { setMenu: (menu) => (items = (menu as unknown as { readonly template: MenuItemConstructorOptions[] }).template) };
		await start(fake, { platform: 'darwin' });
		expect(items.map(({ label }) => label)).toEqual(['Import a list', 'Lists & runs']);
		fake.windows[0]?.close();
		(items[0]?.click as (() => void) | undefined)?.();
		expect(fake.windows[1]?.done).toEqual([`load ${appUrl}#/import`]);
	});

	it('opens the guide in its window from the Help menu, keeping the page', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		openGuide(fake);
		await eventually(() => expect(fake.windows[0]?.done.at(-1)).toBe(`load ${appUrl}#/help/first-steps`));
		expect(fake.windows).toHaveLength(1);
	});
});

describe('the window', () => {
	it('comes back where it was left', async () => {
		const first = makeFakeElectron();
		await start(first);
		first.windows[0]?.emit('close');
		expect(JSON.parse(await readFile(join(dataDir, 'window.json'), 'utf8'))).toEqual({
			x: 10,
			y: 20,
			width: 1000,
			height: 700,
			isMaximized: false,
		});
		const second = makeFakeElectron();
		await start(second);
		expect(second.windows[0]?.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 });
	});

	it.each([
		['a screen that is gone', { x: 5000, y: 20, width: 1000, height: 700 }, { width: 1000, height: 700 }],
		['a size of nothing', { x: 1, y: 1, width: 0, height: 700 }, { width: 1280, height: 800 }],
		['words', 'wide', { width: 1280, height: 800 }],
	])('does not follow a stored place on %s', async (_name, stored, expected) => {
		await writeFile(join(dataDir, 'window.json'), JSON.stringify(stored));
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.windows[0]?.options).toMatchObject(expected);
		expect(fake.windows[0]?.options).not.toHaveProperty('x');
	});

	it('is brought forward by a second start, and made anew once closed', async () => {
		const fake = makeFakeElectron();
		await start(fake, { platform: 'darwin' });
		startAgain(fake);
		expect(fake.windows[0]?.done.slice(1)).toEqual(['restore', 'show', 'focus']);
		fake.windows[0]?.close();
		fake.app.emit('activate');
		expect(fake.windows).toHaveLength(2);
	});

	it('goes to the run that a second start names', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		startAgain(fake, '--data-dir', 'x', '--open-run', 'r 1');
		expect(fake.windows[0]?.done.at(-1)).toBe(`load ${appUrl}#/runs/r%201`);
	});

	it('is told of files that the system opens with the app, by each of the ways', async () => {
		const fake = makeFakeElectron();
		const { handed } = await start(fake);
		startAgain(fake, '--data-dir', 'x', '/home/ann/people.csv');
		let isHeld = false;
		fake.app.emit('open-file', { preventDefault: () => (isHeld = true) }, '/Users/ann/people.xlsx');
		expect(isHeld).toBe(true);
		const told = handed.watch();
		expect([(await told.next()).value?.name, (await told.next()).value?.name]).toEqual(['people.csv', 'people.xlsx']);
		expect(fake.done.filter((what) => what.startsWith('recent'))).toEqual(['recent /home/ann/people.csv', 'recent /Users/ann/people.xlsx']);
		expect(await handed.take('3'), 'no other path').toMatchObject({ ok: false });
	});

	it('is told of what another start names while the data is still being opened', async () => {
		const fake = makeFakeElectron();
		const { handed } = await start(fake, { composing: () => startAgain(fake, '--open-run', 'r1', '/home/ann/people.csv') });
		expect((await handed.watch().next()).value?.name).toBe('people.csv');
		expect(fake.windows.map((window) => window.done[0])).toEqual([`load ${appUrl}#/runs/r1`]);
	});

	it('hands what it was told over to the one that is open already, where that can find it', async () => {
		const fake = makeFakeElectron({ hasLock: false });
		await start(fake, { args: ['--open-run', 'r 1', 'people.csv'] });
		expect(fake.app.handed.args).toEqual([`--data-dir=${dataDir}`, '--open-run=r 1', resolve('people.csv')]);
	});

	it('opens on the page that was chosen at the icon', async () => {
		const fake = makeFakeElectron();
		await start(fake, { args: ['--open-page=import'] });
		expect(fake.windows[0]?.done).toEqual([`load ${appUrl}#/import`]);
		startAgain(fake, '--open-page=runs');
		expect(fake.windows[0]?.done.at(-1)).toBe(`load ${appUrl}#/runs`);
	});

	it('that was maximised shows itself only when there is something to see', async () => {
		const state = { x: 0, y: 0, width: 1000, height: 700, isMaximized: true };
		await writeFile(join(dataDir, 'window.json'), JSON.stringify(state));
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.windows[0]?.done).not.toContain('show');
		fake.windows[0]?.emit('ready-to-show');
		expect(fake.windows[0]?.done.slice(1)).toEqual(['maximize', 'show', 'show']);
	});

	it('is shown, and can be closed, also where its page never has anything to show', async () => {
		const fake = makeFakeElectron();
		const { clock } = await start(fake);
		expect(fake.windows[0]?.done).not.toContain('show');
		await clock.advance(11_000);
		expect(fake.windows[0]?.done).toContain('show');
	});
});

describe('loading', () => {
	/** A window whose first load ends as the test says. */
	const startLoading = async (load: Promise<void>) => {
		const fake = makeFakeElectron();
		const Real = fake.electron.BrowserWindow as new (options: object) => FakeWindow;
		const BrowserWindow = class extends Real {
			override loads = [load];
		};
		await start({ ...fake, electron: { ...fake.electron, BrowserWindow } });
		return fake;
	};
	const loadError = (code: string): Error => Object.assign(new Error(`${code} loading`), { code });

	it('is replaced by another load or a reload without a word', async () => {
		const { promise, reject } = Promise.withResolvers<void>();
		const fake = await startLoading(promise);
		openGuide(fake);
		reject(loadError('ERR_ABORTED'));
		await settled();
		expect(fake.seen.errors).toEqual([]);
		expect(fake.windows[0]?.done).toContain(`load ${appUrl}#/help/first-steps`);
	});

	it('is given up with the window without a word', async () => {
		const { promise, reject } = Promise.withResolvers<void>();
		const fake = await startLoading(promise);
		fake.windows[0]?.close();
		reject(loadError('ERR_FAILED'));
		await settled();
		expect(fake.seen.errors).toEqual([]);
		expect(fake.done).toContain('exit 0');
	});

	it('says so where it fails', async () => {
		const { promise, reject } = Promise.withResolvers<void>();
		const fake = await startLoading(promise);
		reject(loadError('ERR_FAILED'));
		await settled();
		expect(fake.seen.errors).toEqual(['The window could not be loaded. (ERR_FAILED loading)']);
	});
});

describe('a page that crashed or hangs', () => {
	it.each([
		[
			'crashed',
			(window: FakeWindow) => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' }),
			'The window stopped working.',
		],
		['hangs', (window: FakeWindow) => window.emit('unresponsive'), 'The window does not respond.'],
	])('%s: it is said, and opened anew', async (_name, raise, message) => {
		const fake = makeFakeElectron();
		fake.seen.answers = [0];
		await start(fake);
		const [window] = fake.windows;
		if (window !== undefined) raise(window);
		await settled();
		expect(fake.seen.messageBoxes).toMatchObject([{ message, detail: 'Runs and plans continue. Nothing is lost.' }]);
		expect(window?.webContents.reloads).toBe(1);
	});

	it('that hangs is waited for where the person wants to, and asked about once at a time', async () => {
		const fake = makeFakeElectron();
		fake.seen.answers = [-1, 1];
		await start(fake);
		fake.windows[0]?.emit('unresponsive');
		fake.windows[0]?.emit('unresponsive');
		await settled();
		expect(fake.seen.messageBoxes).toHaveLength(1);
		expect(fake.windows[0]?.webContents.reloads).toBe(0);
	});

	it('that was ended on purpose is no news', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		fake.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
		expect(fake.seen.messageBoxes).toEqual([]);
	});
});

describe('ending', () => {
	it.each([
		['linux', true],
		['win32', true],
		['darwin', false],
	] as const)('on %s, closing the last window quits: %s', async (platform, quits) => {
		const fake = makeFakeElectron();
		await start(fake, { platform });
		fake.windows[0]?.close();
		expect(fake.done.includes('quit')).toBe(quits);
	});

	it('stores what runs before the process goes, once', async () => {
		const fake = makeFakeElectron();
		const { calls } = await start(fake);
		fake.app.quit();
		fake.app.quit();
		await settled();
		expect(calls).toEqual(['compose', 'close']);
		expect(fake.done.filter((what) => what.startsWith('exit'))).toEqual(['exit 0']);
	});

	it('waits ten seconds and no longer', async () => {
		const fake = makeFakeElectron();
		const set = await start(fake);
		set.close = () => new Promise(() => undefined);
		fake.app.quit();
		await set.clock.advance(9000);
		expect(fake.done.filter((what) => what.startsWith('exit'))).toEqual([]);
		await set.clock.advance(1000);
		expect(fake.done.at(-1)).toBe('exit 1');
	});

	it('starts anew for whoever starts it meanwhile, and opens no window in a process that goes', async () => {
		const fake = makeFakeElectron();
		const set = await start(fake);
		set.close = () => new Promise(() => undefined);
		fake.app.quit();
		startAgain(fake, '--open-run', 'r1', '/home/ann/people.csv');
		fake.app.emit('activate');
		expect(fake.done).toContain('relaunch /app --open-run=r1 /home/ann/people.csv');
		expect(fake.windows).toHaveLength(1);
	});
});

describe('leaving while something is at work', () => {
	const keep = 0;
	const stop = 1;
	const cancel = 2;
	const leaveAtWork = async (
		answers: number[],
		leave: (fake: ReturnType<typeof makeFakeElectron>) => void,
		platform: NodeJS.Platform = 'linux',
	) => {
		const fake = makeFakeElectron();
		fake.seen.answers = answers;
		const set = await start(fake, { platform });
		set.isAtWork = true;
		leave(fake);
		await settled();
		return { ...fake, set };
	};
	const closeWindow = (fake: ReturnType<typeof makeFakeElectron>): void => void fake.windows[0]?.close();
	const quit = (fake: ReturnType<typeof makeFakeElectron>): void => fake.app.quit();

	it.each([
		['closing the window', closeWindow],
		['quitting', quit],
	])('%s asks, and can be thought better of', async (_name, leave) => {
		const { seen, windows, set, done: did } = await leaveAtWork([cancel], leave);
		expect(seen.messageBoxes).toMatchObject([{ buttons: ['Keep running', 'Stop and quit', 'Cancel'], cancelId: cancel }]);
		expect(windows[0]?.isDestroyed()).toBe(false);
		expect(set.calls).toEqual(['compose']);
		expect(did.filter((what) => what.startsWith('exit'))).toEqual([]);
	});

	it.each([
		['closing the window', closeWindow],
		['quitting', quit],
	])('%s: what runs goes on without a window, with a sign in the tray that opens one', async (_name, leave) => {
		const { seen, windows, set } = await leaveAtWork([keep], leave);
		expect(windows[0]?.isDestroyed()).toBe(true);
		expect(set.calls).toEqual(['compose']);
		expect(seen.trays).toMatchObject([{ toolTip: 'Invite Doctor is still running', isGone: false }]);
		seen.trays[0]?.emit('click');
		expect(windows).toHaveLength(2);
		expect(seen.trays[0]?.isGone).toBe(true);
	});

	it('is stopped where that is wanted, and stored', async () => {
		const { set, done: did } = await leaveAtWork([stop], closeWindow);
		expect(set.calls).toEqual(['compose', 'close']);
		expect(did.at(-1)).toBe('exit 0');
	});

	it('asks nobody who closes a window on macOS, where the app stays in the dock', async () => {
		const { seen, windows } = await leaveAtWork([], closeWindow, 'darwin');
		expect(seen.messageBoxes).toEqual([]);
		expect(windows[0]?.isDestroyed()).toBe(true);
		expect(seen.trays).toEqual([]);
	});

	let isSystemHeld = false;
	const endOfSession = () => ({ preventDefault: () => (isSystemHeld = true) });

	it('has the system wait until what runs is stored', async () => {
		isSystemHeld = false;
		await leaveAtWork([], ({ powerMonitor }) => void powerMonitor.emit('shutdown', endOfSession()));
		expect(isSystemHeld).toBe(true);
	});

	it.each([
		['a signal', (fake: Awaited<ReturnType<typeof leaveAtWork>>) => fake.set.tellToEnd()],
		['the end of the session', (fake: Awaited<ReturnType<typeof leaveAtWork>>) => void fake.powerMonitor.emit('shutdown', endOfSession())],
		['the end of a session of Windows', (fake: Awaited<ReturnType<typeof leaveAtWork>>) => void fake.windows[0]?.emit('session-end')],
	])('does not wait for an answer at %s', async (_name, end) => {
		const fake = await leaveAtWork([], () => undefined);
		end(fake);
		await settled();
		expect(fake.seen.messageBoxes).toEqual([]);
		expect(fake.set.calls).toEqual(['compose', 'close']);
		expect(fake.done.at(-1)).toBe('exit 0');
	});
});

describe('the port', () => {
	const isServed = async (changes: Parameters<typeof portEvent>[0], isClosed = false): Promise<boolean> => {
		const fake = makeFakeElectron();
		await start(fake);
		if (isClosed) fake.windows[0]?.close();
		const port = {
			served: false,
			on: () => undefined,
			postMessage: () => undefined,
			close: () => undefined,
			start: () => (port.served = true),
		};
		fake.ipcMain.emit(portChannel, portEvent({ ports: [port], ...changes }));
		return port.served;
	};

	it('is served to the top frame of our window', async () => expect(await isServed({})).toBe(true));

	it.each([
		['a frame inside the page', { senderFrame: { url: 'invite-doctor://app/index.html', parent: {} } }],
		['a page from elsewhere', { senderFrame: { url: 'https://evil.example/', parent: null } }],
		['a host that starts like ours', { senderFrame: { url: 'invite-doctor://app.evil/', parent: null } }],
		['a frame that is gone', { senderFrame: null }],
		['another window', { sender: { id: 99 } }],
	])('is refused from %s', async (_name, changes) => expect(await isServed(changes)).toBe(false));

	it('is refused once the window is closed', async () => expect(await isServed({}, true)).toBe(false));

	it('is closed when it is refused', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		const { port1, port2 } = new MessageChannel();
		const closed = new Promise((resolve) => port1.on('close', () => resolve('closed')));
		fake.ipcMain.emit(portChannel, { ...portEvent({ senderFrame: null }), ports: [port2] });
		expect(await closed).toBe('closed');
	});
});
