import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hostileTexts } from '../support/hostile-texts.ts';
import { expect, test } from './fixtures.ts';
import { addDemoSite, chooseDesk, declareAccess, expectState, goTo, startPreparedRun } from './steps.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A list whose every cell is hostile; the addresses are such that rows are checked all the same. */
const hostileList = (): Buffer => {
	const texts = hostileTexts.filter((text) => text.length < 1000 && text.isWellFormed());
	const lines = texts.map((text, n) => [`person${n}@brightwater.example`, text, text, text].map(quoted).join(','));
	return Buffer.from(['Email,Name,Organisation,<img src=x onerror=globalThis.ran=1>', ...lines].join('\n'));
};

test('nothing that strangers wrote runs in any view', async ({ app, demo }) => {
	const others = [...demo.world.users.values()].filter(({ email }) => email !== demo.email);
	for (const [n, user] of others.entries()) Object.assign(user, { name: hostileTexts[n % hostileTexts.length] });
	const ran = (): Promise<unknown> => app.evaluate(() => Reflect.get(globalThis, 'ran') ?? null);
	app.on('dialog', () => {
		throw new Error('a text opened a dialogue');
	});
	await addDemoSite(app, demo);
	await goTo(app, 'Import a list');
	await app
		.locator('input[type=file]')
		.setInputFiles({ name: '<img src=x onerror=globalThis.ran=1>.csv', mimeType: 'text/csv', buffer: hostileList() });
	await chooseDesk(app, demo);
	await declareAccess(app, demo);
	expect(await ran()).toBeNull();
	await startPreparedRun(app);
	await expectState(app, 'Finished');
	for (const name of ['person0@brightwater.example', 'person5@brightwater.example']) {
		await app.getByRole('gridcell', { name }).click();
		await expect(app.getByRole('complementary', { name })).toBeVisible();
	}
	expect(await ran()).toBeNull();
	await app.locator('main header').getByText('Overview', { exact: true }).click();
	await expect(app.getByRole('region', { name: 'Domains with the most blocked people' })).toBeVisible();
	await app.locator('main header').getByText('Rows', { exact: true }).click();
	await app.getByRole('button', { name: 'Plan fixes…' }).click();
	await app.getByRole('dialog', { name: 'Plan fixes' }).getByRole('button', { name: 'Make the plan' }).click();
	await expect(app.getByRole('heading', { name: /^Plan for / })).toBeVisible();
	for (const place of ['Lists & runs', 'Audit log', 'Sites'] as const) {
		await goTo(app, place);
		await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
	}
	expect(await ran()).toBeNull();
});

