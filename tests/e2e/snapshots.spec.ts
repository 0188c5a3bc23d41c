import type { Page } from '@playwright/test';
import { makeInviteList } from '../../src/demo-site/invite-list.ts';
import { makeWorld } from '../../src/demo-site/world/make-world.ts';
import { english, fileOf, portalColumns, usersColumns } from '../support/world-admin-files.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { addDemoSite, declareAccess, demoName, expectedCounts, expectState, goTo } from './steps.ts';

const pullDemoSite = async (app: Page): Promise<void> => {
	await goTo(app, 'Snapshots');
	await app.getByRole('button', { name: `Pull a snapshot: ${demoName}` }).click();
	const dialog = app.getByRole('dialog');
	await expect(dialog.getByRole('button', { name: 'Pull', exact: true })).toBeFocused();
	await app.keyboard.press('Enter');
	await expect(app.getByRole('article').getByText('Complete', { exact: true })).toBeVisible();
};

/** The sample has hundreds of people, and each that is switched off is asked about: a pull of it takes seconds. */
const smallWorld = makeWorld({ peoplePerCause: 2, fillers: 5 });

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const openList = async (app: Page, list: string): Promise<void> => {
	await goTo(app, 'Import a list');
	await app.locator('input[type=file]').setInputFiles(csv('invite-list.csv', list));
	await expect(app.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
};

test.describe('against a snapshot', () => {
	test.use({ demoOptions: { world: smallWorld } });

	test('a list is checked against a snapshot while the site is away', async ({ app, demo }) => {
		await addDemoSite(app, demo);
		await pullDemoSite(app);
		await app.getByText('Contents').click();
		await expect(app.getByRole('row', { name: /^directory of the organisation \d+ POST/i })).toBeVisible();
		await expectAccessible(app, 'snapshots');
		await demo.stop();
		await app.getByRole('button', { name: 'Check a list against it' }).click();
		await openList(app, makeInviteList(demo.world));
		await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
		await app.getByLabel('Service project').selectOption(demo.deskKey);
		await declareAccess(app, demo);
		await expectAccessible(app, 'import, against a snapshot');
		await app.getByRole('button', { name: 'Start', exact: true }).click();
		await expectState(app, 'Finished');
		await expect(app.getByText(`Based on a snapshot of ${demoName}`)).toBeVisible();
		await expect(app.getByText(/^\d+ rows, 0 calls$/)).toBeVisible();
		const chips = app.getByRole('group', { name: 'Filter by cause' });
		const counts = expectedCounts(demo);
		for (const [label, cause] of Object.entries({ 'Access suspended': 'access-revoked', 'Already a customer': 'already-customer' })) {
			await expect(chips.getByRole('button', { name: new RegExp(`^${label}`) })).toHaveText(`${label}${counts.get(cause)}`);
		}
		await app.getByRole('gridcell', { name: 'Access suspended' }).first().click();
		const detail = app.getByRole('complementary');
		await expect(detail.getByText(/^POST .*users\/search$/).first()).toBeVisible();
		await expect(detail.getByText(/^in the snapshot of .+, \d{4}/).first()).toBeVisible();
		await expectAccessible(app, 'run, against a snapshot');
	});
});

test('files an admin hands over become a snapshot', async ({ app, demo }) => {
	await goTo(app, 'Snapshots');
	await expect(app.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
	await expectAccessible(app, 'snapshots, empty');
	await app.getByRole('link', { name: 'Add an admin file' }).click();
	await expect(app.getByRole('heading', { name: 'Add an admin file' })).toBeVisible();
	await app.locator('input[type=file]').setInputFiles(csv('photo.csv', '\u0000\u0001\u0002 no text'));
	await expect(app.getByRole('alert')).toContainText('Nothing was added to a snapshot.');
	await expectAccessible(app, 'a file of an admin, refused');

	const users = fileOf(usersColumns(demo.world, english), english);
	await app.locator('input[type=file]').setInputFiles(csv('export-users_2026-11-20.csv', users.replaceAll(/\bsuspended\b/gi, 'Frozen')));
	await expect(app.getByLabel('Kind of file')).toHaveValue('users');
	await expect(app.getByLabel('Day')).toHaveValue('2026-11-20');
	const add = app.getByRole('button', { name: 'Add to the snapshot' });
	await expect(add).toBeDisabled();
	await app.getByLabel('Site address').fill('halden');
	await app.getByLabel('“Frozen”').selectOption({ label: 'access suspended' });
	await expect(app.getByLabel('JSM access')).not.toHaveValue('');
	await app.getByLabel('Everyone').check();
	await expectAccessible(app, 'a file of an admin');
	await add.click();
	await expect(app.getByRole('heading', { name: 'export-users_2026-11-20.csv added to the snapshot of halden.' })).toBeFocused();

	await app.getByRole('button', { name: 'Add another file' }).click();
	await app.locator('input[type=file]').setInputFiles(csv('portal.csv', fileOf(portalColumns(demo.world, english), english)));
	await expect(app.getByLabel('An existing snapshot')).toBeChecked();
	await app.getByLabel('Everyone').check();
	await add.click();
	await expect(app.getByText('Portal-only customers of')).toBeVisible();
	await goTo(app, 'Snapshots');
	await app.getByRole('button', { name: 'Take out portal.csv' }).click();
	await app.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
	await expect(app.getByText('“portal.csv” was taken out.')).toBeVisible();
	await expect(app.getByText('Portal-only customers of')).toHaveCount(0);
	await expect(app.getByRole('button', { name: /^Take out/ }), 'the last file goes with its snapshot').toHaveCount(0);
	await app.getByRole('link', { name: 'Add an admin file' }).click();
	await app.getByRole('button', { name: 'Add another file' }).click();
	await app.locator('input[type=file]').setInputFiles(csv('portal.csv', fileOf(portalColumns(demo.world, english), english)));
	await app.getByLabel('Everyone').check();
	await add.click();
	await app.getByRole('button', { name: 'Check a list against it' }).click();
	await openList(app, makeInviteList(demo.world));
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');
	await expect(app.getByText('you cannot plan fixes from this run')).toBeVisible();
	await expect(app.getByRole('button', { name: 'Plan fixes…' })).toHaveCount(0);
	await app.getByRole('gridcell', { name: 'Access suspended' }).first().click();
	await expect(app.getByText(/export users of 2026-11-20, line \d+/i).first()).toBeVisible();
});

test('a snapshot goes out as a file and comes back, and a hostile file does not', { tag: '@desktop' }, async ({ app, demo, saved }) => {
	await goTo(app, 'Snapshots');
	await app.getByRole('link', { name: 'Add an admin file' }).click();
	await expect(app.getByRole('heading', { name: 'Add an admin file' })).toBeVisible();
	await app.locator('input[type=file]').setInputFiles(csv('portal_2026-11-20.csv', fileOf(portalColumns(demo.world, english), english)));
	await app.getByLabel('Site address').fill('halden');
	await app.getByRole('button', { name: 'Add to the snapshot' }).click();
	await app.getByRole('link', { name: 'View snapshots' }).click();
	await expect(app.getByRole('article')).toContainText('Portal-only customers of Nov 20, 2026');

	const file = await saved(() => app.getByRole('button', { name: 'Save as a file' }).click());
	expect(file.name).toBe('halden-snapshot-2026-11-20.sqlite');

	await app.getByRole('button', { name: /^Delete: snapshot of/ }).click();
	await expect(app.getByRole('button', { name: 'Keep' })).toBeFocused();
	await expectAccessible(app, 'snapshots, removing');
	await app.getByRole('button', { name: 'Delete snapshot' }).click();
	await expect(app.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();

	const open = async (name: string, buffer: Buffer): Promise<void> =>
		app.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.sqlite3', buffer });
	// More than it announces: the first piece gives it away.
	await open('hostile.sqlite', Buffer.concat([file.bytes, Buffer.alloc(5_000_000, 7)]));
	await expect(app.getByText('This file is damaged.')).toBeVisible();
	await open('changed.sqlite', Buffer.from(file.bytes.toString('latin1').replaceAll('@gmail.com', '@gmail.org'), 'latin1'));
	await expect(app.getByText('The content of this file was changed after the pull')).toBeVisible();
	await expect(app.getByRole('article')).toHaveCount(0);
	await open('halden.sqlite', file.bytes);
	await expect(app.getByRole('article')).toContainText('Portal-only customers of Nov 20, 2026');

	await app.getByRole('button', { name: /^Check everyone in it: snapshot of/ }).click();
	await expect(app.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
	await app.keyboard.press('Enter');
	await expect(app.getByRole('heading', { name: 'Everyone on halden' })).toBeVisible();
	await expectState(app, 'Finished');
	await expect(app.getByRole('gridcell', { name: 'Portal-only account inactive' }).first()).toBeVisible();
});
