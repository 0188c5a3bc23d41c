import { type Locator, type Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { clipboardText } from './steps.ts';

test.use({ seededRows: 300 });

const openRun = async (app: Page): Promise<Locator> => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
	const grid = app.getByRole('grid', { name: 'Rows of the list' });
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	return grid;
};

const header = (grid: Locator, name: string): Locator => grid.getByRole('columnheader', { name, exact: true });
const headers = async (grid: Locator): Promise<readonly string[]> =>
	(await grid.locator('[role=columnheader][data-place]').allInnerTexts()).map((text) => text.replace(/\s*[↑↓]$/, ''));
const widthOf = async (cell: Locator): Promise<number> => (await cell.boundingBox())?.width ?? Number.NaN;

/** From the middle of the element, or from `x` within it, by so many pixels. */
const drag = async (app: Page, element: Locator, byPx: number): Promise<void> => {
	const box = await element.boundingBox();
	if (box === null) throw new Error('nothing to drag');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await app.mouse.move(x, y);
	await app.mouse.down();
	await app.mouse.move(x + byPx / 2, y);
	await app.mouse.move(x + byPx, y);
	await app.mouse.up();
};

test('columns are arranged by mouse and keyboard, stay so, and can be reset', async ({ app }) => {
	const grid = await openRun(app);
	const before = await widthOf(header(grid, 'Name'));
	await drag(app, grid.locator('[data-edge=name]'), 80);
	await expect(async () => expect(await widthOf(header(grid, 'Name'))).toBeCloseTo(before + 80, 0)).toPass();
	await header(grid, 'Name').getByRole('button').focus();
	await app.keyboard.press('Shift+ArrowLeft');
	await expect(async () => expect(await widthOf(header(grid, 'Name'))).toBeCloseTo(before + 64, 0)).toPass();

	await app.keyboard.press('Alt+ArrowRight');
	await expect.poll(() => headers(grid)).toEqual(['Line', 'Address', 'Organisation', 'Name', 'Cause', 'Certainty']);
	await expect(header(grid, 'Name').getByRole('button')).toBeFocused();
	await drag(app, header(grid, 'Certainty').getByRole('button'), -700);
	await expect.poll(async () => (await headers(grid)).indexOf('Certainty')).toBeLessThan(4);
	await expect(header(grid, 'Certainty')).toHaveAttribute('aria-sort', 'none');

	await app.getByRole('button', { name: 'Columns' }).click();
	const menu = app.getByRole('menu', { name: 'Columns of the table' });
	await expect(menu.getByRole('menuitemcheckbox').first()).toBeFocused();
	await menu.getByRole('menuitemcheckbox', { name: 'Organisation' }).click();
	await menu.getByRole('menuitemcheckbox', { name: 'Remedy' }).click();
	await app.keyboard.press('Escape');
	await expect(app.getByRole('button', { name: 'Columns' })).toBeFocused();
	const arranged = await headers(grid);
	expect(arranged).toContain('Remedy');
	expect(arranged).not.toContain('Organisation');

	await app.reload();
	await expect.poll(() => headers(grid)).toEqual(arranged);
	await app.getByRole('button', { name: 'Columns' }).click();
	await app.getByRole('menuitem', { name: 'Reset columns' }).click();
	await expect.poll(() => headers(grid)).toEqual(['Line', 'Address', 'Name', 'Organisation', 'Cause', 'Certainty']);
});

