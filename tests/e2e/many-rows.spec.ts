import { expect, test } from './fixtures.ts';

const rows = 100_000;
test.use({ seededRows: rows });

test('100,000 rows scroll, sort and filter in a small page', async ({ app }) => {
	await app.getByRole('table', { name: 'Runs' }).getByRole('link').click();
	const grid = app.getByRole('grid');
	await expect(grid.getByRole('gridcell').first()).toBeVisible();
	await expect(app.getByText('100,000 rows', { exact: true }).first()).toBeVisible();
	await expect(grid).toHaveAttribute('aria-rowcount', String(rows + 1));

	const most = await app.evaluate(async () => {
		const scroller = document.querySelector('[role=grid]');
		if (scroller === null) return Number.NaN;
		let nodes = 0;
		for (let step = 0; step <= 40; step += 1) {
			scroller.scrollTop = (scroller.scrollHeight * step) / 40;
			await new Promise((resolve) => requestAnimationFrame(resolve));
			nodes = Math.max(nodes, document.querySelectorAll('*').length);
		}
		return nodes;
	});
	expect(most).toBeLessThanOrEqual(2000);
	const last = grid.locator(`[aria-rowindex="${rows + 1}"]`);
	await expect(last).toBeInViewport();
	await expect(last.getByRole('gridcell').nth(1)).toHaveText(String(rows + 1));

	await grid.getByRole('button', { name: 'Address' }).click();
	await expect(grid.getByRole('columnheader', { name: 'Address' })).toHaveAttribute('aria-sort', 'ascending');
	await grid.focus();
	await app.keyboard.press('Home');
	const addresses = grid.locator('[data-column=email][role=gridcell]');
	await expect(async () => {
		const shown = (await addresses.allInnerTexts()).map((text) => text.split(' →')[0]?.toLowerCase() ?? '');
		expect(shown.length).toBeGreaterThan(10);
		expect(shown).toEqual([...shown].sort());
	}).toPass();
	await grid.getByRole('button', { name: 'Address' }).click();
	await expect(grid.getByRole('columnheader', { name: 'Address' })).toHaveAttribute('aria-sort', 'descending');
	await app.keyboard.press('Home');
	await app
		.getByRole('group', { name: 'Filter by cause' })
		.getByRole('button', { name: /^Possible typo/ })
		.click();
	await expect(app.getByText(/^[\d,]+ of 100,000 rows$/)).toBeVisible();
	await app.getByRole('searchbox').fill('silva');
	await expect(grid.locator('[aria-rowindex="2"]').getByRole('gridcell').nth(2)).toContainText('silva');
	expect(await app.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(2000);
});
