import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { addDemoSite, demoList, expectedCounts, goTo, rowWithCause } from './steps.ts';

const inBothColours = ['light', 'dark'] as const;

test('the window changes to German and stays so, for the whole main job', async ({ app, demo }) => {
	await expect(app.locator('html')).toHaveAttribute('lang', 'en');
	await addDemoSite(app, demo);
	await goTo(app, 'Sites');
	await app.getByRole('button', { name: 'DE: Deutsch' }).click();
	await expect(app.locator('html')).toHaveAttribute('lang', 'de');
	await expect(app.getByText(/^Eine Site ist eine Atlassian-Cloud-Site/)).toBeVisible();
	await app.reload();
	await expect(app.locator('html')).toHaveAttribute('lang', 'de');

	await app.getByRole('navigation').getByRole('link', { name: 'Liste importieren' }).click();
	await app.locator('input[type=file]').setInputFiles(demoList);
	await expect(app.getByText('250 Zeilen werden geprüft')).toBeVisible();
	await app.getByLabel('Serviceprojekt').selectOption(demo.deskKey);
	await app.getByRole('button', { name: 'Starten', exact: true }).click();
	await expect(app.locator('main header').getByText('Fertig', { exact: true })).toBeVisible();

	await app.locator('main header').getByText('Übersicht', { exact: true }).click();
	const revoked = expectedCounts(demo).get('access-revoked') ?? 0;
	await expect(app.getByRole('region', { name: 'Entscheidungen, die die meisten Zeilen freigeben' })).toContainText(
		`Für ${revoked} Konten den Zugriff wiederherstellen`,
	);
	await app.locator('main header').getByText('Zeilen', { exact: true }).click();

	const person = rowWithCause(demo, 'access-revoked');
	await app.getByRole('searchbox').fill(person.email);
	await expect(app.getByText('1 von 250 Zeilen')).toBeVisible();
	await app.getByRole('gridcell', { name: 'Zugriff gesperrt' }).click();
	const detail = app.getByRole('complementary');
	await expect(detail.getByText(`Verzeichniseintrag von ${person.email}`).first()).toBeVisible();
	await expect(detail.getByText(/„Restore access“/)).toBeVisible();
	await expect(detail.locator('time').first()).toHaveText(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d:\d\d$/);
	for (const colorScheme of inBothColours) {
		await app.emulateMedia({ colorScheme });
		await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
		await expectNoAxeViolations(app, `run, in German, ${colorScheme}`);
	}
});

test.describe('in a German browser', () => {
	test.use({ locale: 'de-AT' });

	test('the window starts in German, and a list that is open is kept over a change of the language', { tag: '@desktop' }, async ({
		app,
	}) => {
		await expect(app.locator('html')).toHaveAttribute('lang', 'de');
		await expect(app.getByRole('heading', { name: 'Noch wurde keine Liste geprüft' })).toBeVisible();
		await app.getByRole('navigation').getByRole('link', { name: 'Liste importieren' }).click();
		await app.locator('input[type=file]').setInputFiles(demoList);
		await expect(app.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
		await app.getByRole('button', { name: 'EN: English' }).click();
		await expect(app.locator('html')).toHaveAttribute('lang', 'en');
		await expect(app.getByText('Drop a workbook or a text file here, or choose one')).toBeVisible();
		await app.getByText('Continue', { exact: true }).click();
		await expect(app.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
	});
});
