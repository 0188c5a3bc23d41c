import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { DemoSite } from '../../src/demo-site/demo-site.ts';
import { readWorkbook, sheetNamed } from '../support/read-workbook.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import type { Opened, SavedFile } from './hosts/host.ts';
import { addDemoSite, chooseDesk, declareAccess, expectState, goTo, startDemoRun } from './steps.ts';

const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#063"/><script>document.title="ran"</script></svg>';

const openDialog = async (app: Page) => {
	await app.getByRole('button', { name: 'Report…' }).click();
	const dialog = app.getByRole('dialog', { name: 'Create a report' });
	await expect(dialog.getByLabel('Client')).toBeVisible();
	return dialog;
};

const finishedRun = async (app: Page, demo: DemoSite): Promise<void> => {
	await startDemoRun(app, demo);
	await expectState(app, 'Finished');
};

const create = async ({ page, saved }: Opened, format: string): Promise<SavedFile> => {
	const dialog = page.getByRole('dialog', { name: 'Create a report' });
	await dialog.getByRole('radio', { name: format }).check();
	return saved(() => dialog.getByRole('button', { name: 'Create report' }).click());
};

/** The page as somebody opens it who was sent it: from elsewhere, with nothing else to be had. */
const openSaved = async (browser: Browser, bytes: Buffer) => {
	const page = await browser.newPage({ colorScheme: 'light' });
	const address = 'https://report.example/report.html';
	const seen: string[] = [];
	page.on('request', (request) => request.url().startsWith('data:') || request.url() === address || seen.push(request.url()));
	page.on('dialog', (dialog) => void seen.push(`dialog: ${dialog.message()}`));
	page.on('console', (message) => void seen.push(`console: ${message.text()}`));
	await page.route('**/*', (route) =>
		route.request().url() === address ? route.fulfill({ body: bytes, contentType: 'text/html; charset=utf-8' }) : route.abort(),
	);
	await page.goto(address);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why people cannot be added as customers');
	return { page, seen };
};

test('a report is made for a client, remembered, and made again without personal data', async ({ app, opened, demo }, { project }) => {
	await finishedRun(app, demo);
	const dialog = await openDialog(app);
	await expect(dialog.getByLabel('Client')).toBeFocused();
	await expectNoAxeViolations(app, 'reports, dialogue');
	await expect(dialog.getByRole('radio', { name: 'PDF', exact: true })).toHaveCount(project.name === 'browser' ? 0 : 1);
	await dialog.getByLabel('Client').fill('Halden <b>Group</b>');
	await dialog.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
	await expect(dialog.getByRole('img', { name: 'Chosen logo' })).toBeVisible();
	const page = await create(opened, 'Page (HTML)');
	expect(page.name).toBe('invite-list-report.html');
	const markup = page.bytes.toString('utf8');
	expect(markup).toContain('Halden &lt;b&gt;Group&lt;/b&gt;');
	expect(markup).toContain(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
	expect(markup).toContain(demo.email);
	const said = project.name === 'browser' ? 'invite-list-report.html is being downloaded.' : 'Saved as invite-list-report.html.';
	await expect(app.getByText(said)).toBeVisible();
	await expect(dialog).toBeHidden();

	await openDialog(app);
	await expect(dialog.getByLabel('Client')).toHaveValue('Halden <b>Group</b>');
	await expect(dialog.getByRole('img', { name: 'Chosen logo' })).toBeVisible();
	await dialog.getByRole('radio', { name: 'Without personal data' }).check();
	await dialog.getByRole('checkbox', { name: 'Number the domains too' }).check();
	await expectNoAxeViolations(app, 'reports, dialogue without personal data');
	const workbook = await create(opened, 'Workbook (Excel)');
	const rows = sheetNamed(readWorkbook(workbook.bytes), 'Rows');
	expect(rows.rows).toHaveLength(251);
	expect(rows.rows[1]?.[1]?.text).toMatch(/^Person 1 \(domain-\d+\)$/);
	expect(rows.xml).not.toMatch(/brightwater|@/);
});

test('the dialogue is left with the keyboard, and refuses what is no picture', async ({ app, demo }) => {
	await finishedRun(app, demo);
	const dialog = await openDialog(app);
	await dialog.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<html>') });
	await dialog.getByRole('button', { name: 'Create report' }).click();
	await expect(dialog.getByRole('alert')).toContainText('neither a PNG nor an SVG picture');
	await dialog.getByRole('button', { name: 'Remove the logo' }).click();
	await dialog.locator('input[type=file]').setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(300_000) });
	await expect(dialog.getByRole('alert')).toContainText('larger than 200 KB');
	await app.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(app.getByRole('button', { name: 'Report…' })).toBeFocused();
});

