import type { MenuItemConstructorOptions } from 'electron';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { os } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appUrl } from '../../../../../src/main/hosts/electron/app-scheme.ts';
import { runElectronHost } from '../../../../../src/main/hosts/electron/host.ts';
import type { Attention } from '../../../../../src/main/services/attention.ts';
import type { App } from '#main/services/compose.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/outcome.ts';
import { portChannel } from '../../../../../src/shared/port-channel.ts';
import { systemRandom } from '../../../../../src/main/random.ts';
import { ManualClock } from '../../../../support/manual-clock.ts';
import { makeFakeElectron, portEvent } from './fake-electron.ts';

let dataDir: string;
beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), 'electron-host-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const start = async (
	fake: ReturnType<typeof makeFakeElectron>,
	{
		platform = 'linux',
		composed,
		onAttention = () => undefined,
	}: { platform?: NodeJS.Platform; composed?: Outcome<App>; onAttention?: (attention: Attention) => void } = {},
) => {
	const calls: string[] = [];
	const app: App = {
		router: { ping: os.handler(() => 'pong') } as unknown as App['router'],
		isAtWork: () => false,
		close: () => Promise.resolve(void calls.push('close')),
	};
	await runElectronHost(fake.electron, {
		compose: (_delivery, given) => {
			onAttention(given);
			calls.push('compose');
			return Promise.resolve(composed ?? done(app));
		},
		dataDir,
		rendererDir: '/nowhere',
		preload: '/out/preload/index.cjs',
		icon: '/icon.png',
		platform,
		clock: new ManualClock(),
		random: systemRandom,
	});
	return calls;
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

	it('shows progress at its window, and comes forward on a click on a notification', async () => {
		const fake = makeFakeElectron();
		const given: Attention[] = [];
		await start(fake, { onAttention: (attention) => void given.push(attention) });
		given[0]?.showProgress(0.5);
		expect(fake.windows[0]?.done).toContain('progress 0.5');
		given[0]?.notify('list.csv is checked', '');
		fake.seen.notifications[0]?.emit('click');
		expect(fake.windows[0]?.done.slice(-3)).toEqual(['restore', 'show', 'focus']);
	});

	it('leaves at once where another has the lock, without opening the data', async () => {
		const fake = makeFakeElectron({ hasLock: false });
		expect(await start(fake)).toEqual([]);
		expect(fake.done.at(-1)).toBe('quit');
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

	it('has a menu with App, Edit, View and Help, and no inspector once installed', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		expect(fake.seen.menu.map(({ label, role }) => role ?? label)).toEqual(['Invite Doctor', 'editMenu', 'View', 'help']);
		expect(JSON.stringify(fake.seen.menu)).not.toContain('toggleDevTools');
	});

	it('opens the guide in its window from the Help menu, keeping the page', async () => {
		const fake = makeFakeElectron();
		await start(fake);
		const help = fake.seen.menu.find(({ role }) => role === 'help')?.submenu as MenuItemConstructorOptions[];
		const click = help.find(({ label }) => label === 'Guide')?.click as (() => void) | undefined;
		click?.();
		await expect.poll(() => fake.windows[0]?.done.at(-1)).toBe(`load ${appUrl}#/help/first-steps`);
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
		fake.app.emit('second-instance');
		expect(fake.windows[0]?.done.slice(1)).toEqual(['restore', 'show', 'focus']);
		fake.windows[0]?.emit('closed');
		fake.app.emit('activate');
		expect(fake.windows).toHaveLength(2);
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
		fake.app.emit('window-all-closed');
		expect(fake.done.includes('quit')).toBe(quits);
	});

	it('stores what runs before the process goes, once', async () => {
		const fake = makeFakeElectron();
		const calls = await start(fake);
		let held = 0;
		const event = { preventDefault: () => (held += 1) };
		fake.app.emit('will-quit', event);
		fake.app.emit('will-quit', event);
		await new Promise(setImmediate);
		expect(held).toBe(2);
		expect(calls).toEqual(['compose', 'close']);
		expect(fake.done.filter((what) => what.startsWith('exit'))).toEqual(['exit 0']);
	});
});

describe('the port', () => {
	const isServed = async (changes: Parameters<typeof portEvent>[0], isClosed = false): Promise<boolean> => {
		const fake = makeFakeElectron();
		await start(fake);
		if (isClosed) fake.windows[0]?.emit('closed');
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
