import { expect, expectAccessible, test } from './fixtures.ts';
import { addDemoSite, demoName, expectState, goTo, openDemoList, startDemoRun } from './steps.ts';

test('the empty views are accessible in both colours', async ({ app }) => {
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	await expectAccessible(app, 'runs, empty');
	await goTo(app, 'Import a list');
	await expectAccessible(app, 'import, empty');
	await app.getByLabel('Or paste').fill('no addresses');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await expect(app.getByRole('alert')).toBeVisible();
	await expectAccessible(app, 'import, refused');
	await goTo(app, 'Sites');
	await expectAccessible(app, 'sites, empty');
	await app.getByRole('button', { name: 'Add a site' }).click();
	await app.getByRole('button', { name: 'Add site' }).click();
	await expect(app.getByText('Fill this in').first()).toBeVisible();
	await expectAccessible(app, 'sites, form with problems');
});

test('sites, import and run are accessible in both colours', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await expectAccessible(app, 'sites, checked');
	await app.getByRole('button', { name: `Delete ${demoName}` }).click();
	await expect(app.getByRole('dialog')).toBeVisible();
	await expectAccessible(app, 'sites, removing');
	await app.keyboard.press('Escape');
	await openDemoList(app);
	await expectAccessible(app, 'import, preview');
	await app.keyboard.press('F8');
	await expect(app.getByRole('button', { name: 'Leave out (X)' })).toBeVisible();
	await expectAccessible(app, 'import, a problem');
	await app.keyboard.press('F2');
	await expectAccessible(app, 'import, editing a cell');
	await app.keyboard.type('ann@example.com');
	await app.keyboard.press('Enter');
	await app.getByRole('button', { name: 'Choose another list' }).click();
	await expect(app.getByRole('dialog')).toBeVisible();
	await expectAccessible(app, 'import, leaving a corrected list');
	await app.getByRole('dialog').getByRole('button', { name: 'Keep this list' }).click();
	await expect(app.getByRole('dialog')).toHaveCount(0);
	await app.keyboard.press('Control+z');
	await expect(app.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
	await app.getByRole('button', { name: 'Choose another list' }).click();
	await startDemoRunOnStoredSite(app, demo);
	await expectAccessible(app, 'run, running');
	await expectState(app, 'Finished');
	await expectAccessible(app, 'run, finished');
	await app.getByRole('gridcell').nth(1).click();
	await expect(app.getByText('How we know')).toBeVisible();
	await app.locator('summary').first().click();
	await expectAccessible(app, 'run, detail');
	await goTo(app, 'Lists & runs');
	await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
	await expectAccessible(app, 'runs');
});

const startDemoRunOnStoredSite = async (
	app: Parameters<typeof openDemoList>[0],
	demo: Parameters<typeof startDemoRun>[1],
): Promise<void> => {
	await openDemoList(app);
	await app.getByLabel('Service project').selectOption(demo.deskKey);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell').first()).toBeVisible();
};
