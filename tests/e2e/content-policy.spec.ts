import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { appScopes } from '../../src/shared/scopes.ts';
import { registerApp } from '../support/sign-in.ts';
import { expect, test } from './fixtures.ts';
import { addDemoSite, agreeOnPage, goTo } from './steps.ts';

/** What a script in the page, were there one, tries in turn. By name: how it ended; only `ran` is a hole. */
const probe = (page: Page, elsewhere: string): Promise<Record<string, 'threw' | 'refused' | 'nothing' | 'ran'>> =>
	page.evaluate(async (sink) => {
		const code = 'globalThis.ran = true';
		const dataPage = `data:text/html,<script>${code}</script>`;
		const insert = (name: string, properties: Record<string, unknown>, into: Node = document.body): void => {
			const element = document.createElement(name);
			for (const [key, value] of Object.entries(properties)) {
				if (typeof value === 'string' && key.startsWith('@')) element.setAttribute(key.slice(1), value);
				else Reflect.set(element, key, value);
			}
			into.appendChild(element);
		};
		const markup = (html: string) => () => Reflect.set(document.createElement('div'), 'innerHTML', html);
		const make = (name: string) => (globalThis as unknown as Record<string, new (...given: unknown[]) => unknown>)[name]!;
		const sinkHost = new URL(sink).host;
		const probes: Record<string, () => unknown> = {
			eval: () => Reflect.apply(make('eval'), null, [code]),
			Function: () => new (make('Function'))(code),
			AsyncFunction: () => Reflect.construct(Object.getPrototypeOf(async () => {}).constructor, [code]),
			'a timer of text': () => Reflect.apply(setTimeout, globalThis, [code]),
			'an interval of text': () => Reflect.apply(setInterval, globalThis, [code]),
			'an inline script': () => insert('script', { '@type': 'text/javascript', textContent: code }),
			'an inline module': () => insert('script', { '@type': 'module', textContent: code }),
			'a script by attribute': () => insert('script', { '@src': `${sink}/script.js` }),
			'a data: script': () => insert('script', { '@src': `data:text/javascript,${code}` }),
			'a blob: script': () => insert('script', { '@src': URL.createObjectURL(new Blob([code], { type: 'text/javascript' })) }),
			'an import map': () => insert('script', { '@type': 'importmap', textContent: `{"imports":{"x":"${sink}/x.js"}}` }),
			'import of data:': () => import(/* @vite-ignore */ `data:text/javascript,${code}`),
			'import from elsewhere': () => import(/* @vite-ignore */ `${sink}/module.js`),
			'an event attribute': () => insert('img', { '@src': 'x:', '@onerror': code }),
			'an event attribute of an image in SVG': () => {
				const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
				svg.setAttribute('onload', code);
				document.body.appendChild(svg);
			},
			'a script in SVG': () => {
				const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
				const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
				script.textContent = code;
				svg.appendChild(script);
				document.body.appendChild(svg);
			},
			innerHTML: markup(`<img src=x: onerror="${code}">`),
			outerHTML: () => Reflect.set(document.body.appendChild(document.createElement('i')), 'outerHTML', '<b></b>'),
			insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', `<img src=x: onerror="${code}">`),
			'document.write': () => document.write(`<script>${code}</script>`),
			'a parsed document': () => new DOMParser().parseFromString(`<script>${code}</script>`, 'text/html'),
			'a fragment of a range': () => document.createRange().createContextualFragment(`<script>${code}</script>`),
			'a frame’s srcdoc': () => insert('iframe', { srcdoc: `<script>parent.ran = true</script>` }),
			'a frame of data:': () => insert('iframe', { '@src': dataPage }),
			'a frame of javascript:': () => insert('iframe', { '@src': `javascript:parent.ran=true` }),
			'a frame from elsewhere': () => insert('iframe', { '@src': `${sink}/frame` }),
			'an object': () => insert('object', { '@data': `${sink}/object` }),
			'an embedded page': () => insert('embed', { '@src': `${sink}/embed` }),
			'a link of javascript:': () => {
				const link = document.createElement('a');
				link.setAttribute('href', `javascript:${code}`);
				document.body.appendChild(link).click();
			},
			'a worker of data:': () => new Worker(`data:text/javascript,${code}`),
			'a worker of blob:': () => new Worker(URL.createObjectURL(new Blob([code]))),
			'a shared worker': () => new SharedWorker(`${sink}/worker.js`),
			'a policy of one’s own': () =>
				(globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy(
					'default',
					{ createHTML: (text: string) => text, createScript: (text: string) => text },
				),
			'a base for addresses': () => insert('base', { '@href': sink }, document.head),
			'a form': () => {
				const form = document.createElement('form');
				form.action = `${sink}/form`;
				document.body.appendChild(form).requestSubmit();
			},
			fetch: () => fetch(`${sink}/fetch`, { mode: 'no-cors' }),
			XMLHttpRequest: () => {
				const request = new XMLHttpRequest();
				request.open('GET', `${sink}/xhr`);
				request.send();
			},
			'a beacon': () => navigator.sendBeacon(`${sink}/beacon`, 'x'),
			'a socket': () => new WebSocket(`ws://${sinkHost}/socket`),
			'an event stream': () => new EventSource(`${sink}/events`),
			'an image': () => insert('img', { '@src': `${sink}/image` }),
			'a sound': () => insert('audio', { '@src': `${sink}/sound`, preload: 'auto' }),
			'a style sheet': () => insert('link', { rel: 'stylesheet', href: `${sink}/style.css` }, document.head),
			'an inline style sheet': () =>
				insert('style', { textContent: `@import url(${sink}/import.css); body { color: red }` }, document.head),
			'a font': () => new FontFace('x', `url(${sink}/font)`).load(),
			'a manifest': () => insert('link', { rel: 'manifest', href: `${sink}/manifest` }, document.head),
			'a prefetch': () => insert('link', { rel: 'prefetch', href: `${sink}/prefetch` }, document.head),
			'a preload': () => insert('link', { rel: 'preload', as: 'script', href: `${sink}/preload` }, document.head),
			'a ping': () => {
				const link = document.createElement('a');
				link.href = '#';
				link.ping = `${sink}/ping`;
				document.body.appendChild(link).click();
			},
		};
		const ran = (): boolean => Reflect.get(globalThis, 'ran') === true;
		const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
		/** What is refused is refused by a violation or an exception; what does neither is given the time in which it would have run. */
		const outcome = async (attempt: () => unknown): Promise<'threw' | 'refused' | 'nothing' | 'ran'> => {
			const refused = new Promise<'refused'>((resolve) =>
				document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true }),
			);
			// From a task of its own: what an inspector asks for may evaluate text.
			const attempted = new Promise<'threw' | null>((resolve) =>
				setTimeout(() => {
					void (async () => attempt())().then(
						() => resolve(null),
						() => resolve('threw'),
					);
				}),
			);
			const threw = await Promise.race([attempted, refused]);
			const end = threw ?? (await Promise.race([refused, pause(300).then(() => 'nothing' as const)]));
			return ran() ? 'ran' : end;
		};
		const outcomes: Record<string, 'threw' | 'refused' | 'nothing' | 'ran'> = {};
		for (const [name, attempt] of Object.entries(probes)) {
			outcomes[name] = await outcome(attempt);
			Reflect.deleteProperty(globalThis, 'ran');
		}
		return outcomes;
	}, elsewhere);

