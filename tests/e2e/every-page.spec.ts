import type { Page } from '@playwright/test';
import { makeInviteList } from '../../src/demo-site/invite-list.ts';
import { expect, test } from './fixtures.ts';
import { chooseDesk, declareAccess, enterSite, entriesOf, expectState, goTo, listGrid, makePlan, openPlace } from './steps.ts';

const longSite = 'Halden Verkehrsbetriebe und Kundendienst Nord-West, Produktion und Abnahme 2';
const longClient = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und Partner mbH & Co. KG';
const longList = 'Kundinnen und Kunden aller Niederlassungen, Stand nach der zweiten Abstimmung mit dem Vertrieb.csv';

/** A small window, and one of 1280 × 800 at a zoom of 200 %. */
const sizes = [
	{ width: 900, height: 600 },
	{ width: 640, height: 400 },
] as const;

const controls = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'switch', 'spinbutton', 'grid', 'listbox'];
const places = ['dialog', 'navigation', 'main', 'region', 'form', 'group', 'radiogroup', 'article', 'row', 'listitem'];

/** Each control as a screen reader tells it: its place, its role and its name. */
const controlsIn = (snapshot: string): readonly { readonly name: string; readonly told: string }[] => {
	const path: { readonly indent: number; readonly told: string }[] = [];
	return snapshot.split('\n').flatMap((line) => {
		const [, spaces = '', role = '', quoted] = /^( *)- '?([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?/.exec(line) ?? [];
		if (role === '') return [];
		while ((path.at(-1)?.indent ?? -1) >= spaces.length) path.pop();
		const name = quoted === undefined ? '' : (JSON.parse(quoted) as string);
		const within = path.map(({ told }) => told).join(' > ');
		if (places.includes(role)) path.push({ indent: spaces.length, told: `${role} ${name}` });
		return controls.includes(role) ? [{ name, told: `${within} > ${role} ${name}` }] : [];
	});
};

const faultsOfNames = (snapshot: string): readonly string[] => {
	const found = controlsIn(snapshot);
	const counts = new Map<string, number>();
	for (const { told } of found) counts.set(told, (counts.get(told) ?? 0) + 1);
	return [
		...found.filter(({ name }) => name.trim() === '').map(({ told }) => `without a name: ${told}`),
		...found.filter(({ name }) => /^(.{2,}?)[\s,:·–-]*\1$/u.test(name.trim())).map(({ told }) => `its name twice: ${told}`),
		...[...counts].filter(([, count]) => count > 1).map(([told, count]) => `${count} times: ${told}`),
	];
};

/** What stands outside the window and is reached by scrolling the whole page to the side only. */
const outsideOf = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const isInScroller = (element: Element): boolean => {
			for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
				if (['auto', 'scroll'].includes(getComputedStyle(parent).overflowX) && parent.scrollWidth > parent.clientWidth) return true;
			}
			return false;
		};
		const outside = [...document.querySelectorAll('button, a, input, select, textarea, h1, h2')].filter((element) => {
			const { left, right, width, height } = element.getBoundingClientRect();
			return width > 1 && height > 1 && (left < -1 || right > clientWidth + 1) && !isInScroller(element);
		});
		return [
			...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []),
			...outside.map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
		];
	});

const noticesOverPage = (page: Page): Promise<boolean> =>
	page.evaluate(() => {
		const main = document.querySelector('main')?.getBoundingClientRect();
		return [...document.querySelectorAll('[role=status][data-tone], [role=alert][data-tone]')].some((notice) => {
			const { left, right, top, bottom } = notice.getBoundingClientRect();
			return main !== undefined && left < main.right && right > main.left && top < main.bottom && bottom > main.top;
		});
	});