test('the page to print opens in a tab of its own that has nothing of the session', async ({ app, demo }, { project }) => {
	test.skip(project.name !== 'browser', 'the desktop app makes a PDF instead');
	await finishedRun(app, demo);
	const dialog = await openDialog(app);
	await dialog.getByRole('radio', { name: 'Page to print' }).check();
	await dialog.getByRole('button', { name: 'Create report' }).click();
	const link = dialog.getByRole('link', { name: 'Open the page to print' });
	await expect(link).toBeFocused();
	await expectNoAxeViolations(app, 'reports, page to print');
	const opening = app.context().waitForEvent('page');
	await link.press('Enter');
	const page = await opening;
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why people cannot be added as customers');
	expect(await page.evaluate(() => origin)).toBe('null');
	expect(await page.evaluate(() => opener)).toBeNull();
	await expect(dialog).toBeHidden();
});

test('the desktop app prints a PDF of its own', { tag: '@desktop' }, async ({ app, opened, demo }, { project }) => {
	test.skip(project.name === 'browser', 'a browser prints by itself');
	await finishedRun(app, demo);
	await openDialog(app);
	const { name, bytes } = await create(opened, 'PDF');
	expect(name).toBe('invite-list-report.pdf');
	const pdf = bytes.toString('latin1');
	expect(pdf.startsWith('%PDF-')).toBe(true);
	expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThan(40);
});

test('the page is accessible in light and dark colours, and prints in few pages', async ({ app, opened, demo, sharedBrowser }) => {
	await finishedRun(app, demo);
	await openDialog(app);
	const { page, seen } = await openSaved(await sharedBrowser(), (await create(opened, 'Page (HTML)')).bytes);
	await page.locator('summary').first().click();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await expectNoAxeViolations(page, `the report in ${colorScheme} colours`);
	}
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.locator('.how.printed .evidence').first()).toBeVisible();
	await expect(page.locator('.how:not(.printed)').first()).toBeHidden();
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThan(40);
	expect(seen).toEqual([]);
	await page.close();
});

test('nothing that strangers wrote runs in a report', async ({ app, opened, demo, sharedBrowser }) => {
	await addDemoSite(app, demo);
	await goTo(app, 'Import a list');
	const quoted = (text: string): string => `"${text.replaceAll('\u0000', '').replaceAll('"', '""')}"`;
	const short = hostileTexts.filter((text) => text.length < 1000);
	const lines = short.map((text, index) => `${quoted(text)},person${index}@brightwater.example,${quoted(text)},${quoted(text)}`);
	const csv = ['Name,E-mail,Organisation,Notes', ...lines].join('\r\n');
	await app
		.locator('input[type=file]')
		.setInputFiles({ name: '<script>ran=1</script>.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.toWellFormed()) });
	await chooseDesk(app, demo);
	await declareAccess(app, demo);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');
	await openDialog(app);
	const { bytes } = await create(opened, 'Page (HTML)');

	const { page, seen } = await openSaved(await sharedBrowser(), bytes);
	for (const details of await page.locator('details').all()) await details.evaluate((one: HTMLDetailsElement) => (one.open = true));
	expect(seen).toEqual([]);
	expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
	expect(await page.locator('script, iframe, object, embed, link, base, form, input, img').count()).toBe(0);
	await page.close();
});

test.describe('a report of many rows', () => {
	test.use({ seededRows: 20_000 });

	test('shows how far it is, and can be stopped', async ({ app, desktop, machine }) => {
		await app.getByRole('main').getByRole('link', { name: 'all-customers.csv' }).click();
		const dialog = await openDialog(app);
		await dialog.getByLabel('Workbook (Excel)').check();
		await dialog.getByRole('button', { name: 'Create report' }).click();
		// A browser asks nobody where to save.
		const path = join(machine.home, 'stopped.xlsx');
		if (desktop !== null) desktop.answer(await desktop.asked('save'), path);
		const bar = dialog.getByRole('progressbar', { name: 'Report being created' });
		await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0);
		await dialog.getByRole('button', { name: 'Stop' }).click();
		await expect(dialog.getByRole('button', { name: 'Create report' })).toBeVisible();
		await expect(bar).toHaveCount(0);
		await expect(app.getByText('is being downloaded')).toHaveCount(0);
		expect(existsSync(path)).toBe(false);
	});
});
