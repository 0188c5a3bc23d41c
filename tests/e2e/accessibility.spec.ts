import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { addDemoSite, demoName, expectState, goTo, openDemoList, startDemoRun } from './steps.ts';

for (const scheme of ['light', 'dark'] as const) {
	test.describe(`in ${scheme} colours`, () => {
		test.beforeEach(async ({ app }) => {
			await app.emulateMedia({ colorScheme: scheme });
			await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
		});

		test('the empty views are accessible', async ({ app }) => {
			await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
			await expectNoAxeViolations(app, 'runs, empty');
			await goTo(app, 'Import a list');
			await expectNoAxeViolations(app, 'import, empty');
			await app.getByLabel('Or paste').fill('no addresses');
			await app.getByRole('button', { name: 'Open pasted rows' }).click();
			await expect(app.getByRole('alert')).toBeVisible();
			await expectNoAxeViolations(app, 'import, refused');
			await goTo(app, 'Sites');
			await expectNoAxeViolations(app, 'sites, empty');
			await app.getByRole('button', { name: 'Add a site' }).click();
			await app.getByRole('button', { name: 'Add site' }).click();
			await expect(app.getByText('Fill this in').first()).toBeVisible();
			await expectNoAxeViolations(app, 'sites, form with problems');
		});

		test('sites, import and run are accessible', async ({ app, demo }) => {
			await addDemoSite(app, demo);
			await expectNoAxeViolations(app, 'sites, checked');
			await app.getByRole('button', { name: `Remove ${demoName}` }).click();
			await expect(app.getByRole('dialog')).toBeVisible();
			await expectNoAxeViolations(app, 'sites, removing');
			await app.keyboard.press('Escape');
			await openDemoList(app);
			await expectNoAxeViolations(app, 'import, preview');
			await app.keyboard.press('F8');
			await expect(app.getByRole('button', { name: 'Leave out (X)' })).toBeVisible();
			await expectNoAxeViolations(app, 'import, a problem');
			await app.keyboard.press('F2');
			await expectNoAxeViolations(app, 'import, editing a cell');
			await app.keyboard.type('ann@example.com');
			await app.keyboard.press('Enter');
			await app.getByRole('button', { name: 'Choose another list' }).click();
			await expect(app.getByRole('dialog')).toBeVisible();
			await expectNoAxeViolations(app, 'import, leaving a corrected list');
			await app.getByRole('dialog').getByRole('button', { name: 'Keep this list' }).click();
			await expect(app.getByRole('dialog')).toHaveCount(0);
			await app.keyboard.press('Control+z');
			await expect(app.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
			await app.getByRole('button', { name: 'Choose another list' }).click();
			await startDemoRunOnStoredSite(app, demo);
			await expectNoAxeViolations(app, 'run, running');
			await expectState(app, 'Finished');
			await expectNoAxeViolations(app, 'run, finished');
			await app.getByRole('gridcell').nth(1).click();
			await expect(app.getByText('How we know')).toBeVisible();
			await app.locator('summary').first().click();
			await expectNoAxeViolations(app, 'run, detail');
			await goTo(app, 'Lists & runs');
			await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
			await expectNoAxeViolations(app, 'runs');
		});
	});
}

const startDemoRunOnStoredSite = async (
	app: Parameters<typeof openDemoList>[0],
	demo: Parameters<typeof startDemoRun>[1],
): Promise<void> => {
	await openDemoList(app);
	await app.getByLabel('Service project').selectOption(demo.deskKey);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell').first()).toBeVisible();
};