const look = async (page: Page, view: string): Promise<void> => {
	expect(faultsOfNames(await page.locator('body').ariaSnapshot()), `names on ${view}`).toEqual([]);
	for (const size of sizes) {
		await page.setViewportSize(size);
		await expect.poll(() => outsideOf(page), `${view} at ${size.width} × ${size.height}`).toEqual([]);
		expect(await noticesOverPage(page), `notices over ${view} at ${size.width} × ${size.height}`).toBe(false);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
};

test('with long names, in a small window and at 200 %, every page fits and names each control once', async ({ app, demo }) => {
	await app.setViewportSize({ width: 1280, height: 800 });
	await look(app, 'runs, empty');
	await goTo(app, 'Sites');
	await app.getByRole('button', { name: 'Add a site' }).click();
	await app.getByRole('form', { name: 'Add a site' }).getByLabel('Client').fill(longClient);
	await look(app, 'sites, adding one');
	await enterSite(app, { ...entriesOf(demo), name: longSite });
	await expect(app.getByRole('region', { name: 'Connection' }).getByText('Robin Admin')).toBeVisible();
	await expect(app.getByRole('button', { name: 'Dismiss' })).toBeVisible();
	await look(app, 'site');
	await goTo(app, 'Sites');
	await expect(app.getByRole('link', { name: longSite })).toBeVisible();
	await look(app, 'sites');

	await goTo(app, 'Import a list');
	await look(app, 'import, empty');
	await app
		.locator('input[type=file]')
		.setInputFiles({ name: longList, mimeType: 'text/csv', buffer: Buffer.from(makeInviteList(demo.world)) });
	await chooseDesk(app, demo);
	await declareAccess(app, demo);
	await app.keyboard.press('F8');
	await expect(app.getByRole('button', { name: 'Leave out (X)' })).toBeVisible();
	await look(app, 'import');
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');
	const runPlace = await app.evaluate(() => location.hash);
	await look(app, 'run');
	await app.getByRole('gridcell', { name: 'Access suspended' }).first().click();
	await expect(app.getByText('How we know')).toBeVisible();
	await look(app, 'run, detail');
	await app.keyboard.press('Escape');
	await app.getByRole('button', { name: 'Report…' }).click();
	await expect(app.getByRole('dialog').getByRole('button', { name: 'Create report' })).toBeVisible();
	await look(app, 'run, report');
	await app.keyboard.press('Escape');
	await openPlace(app, `${runPlace}/overview`);
	await expect(app.getByRole('region', { name: 'Decisions that unlock the most rows' }).getByRole('listitem').first()).toBeVisible();
	await look(app, 'overview');
	await openPlace(app, runPlace);
	await makePlan(app);
	await look(app, 'plan');
	const planPlace = await app.evaluate(() => location.hash);
	await app.getByRole('button', { name: 'Carry out', exact: true }).click();
	await expect(app.getByRole('dialog').getByRole('button', { name: 'Carry out', exact: true })).toBeVisible();
	await look(app, 'plan, before it is carried out');
	await app.keyboard.press('Escape');
	await openPlace(app, `${planPlace}/work`);
	await expect(app.getByRole('listbox', { name: 'Tasks' }).getByRole('option').first()).toBeVisible();
	await look(app, 'manual tasks');
	await openPlace(app, `${planPlace}/messages`);
	await expect(app.getByRole('heading', { name: 'Messages' })).toBeVisible();
	await look(app, 'messages');

	await openPlace(app, runPlace);
	await app.getByRole('button', { name: 'Run again' }).click();
	await expect.poll(() => app.evaluate(() => location.hash)).not.toBe(runPlace);
	await expectState(app, 'Finished');
	const again = await app.evaluate(() => location.hash);
	await look(app, 'run, again');
	await openPlace(app, `${again}/compare/${runPlace.split('/').at(-1)}`);
	await expect(app.getByRole('grid').getByRole('gridcell').first()).toBeVisible();
	await look(app, 'comparison');
	await goTo(app, 'Lists & runs');
	await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
	await look(app, 'runs');

	await goTo(app, 'Snapshots');
	await app
		.getByRole('button', { name: /^Pull a snapshot/ })
		.first()
		.click();
	await look(app, 'snapshots, pulling');
	await app.getByRole('dialog').getByRole('button', { name: 'Pull', exact: true }).click();
	await app.getByRole('article').getByText('Complete', { exact: true }).waitFor();
	await app.getByText('Contents').click();
	await look(app, 'snapshots');
	await openPlace(app, '#/snapshots/add');
	await expect(app.getByRole('heading', { name: 'Add an admin file' })).toBeVisible();
	await look(app, 'adding an admin file');
	await goTo(app, 'Audit log');
	await expect(app.getByRole('heading', { name: 'Audit log' })).toBeVisible();
	await look(app, 'audit log');
	await goTo(app, 'Network');
	await look(app, 'network');
	await openPlace(app, '#/help/first-steps');
	await expect(app.getByRole('article')).toBeVisible();
	await look(app, 'guide');
	await app.keyboard.press('Control+k');
	await expect(app.getByRole('listbox').getByRole('option').first()).toBeVisible();
	await look(app, 'commands');
});

test('in a small window, the import shows rows and what is to be said of one without scrolling', async ({ app, demo }) => {
	await app.setViewportSize({ width: 900, height: 600 });
	await goTo(app, 'Import a list');
	await app
		.locator('input[type=file]')
		.setInputFiles({ name: longList, mimeType: 'text/csv', buffer: Buffer.from(makeInviteList(demo.world)) });
	await expect(listGrid(app)).toBeVisible();
	await app.keyboard.press('F8');
	await expect(app.getByRole('button', { name: 'Leave out (X)' })).toBeInViewport({ ratio: 1 });
	const { height = 0 } = (await listGrid(app).boundingBox()) ?? {};
	expect(height, 'the titles and five rows').toBeGreaterThan(32 + 5 * 30);
	await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeInViewport({ ratio: 1 });
});

test.describe('in German, where words are longer', () => {
	test.use({ locale: 'de-DE', seededRows: 50 });

	test('every page fits as well', async ({ app }) => {
		await app.getByRole('main').getByRole('link', { name: 'all-customers.csv' }).click();
		await expect(app.getByRole('gridcell').first()).toBeVisible();
		await look(app, 'run');
		for (const hash of ['#/', '#/import', '#/sites', '#/snapshots', '#/snapshots/add', '#/audit', '#/network', '#/help/first-steps']) {
			await openPlace(app, hash);
			await expect(app.getByRole('main').getByRole('heading').first()).toBeVisible();
			await look(app, hash);
		}
	});
});