test('rows are copied as cells, and have a menu', { tag: '@desktop' }, async ({ app }) => {
	const grid = await openRun(app);
	const email = await grid.locator('[aria-rowindex="3"] [data-column=email]').innerText();
	await grid.focus();
	await app.keyboard.press('ControlOrMeta+a');
	await expect(app.getByText('300 selected')).toBeVisible();
	await app.keyboard.press('ControlOrMeta+c');
	await expect(app.getByText('Copied 300 rows', { exact: false })).toBeVisible();
	const lines = (await clipboardText(app)).trimEnd().split('\n');
	expect(lines).toHaveLength(300);
	expect(lines[1]?.split('\t').slice(0, 2)).toEqual(['3', email.split(' →')[0]]);
	await app.keyboard.press('Escape');

	await app.keyboard.press('Home');
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('Shift+F10');
	const menu = app.getByRole('menu', { name: 'Actions for this row' });
	await expect(menu.getByRole('menuitem', { name: 'Open details' })).toBeFocused();
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('Enter');
	await expect(menu).toHaveCount(0);
	await expect(grid).toBeFocused();
	await expect.poll(() => clipboardText(app)).toBe(email.split(' →')[0]);

	await grid.getByRole('gridcell', { name: 'Access suspended' }).first().click({ button: 'right' });
	await menu.getByRole('menuitem', { name: 'Select all with “Access suspended”' }).click();
	await expect(app.getByText('27 selected')).toBeVisible();
	await grid.getByRole('gridcell', { name: 'Access suspended' }).first().click({ button: 'right' });
	await menu.getByRole('menuitem', { name: 'Plan fixes for 27 selected rows…' }).click();
	await expect(app.getByRole('dialog', { name: 'Plan fixes' })).toContainText('27 selected rows');
	await app.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	await grid.getByRole('gridcell', { name: 'Access suspended' }).first().click({ button: 'right' });
	await menu.getByRole('menuitem', { name: 'Show only “Access suspended”' }).click();
	await expect(app.getByText('27 of 300 rows')).toBeVisible();
	await grid.getByRole('gridcell', { name: 'Access suspended' }).first().click({ button: 'right' });
	await menu.getByRole('menuitem', { name: /^Show only [^“]+\.[a-z]+$/ }).click();
	await expect(app.getByText('27 of 300 rows')).toHaveCount(0);
	await expect(app.getByText(/^\d+ of 300 rows$/)).toBeVisible();
});

test('a dialogue that a menu or a command opened gives the focus back to the table', async ({ app }) => {
	const grid = await openRun(app);
	await grid.focus();
	await app.keyboard.press('Home');
	await app.keyboard.press('Shift+F10');
	await expect(app.getByRole('menuitem').first()).toBeFocused();
	await app.keyboard.press('End');
	await app.keyboard.press('Enter');
	const dialog = app.getByRole('dialog');
	await expect(dialog).toHaveAccessibleName('Plan fixes');
	await app.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(grid).toBeFocused();

	await app.keyboard.press('ControlOrMeta+k');
	await expect(dialog.getByRole('combobox')).toBeFocused();
	await app.keyboard.type('report');
	await app.keyboard.press('Enter');
	await expect(dialog).toHaveAccessibleName('Create a report');
	await app.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(grid).toBeFocused();
});

