import { expect, test } from './fixtures.ts';

test.use({ seededRows: 300 });

test('the table is worked by the keyboard alone', async ({ app }) => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').focus();
	await app.keyboard.press('Enter');
	const grid = app.getByRole('grid');
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	await expect(async () => {
		await app.keyboard.press('Tab');
		await expect(grid).toBeFocused({ timeout: 50 });
	}).toPass({ intervals: [10] });
	const selected = grid.getByRole('row', { selected: true });
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('ArrowDown');
	await expect(selected).toHaveAttribute('aria-rowindex', '3');
	await app.keyboard.press('ArrowUp');
	await expect(selected).toHaveAttribute('aria-rowindex', '2');
	await app.keyboard.press('End');
	await expect(selected).toHaveAttribute('aria-rowindex', '301');
	await expect(selected).toBeInViewport();
	await app.keyboard.press('PageUp');
	await app.keyboard.press('Home');
	await expect(selected).toHaveAttribute('aria-rowindex', '2');
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

test('the first Tab offers to skip to the content', async ({ app }) => {
	await expect(app.getByRole('table', { name: 'Runs' })).toBeVisible();
	await app.keyboard.press('Tab');
	await expect(app.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await app.keyboard.press('Enter');
	await expect(app.getByRole('main')).toBeFocused();
});
