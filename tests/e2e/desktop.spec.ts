import { expect, test } from './fixtures.ts';
import { goTo, openPlace } from './steps.ts';

const desktopOnly = 'this is about the system around the desktop app';

test.describe('with a run in the store', () => {
	test.use({ seededRows: 300 });

	test('the desktop window shows each of its pages', { tag: '@desktop' }, async ({ app }) => {
		await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
		await expect(app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell').first()).toBeVisible();
		await app.locator('main header').getByText('Overview', { exact: true }).click();
		await expect(app.getByRole('region', { name: 'Domains with the most blocked people' })).toBeVisible();
		for (const place of ['Sites', 'Snapshots', 'Lists & runs', 'Audit log', 'Network'] as const) {
			await goTo(app, place);
			await expect(app.getByRole('heading', { level: 1, name: place })).toBeVisible();
		}
		await goTo(app, 'Import a list');
		await expect(app.getByText('Drop a workbook (.xlsx) or a CSV file here, or choose one')).toBeVisible();
		await openPlace(app, '#/help/causes/managed-elsewhere');
		await expect(app.getByRole('heading', { name: /^Managed by another organisation/ })).toBeInViewport();
	});
});

test('the menu opens the guide in the window, and closing it ends the app', { tag: '@desktop' }, async ({ app, desktop }) => {
	test.skip(desktop === null, desktopOnly);
	if (desktop === null) return;
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	desktop.act({ does: 'choose', labels: ['help', 'Guide'] });
	await expect(app.getByRole('article').getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
	expect(desktop.done('show')).not.toEqual([]);
	desktop.act({ does: 'close-window' });
	expect(await desktop.ended()).toBe(0);
});
