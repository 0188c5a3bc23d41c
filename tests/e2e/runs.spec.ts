import { expect, expectAccessible, readEverythingUnder, test } from './fixtures.ts';
import { demoName, expectState, goTo, openPlace, rowWithCause, startDemoRun } from './steps.ts';

test('a run is judged again by customer access that was declared since, and the site is not asked', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await expectState(app, 'Finished');
	const place = await app.evaluate(() => location.hash);
	const chip = app.getByRole('group', { name: 'Filter by cause' }).getByRole('button', { name: /^Customer access closed/ });
	const closed = Number((await chip.count()) === 0 ? 0 : /\d+$/.exec((await chip.innerText()).trim())?.[0]);

	await openPlace(app, `#/sites/${encodeURIComponent(demoName)}/customer-access`);
	const form = app.getByRole('form', { name: 'Declare the settings' });
	for (const kind of ['Internal', 'External']) await form.getByRole('radiogroup', { name: kind }).getByText('Off', { exact: true }).click();
	await form.getByRole('button', { name: 'Save' }).click();
	await expect(app.getByText(`Customer access saved for ${demoName}.`)).toBeVisible();

	const asked = demo.requests().length;
	await openPlace(app, place);
	await app.getByRole('button', { name: 'More actions: invite-list.csv' }).click();
	await app.getByRole('menuitem', { name: 'Judge again…' }).click();
	const dialog = app.getByRole('dialog', { name: 'What does Customer access show?' });
	await expect(dialog.getByRole('radiogroup', { name: 'External' }).getByLabel('Off')).toBeChecked();
	await expectAccessible(app, 'run, judging again');
	await dialog.getByRole('button', { name: 'Save' }).click();
	await expect(app.getByText(/^\d+ rows were judged again\.$/)).toBeVisible();
	await expect(async () => expect(Number(/\d+$/.exec((await chip.innerText()).trim())?.[0])).toBeGreaterThan(closed)).toPass();
	expect(demo.requests()).toHaveLength(asked);
});

test('a run is renamed, made again in one click, and deleted with everything', async ({ app, demo, machine }) => {
	await startDemoRun(app, demo);
	await expectState(app, 'Finished');
	const first = await app.evaluate(() => location.hash);

	await app.getByRole('button', { name: 'More actions: invite-list.csv' }).click();
	await app.getByRole('menuitem', { name: 'Rename…' }).click();
	const name = app.getByRole('dialog').getByLabel('Name');
	await expect(name).toBeFocused();
	await name.fill('Guests of May');
	await app.keyboard.press('Enter');
	await expect(app.getByRole('heading', { name: 'Guests of May' })).toBeVisible();

	await app.getByRole('button', { name: 'Run again' }).click();
	await expect.poll(() => app.evaluate(() => location.hash)).not.toBe(first);
	await expect(app.getByRole('heading', { name: 'Guests of May' })).toBeVisible();
	await expectState(app, 'Finished');
	await expect(app.getByText(/250 rows/).first()).toBeVisible();

	const { email } = rowWithCause(demo, 'access-revoked');
	expect(readEverythingUnder(machine.dataDir)).toContain(email);
	await app.getByRole('button', { name: 'More actions: Guests of May' }).click();
	await app.getByRole('menuitem', { name: 'Delete…' }).click();
	const dialog = app.getByRole('dialog', { name: 'Delete this run?' });
	await expect(dialog.getByText('1 run with 250 rows')).toBeVisible();
	await expectAccessible(app, 'run, deleting');
	await dialog.getByRole('button', { name: 'Delete run' }).click();
	await expect(app.getByText('Run deleted')).toBeVisible();
	await expect(app.getByRole('table', { name: 'Runs' }).getByRole('rowheader')).toHaveCount(1);

	await goTo(app, 'Sites');
	await app.getByRole('link', { name: demoName }).click();
	await app.getByRole('button', { name: `Delete ${demoName}` }).click();
	await app.getByRole('radio', { name: 'The site with everything' }).check();
	await expect(app.getByText('1 run with 250 rows')).toBeVisible();
	await app.getByRole('button', { name: 'Delete site' }).click();
	await expect(app.getByRole('heading', { name: 'No site yet' })).toBeVisible();
	expect(readEverythingUnder(machine.dataDir)).not.toContain(email);
});
