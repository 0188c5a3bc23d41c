import { expect, test } from './fixtures.ts';

test.use({ seededRows: 300 });

test('the table is worked by the keyboard alone', async ({ app }) => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').focus();
	await app.keyboard.press('Enter');
	const grid = app.getByRole('grid');
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	// A press is over when the focus has moved: the grid is not passed by.
	const isReached = (): Promise<boolean> => grid.evaluate((element) => element === document.activeElement);
	for (let tabs = 0; tabs < 100 && !(await isReached()); tabs += 1) await app.keyboard.press('Tab');
	await expect(grid).toBeFocused();
	const active = grid.locator('[role=row][data-active=true]');
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('ArrowDown');
	await expect(active).toHaveAttribute('aria-rowindex', '3');
	await app.keyboard.press('ArrowUp');
	await expect(active).toHaveAttribute('aria-rowindex', '2');
	await app.keyboard.press('End');
	await expect(active).toHaveAttribute('aria-rowindex', '301');
	await expect(active).toBeInViewport();
	await app.keyboard.press('PageUp');
	await app.keyboard.press('Home');
	await expect(active).toHaveAttribute('aria-rowindex', '2');
	await expect(grid).toHaveAttribute('aria-activedescendant', /row-/);

	await app.keyboard.press('Enter');
	const detail = app.getByRole('complementary');
	await expect(detail.getByText('How we know')).toBeVisible();
	await app.keyboard.press('ArrowDown');
	await expect(detail.getByText('Line 3', { exact: false }).first()).toBeVisible();
	await app.keyboard.press('Escape');
	await expect(detail).toBeHidden();
	await expect(grid).toBeFocused();

	await app.keyboard.press('/');
	const search = app.getByRole('searchbox');
	await expect(search).toBeFocused();
	await expect(search).toHaveValue('');
	await app.keyboard.type('gmail');
	await expect(app.getByText(/^\d+ of 300 rows$/)).toBeVisible();
	await expect(grid.getByRole('row').nth(1)).toContainText('@gmail.com');
	await app.keyboard.press('Escape');
	await expect(search).toHaveValue('');
	await expect(app.getByText('300 rows', { exact: true }).first()).toBeVisible();
});

test('rows are chosen by the keyboard, and Escape lets them go', async ({ app }) => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
	const grid = app.getByRole('grid');
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
	await grid.focus();
	const chosen = grid.getByRole('row', { selected: true });
	await app.keyboard.press('ArrowDown');
	await expect(chosen).toHaveCount(0);
	await app.keyboard.press('Space');
	await expect(chosen).toHaveCount(1);
	await app.keyboard.press('Shift+ArrowDown');
	await app.keyboard.press('Shift+ArrowDown');
	await expect(app.getByText('3 selected')).toBeVisible();
	await app.keyboard.press('Shift+ArrowUp');
	await expect(app.getByText('2 selected')).toBeVisible();
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('Space');
	await expect(app.getByText('3 selected')).toBeVisible();
	await app.keyboard.press('ControlOrMeta+a');
	await expect(app.getByText('300 selected')).toBeVisible();
	await app.keyboard.press('/');
	await expect(app.getByRole('searchbox')).toBeFocused();
	await app.keyboard.type('gmail');
	await expect(app.getByText(/^300 selected, \d+ of them not shown$/)).toBeVisible();
	await app.keyboard.press('Escape');
	await app.keyboard.press('Escape');
	await grid.focus();
	await app.keyboard.press('Escape');
	await expect(app.getByText(/selected/)).toHaveCount(0);
});

test('rows are chosen by the mouse, and a look at a row changes no choice', async ({ app }) => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
	const grid = app.getByRole('grid');
	const address = (line: number) => grid.locator(`[aria-rowindex="${line}"] [data-column=email]`);
	await grid.getByRole('checkbox', { name: 'Select line 3', exact: true }).click();
	await address(6).click({ modifiers: ['Shift'] });
	await expect(app.getByText('4 selected')).toBeVisible();
	await address(9).click({ modifiers: ['ControlOrMeta'] });
	await expect(app.getByText('5 selected')).toBeVisible();
	await address(12).click();
	await expect(app.getByRole('complementary')).toBeVisible();
	await expect(app.getByText('5 selected')).toBeVisible();
	await app.getByRole('checkbox', { name: 'Select all rows that match the filter' }).check();
	await expect(app.getByText('300 selected')).toBeVisible();
	await app.getByRole('button', { name: 'Clear selection' }).click();
	await expect(app.getByText(/\d selected/)).toHaveCount(0);
});

test('the first Tab offers to skip to the content', async ({ app }) => {
	await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
	await app.keyboard.press('Tab');
	await expect(app.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await app.keyboard.press('Enter');
	await expect(app.getByRole('main')).toBeFocused();
});
