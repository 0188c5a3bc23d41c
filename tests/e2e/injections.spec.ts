import { hostileTexts } from '../support/hostile-texts.ts';
import { expect, test } from './fixtures.ts';
import { addDemoSite, chooseDesk, declareAccess, expectState, goTo, startPreparedRun } from './steps.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A list whose every cell is hostile; the addresses are such that rows are checked all the same. */
const hostileList = (): Buffer => {
	// What no text file holds is refused with the file.
	const isOfText = (text: string): boolean =>
		[...text].every((letter) => letter >= ' ' || '\t\n\r'.includes(letter)) && !text.includes('\uFFFE');
	const texts = hostileTexts.filter((text) => text.length < 1000 && text.isWellFormed() && isOfText(text));
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