test('whatever got into the page could load, run and send nothing', async ({ app, troubles }) => {
	const asked: string[] = [];
	const elsewhere = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.setHeader('access-control-allow-origin', '*');
		response.end('globalThis.ran = 1');
	}).listen(0, '127.0.0.1');
	await once(elsewhere, 'listening');
	const away = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
	const through = await app.evaluate(async (origin) => {
		const settled = <T>(wait: Promise<T>): Promise<boolean> =>
			wait.then(
				() => true,
				() => false,
			);
		/** An element that says by its events whether it was let. */
		const element = (name: string, attributes: Readonly<Record<string, string>>): Promise<boolean> =>
			settled(
				new Promise<void>((resolve, reject) => {
					const made = document.createElement(name);
					made.addEventListener('load', () => resolve());
					made.addEventListener('error', () => reject(new Error(name)));
					document.addEventListener('securitypolicyviolation', () => setTimeout(() => reject(new Error('refused')), 0), { once: true });
					try {
						for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
						document.body.append(made);
					} catch (error) {
						reject(error instanceof Error ? error : new Error('refused'));
					}
				}),
			);
		const throwing = (probe: () => unknown): Promise<boolean> => settled(Promise.resolve().then(probe));
		/** Refused without a sound: what tells is that nothing ran. */
		const ran = async (probe: () => void): Promise<boolean> => {
			Reflect.deleteProperty(globalThis, 'ran');
			await throwing(probe);
			await new Promise((resolve) => {
				requestAnimationFrame(() => requestAnimationFrame(resolve));
			});
			return Reflect.get(globalThis, 'ran') !== undefined;
		};
		const sink = (name: string, text: string) => () => {
			const made = document.createElement('div');
			document.body.append(made);
			Reflect.set(made, name, text);
		};
		const markup = '<img src=x onerror="globalThis.ran=1">';
		const probes: Readonly<Record<string, () => Promise<boolean>>> = {
			eval: () => throwing(() => Reflect.get(globalThis, 'eval')('1')),
			'new Function': () => throwing(() => new Function('return 1')()),
			'setTimeout of a text': () => ran(() => void setTimeout('globalThis.ran = 1' as unknown as () => void, 0)),
			'a worker of a blob': () => throwing(() => new Worker(URL.createObjectURL(new Blob(['1'])))),
			'a worker from elsewhere': () => throwing(() => new Worker(`${origin}/worker.js`)),
			'an import from elsewhere': () => settled(import(/* @vite-ignore */ `${origin}/module.js`)),
			'an import of data': () => settled(import(/* @vite-ignore */ String('data:text/javascript,globalThis.ran=1'))),
			WebAssembly: () => throwing(() => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))),
			innerHTML: () => throwing(sink('innerHTML', markup)),
			outerHTML: () => throwing(sink('outerHTML', markup)),
			insertAdjacentHTML: () => throwing(() => document.body.insertAdjacentHTML('beforeend', markup)),
			'document.write': () => throwing(() => document.write(markup)),
			'a parser': () => throwing(() => new DOMParser().parseFromString(markup, 'text/html')),
			'a fragment of a range': () => throwing(() => document.createRange().createContextualFragment(markup)),
			srcdoc: () => throwing(() => (document.createElement('iframe').srcdoc = markup)),
			'a policy of its own': () =>
				throwing(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('mine', { createHTML: (text: string) => text })),
			'text of a script': () => throwing(() => (document.createElement('script').text = 'globalThis.ran = 1')),
			'a handler in an attribute': () =>
				ran(() => document.body.setAttribute('onclick', 'globalThis.ran = 1')).then(() => ran(() => document.body.click())),
			'a link of script': () =>
				ran(() => {
					const link = document.createElement('a');
					link.href = 'javascript:globalThis.ran=1';
					document.body.append(link);
					link.click();
				}),
			'a script from elsewhere': () => element('script', { src: `${origin}/script.js` }),
			'a style from elsewhere': () => element('link', { rel: 'stylesheet', href: `${origin}/style.css` }),
			'a picture from elsewhere': () => element('img', { src: `${origin}/picture.png` }),
			'a frame from elsewhere': () => element('iframe', { src: `${origin}/frame` }).then(() => false),
			'an object from elsewhere': () => element('object', { data: `${origin}/object` }),
			'an embed from elsewhere': () => element('embed', { src: `${origin}/embed` }),
			'fetch elsewhere': () => settled(fetch(`${origin}/fetch`)),
			'XMLHttpRequest elsewhere': () =>
				settled(
					new Promise<void>((resolve, reject) => {
						const request = new XMLHttpRequest();
						request.onload = () => resolve();
						request.onerror = () => reject(new Error('refused'));
						request.open('GET', `${origin}/xhr`);
						request.send();
					}),
				),
			'a beacon elsewhere': () => throwing(() => navigator.sendBeacon(`${origin}/beacon`, 'x')).then(() => false),
			'a socket elsewhere': () =>
				settled(
					new Promise<void>((resolve, reject) => {
						const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`);
						socket.onopen = () => resolve();
						socket.onerror = () => reject(new Error('refused'));
					}),
				),
			'an event source elsewhere': () =>
				settled(
					new Promise<void>((resolve, reject) => {
						const source = new EventSource(`${origin}/events`);
						source.onopen = () => resolve();
						source.onerror = () => {
							source.close();
							reject(new Error('refused'));
						};
					}),
				),
			'a font from elsewhere': () => settled(new FontFace('away', `url(${origin}/font.woff2)`).load()),
			'a base elsewhere': async () => {
				const base = document.createElement('base');
				base.href = `${origin}/`;
				document.head.append(base);
				const moved = new URL('x', document.baseURI).origin === origin;
				base.remove();
				return moved;
			},
		};
		const passed: string[] = [];
		for (const [name, probe] of Object.entries(probes)) if (await probe()) passed.push(name);
		return { passed, count: Object.keys(probes).length, ran: Reflect.get(globalThis, 'ran') ?? null };
	}, away);
	elsewhere.close();
	elsewhere.closeAllConnections();
	expect(through.count).toBeGreaterThanOrEqual(30);
	expect(through).toMatchObject({ passed: [], ran: null });
	expect(asked, 'what reached another host').toEqual([]);
	// Each refusal is told in the console; elsewhere any of them fails a test.
	expect(troubles.length).toBeGreaterThan(10);
	troubles.length = 0;
});
