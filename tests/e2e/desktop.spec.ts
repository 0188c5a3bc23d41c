import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { Gate } from './gate.ts';
import { type Desktop, runOnStandIn } from './hosts/desktop.ts';
import { addDemoSite, goTo, openPlace, prepareDemoRun, startPreparedRun } from './steps.ts';

test.describe('with a run in the store', () => {
	test.use({ seededRows: 300 });

	test('the desktop window shows each of its pages', { tag: '@desktop' }, async ({ app }) => {
		await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
		await expect(app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell').first()).toBeVisible();
		await app.locator('main header').getByText('Overview', { exact: true }).click();
		await expect(app.getByRole('region', { name: 'Domains with the most blocked people' })).toBeVisible();
		for (const place of ['Sites', 'Snapshots', 'Lists & runs', 'Audit log', 'Network'] as const) {
			await goTo(app, place);
			await expect(app.getByRole('heading', { level: 1, name: place })).toBeVisible();
		}
		await goTo(app, 'Import a list');
		await expect(app.getByText('Drop a workbook or a text file here, or choose one')).toBeVisible();
		await openPlace(app, '#/help/causes/managed-elsewhere');
		await expect(app.getByRole('heading', { name: /^Managed by another organisation/ })).toBeInViewport();
	});
});

/** The system around the desktop app; other hosts have none. */
const systemOf = (desktop: Desktop | null): Desktop => {
	test.skip(desktop === null, 'this is about the system around the desktop app');
	if (desktop === null) throw new Error('skipped');
	return desktop;
};

test('menus speak the language of the window, and open the guide in it', { tag: '@desktop' }, async ({ app, desktop }) => {
	const system = systemOf(desktop);
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	expect(system.done('show')).not.toEqual([]);
	await app.getByRole('button', { name: 'DE: Deutsch' }).click();
	await expect(app.getByRole('heading', { name: 'Noch wurde keine Liste geprüft' })).toBeVisible();
	system.act({ does: 'choose', labels: ['Hilfe', 'Anleitung'] });
	await expect(app.getByRole('article').getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
});

test('a list that is opened with the app is read in its window, and takes no other one’s place', { tag: '@desktop' }, async ({
	app,
	desktop,
	machine,
}) => {
	const system = systemOf(desktop);
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	const openWith = (name: string): void => {
		writeFileSync(join(machine.home, name), 'E-mail,Name\nann@example.com,Ann\nbob@example.com,Bob\n');
		// What Electron makes of the arguments on its way, and what was handed over beside them.
		const argv = ['electron', '--data-dir', '--allow-file-access-from-files', 'app', machine.dataDir, name];
		const handed = { args: [`--data-dir=${machine.dataDir}`, join(machine.home, name)] };
		system.act({ does: 'raise', on: 'app', event: 'second-instance', args: [argv, machine.home, handed] });
	};
	openWith('people.csv');
	await expect(app.getByRole('heading', { name: 'people.csv' })).toBeVisible();
	await expect(app.getByText('ann@example.com').first()).toBeVisible();
	openWith('others.csv');
	await expect(app.getByText('others.csv was not opened')).toBeVisible();
	await expect(app.getByRole('heading', { name: 'people.csv' })).toBeVisible();
	expect(system.done('recent')).toEqual([join(machine.home, 'people.csv'), join(machine.home, 'others.csv')]);
});

test.describe('a run that goes on', () => {
	const gate = new Gate();
	test.use({ demoOptions: { beforeAnswer: gate.pass } });

	test('survives a crash of the window, and its closing where the person wants that', { tag: '@desktop' }, async ({
		app,
		demo,
		desktop,
	}) => {
		const system = systemOf(desktop);
		await prepareDemoRun(app, demo);
		gate.shutAfter((passed) => passed.length > 2);
		await startPreparedRun(app);
		await expect.poll(() => gate.waiting).toBeGreaterThan(0);
		await expect.poll(() => system.done('awake')).toEqual(['prevent-app-suspension']);

		system.act({ does: 'crash-page' });
		const crash = await system.asked('message');
		expect(crash.options).toMatchObject({ message: 'The window stopped working.', buttons: ['Reopen', 'Quit'] });
		system.answer(crash, 0);
		await expect.poll(() => system.done('reload').length).toBe(1);

		system.act({ does: 'close-window' });
		const closing = await system.asked('message');
		expect(closing.options).toMatchObject({ buttons: ['Keep running', 'Stop and quit', 'Cancel'] });
		system.answer(closing, 0);
		await expect.poll(() => system.done('tray')).toContain('shown');
		gate.open();
		await expect.poll(() => system.done('notification')).toMatchObject([{ title: 'invite-list.csv: check finished' }]);
		await expect.poll(() => system.done('awake')).toEqual(['prevent-app-suspension', null]);
	});

	test('is stored where somebody stops it by closing the window', { tag: '@desktop' }, async ({ app, demo, desktop }) => {
		const system = systemOf(desktop);
		await prepareDemoRun(app, demo);
		gate.shutAfter((passed) => passed.length > 2);
		await startPreparedRun(app);
		await expect.poll(() => gate.waiting).toBeGreaterThan(0);
		system.act({ does: 'close-window' });
		system.answer(await system.asked('message'), 1);
		gate.open();
		expect(await system.ended()).toBe(0);
	});
});

/** A proxy that passes everything on, and keeps which addresses were asked for through it. */
const startProxy = async (): Promise<{ readonly address: string; readonly seen: readonly string[]; readonly stop: () => void }> => {
	const seen: string[] = [];
	const proxy = createServer((incoming, outgoing) => {
		seen.push(incoming.url ?? '');
		const onward = request(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	}).listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	return {
		address: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
		seen,
		stop: () => {
			proxy.closeAllConnections();
			proxy.close();
		},
	};
};

test('requests take the proxy that the system names, and the next one where one cannot be reached', { tag: '@desktop' }, async ({
	app,
	demo,
	desktop,
}) => {
	const system = systemOf(desktop);
	const [dead, alive] = [await startProxy(), await startProxy()];
	dead.stop();
	system.act({ does: 'set-proxies', list: `PROXY ${dead.address}; PROXY ${alive.address}; DIRECT` });
	await addDemoSite(app, demo);
	expect(demo.requests().length).toBeGreaterThan(0);
	expect(alive.seen).toHaveLength(demo.requests().length);
	system.act({ does: 'set-proxies', list: 'SOCKS5 127.0.0.1:1' });
	await goTo(app, 'Network');
	await app.getByRole('button', { name: 'Check connection' }).click();
	await expect(app.getByText('Only HTTP proxies work.')).toBeVisible();
	alive.stop();
});

test('the installed app is the command line as well, without a window', { tag: '@desktop' }, async ({ machine }) => {
	const args = ['--command-line', '--', 'runs', '--data-dir', machine.dataDir];
	const { stdout, code } = await runOnStandIn(machine.home, args);
	expect(code).toBe(0);
	expect(stdout).toBe('No runs yet.\n');
	const wrong = await runOnStandIn(machine.home, ['--command-line', '--', 'no-such-command']);
	expect(wrong.code).toBe(2);
});