const heapOf = async (app: Page): Promise<string> => {
	const session = await app.context().newCDPSession(app);
	const chunks: string[] = [];
	session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void chunks.push(chunk));
	await session.send('HeapProfiler.collectGarbage');
	await session.send('HeapProfiler.takeHeapSnapshot');
	return chunks.join('');
};

test('the tokens are gone from the page once the site has them', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	const heap = await heapOf(app);
	expect(heap).toContain(demo.email);
	expect([demo.apiToken, demo.orgApiKey].filter((token) => heap.includes(token))).toEqual([]);
});

test('nor does the page hold anything of who signed in by an app', async ({ app, demo }) => {
	const { clientId, clientSecret, callbackPort } = await registerApp(demo, appScopes(false));
	await goTo(app, 'Sites');
	await app.getByRole('button', { name: 'Add a site' }).click();
	const form = app.getByRole('form', { name: 'Add a site' });
	await form.getByLabel('Site address').fill(demo.url);
	await form.getByText('OAuth app', { exact: true }).click();
	await form.getByLabel('Client ID').fill(clientId);
	await form.getByLabel('Client secret').fill(clientSecret);
	await form.getByLabel('Callback port').fill(String(callbackPort));
	await form.getByRole('button', { name: 'Add site' }).click();
	await app.getByRole('button', { name: 'Sign in…' }).click();
	await agreeOnPage(app);
	const heap = await heapOf(app);
	expect(heap).toContain(clientId);
	expect(demo.signIns.issued()).toHaveLength(2);
	expect([clientSecret, ...demo.signIns.issued()].filter((secret) => heap.includes(secret))).toEqual([]);
});

test.describe('the policy', () => {
	test.use({ asksForTrouble: true });

	test('lets a script in the window, were there one, run nothing else and reach nobody', { tag: '@desktop' }, async ({ app }) => {
		await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
		const reached: string[] = [];
		const sink = createServer((request, response) => {
			reached.push(request.url ?? '');
			response.setHeader('Access-Control-Allow-Origin', '*').end();
		}).listen(0, '127.0.0.1');
		await once(sink, 'listening');
		const before = app.url();
		const outcomes = await probe(app, `http://127.0.0.1:${(sink.address() as AddressInfo).port}`);
		sink.close();
		const named = (wanted: string): string[] => Object.keys(outcomes).filter((name) => outcomes[name] === wanted);
		expect(named('ran')).toEqual([]);
		// A few are left alone in silence; were it many, the probes would try nothing.
		expect(named('nothing').length, named('nothing').join(', ')).toBeLessThan(6);
		expect(reached).toEqual([]);
		expect(app.url().replace(/#.*/, '')).toBe(before.replace(/#.*/, ''));
	});
});