test('everything is found by its name, and a filter is kept under one', async ({ app }) => {
	const grid = await openRun(app);
	await grid.focus();
	// Letters typed on the table are a search.
	await app.keyboard.type('gm');
	await expect(app.getByRole('searchbox')).toHaveValue('gm');
	await app.keyboard.type('ail');
	const found = '27 of 300 rows';
	await expect(app.getByText(found, { exact: true })).toBeVisible();

	await app.getByRole('button', { name: 'Saved filters' }).click();
	const dialog = app.getByRole('dialog', { name: 'Saved filters' });
	const name = dialog.getByLabel('Name of the current filter');
	await expect(name).toBeFocused();
	await app.keyboard.type('Gmail people');
	await app.keyboard.press('Enter');
	await expect(dialog).toHaveCount(0);

	const email = await grid.getByRole('gridcell', { name: /@/ }).first().innerText();
	const palette = app.getByRole('dialog', { name: 'Commands' });
	const choose = async (typed: string): Promise<void> => {
		await app.keyboard.press('ControlOrMeta+k');
		await app.keyboard.type(typed);
		await expect(palette.getByRole('combobox'), 'no letter is lost, however fast they come').toHaveValue(typed);
		const first = palette.getByRole('option').first();
		await expect(first).toContainText(typed, { ignoreCase: true });
		await expect(first).toHaveAttribute('aria-selected', 'true');
		await app.keyboard.press('Enter');
		await expect(palette).toHaveCount(0);
	};
	await choose('clear');
	await expect(app.getByText('300 rows', { exact: true }).first()).toBeVisible();
	await app.reload();
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	await choose('gmail people');
	await expect(app.getByText(found, { exact: true })).toBeVisible();
	await app.getByRole('button', { name: 'Saved filters' }).click();
	await dialog.getByRole('button', { name: 'Remove Gmail people' }).click();
	await expect(dialog.getByText('No saved filters yet.')).toBeVisible();
	await app.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);

	await choose('report');
	await expect(app.getByRole('dialog', { name: 'Report' })).toBeVisible();
	await app.keyboard.press('Escape');
	await expect(app.getByRole('dialog')).toHaveCount(0);
	await grid.focus();
	await app.keyboard.press('ControlOrMeta+k');
	await expect(palette.getByRole('combobox')).toBeFocused();
	await app.keyboard.press('Escape');
	await expect(grid).toBeFocused();
	await app.getByRole('button', { name: 'Commands' }).click();
	await expect(palette.getByRole('combobox')).toBeFocused();
	await app.keyboard.type('audit');
	await app.keyboard.press('Enter');
	await expect(app.getByRole('heading', { name: 'Audit log' }), 'the focus follows to the new page').toBeFocused();

	await app.keyboard.press('?');
	const keys = app.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await expect(keys.getByRole('region', { name: 'Tables' })).toBeVisible();
	await expectNoAxeViolations(app, 'the keys');
	await app.keyboard.press('Escape');
	await expect(keys).toHaveCount(0);

	await app.keyboard.press('ControlOrMeta+k');
	await palette.getByRole('combobox').fill('language');
	await expect(palette.getByRole('option', { name: 'Language: Deutsch' })).toBeVisible();
	await palette.getByRole('combobox').fill(email.slice(1, -2));
	await expect(palette.getByRole('option').first()).toContainText(email);
	await app.keyboard.press('Enter');
	await expect(app.getByRole('complementary', { name: email })).toBeVisible();
});

test('menus, commands and the sign of no network are accessible in both colours', async ({ app }) => {
	const grid = await openRun(app);
	await expect(grid.getByRole('gridcell', { name: 'Access suspended' }).first()).toBeVisible();
	await app.context().setOffline(true);
	await expect(app.getByText('No network')).toBeVisible();
	for (const scheme of ['light', 'dark'] as const) {
		await app.emulateMedia({ colorScheme: scheme });
		await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
		await grid.getByRole('gridcell', { name: 'Access suspended' }).first().click({ button: 'right' });
		await expect(app.getByRole('menuitem').first()).toBeFocused();
		await expectNoAxeViolations(app, `the menu of a row, ${scheme}`);
		await app.keyboard.press('Escape');
		await app.keyboard.press('ControlOrMeta+k');
		await expect(app.getByRole('dialog').getByRole('combobox')).toBeFocused();
		await expectNoAxeViolations(app, `the commands, ${scheme}`);
		await app.keyboard.press('Escape');
		await expect(app.getByRole('dialog')).toHaveCount(0);
		await app.getByRole('button', { name: 'Saved filters' }).click();
		await expect(app.getByRole('dialog')).toBeVisible();
		await expectNoAxeViolations(app, `the saved filters, ${scheme}`);
		await app.keyboard.press('Escape');
		await expect(app.getByRole('dialog')).toHaveCount(0);
	}
	await app.context().setOffline(false);
	await expect(app.getByText('No network')).toHaveCount(0);
});
