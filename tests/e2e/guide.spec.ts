import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { openPlace } from './steps.ts';

test('the guide is read in the app, from page to page and down to one cause', async ({ app }) => {
	await app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guide' }).click();
	const article = app.getByRole('article');
	await expect(article.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
	const picture = article.getByRole('img').first();
	await picture.scrollIntoViewIfNeeded();
	await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
	for (const colorScheme of ['dark', 'light'] as const) {
		await app.emulateMedia({ colorScheme });
		await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
		await expectNoAxeViolations(app, `guide, ${colorScheme}`);
	}
	await article.getByRole('link', { name: 'causes' }).click();
	await expect(article.getByRole('heading', { level: 1, name: 'Causes and fixes' })).toBeVisible();
	await expect(app.getByRole('navigation', { name: 'Pages of the guide' }).locator('[aria-current=page]')).toHaveText('Causes and fixes');
	await openPlace(app, '#/help/causes/managed-elsewhere');
	await expect(article.getByRole('heading', { name: /^Managed by another organisation/ })).toBeInViewport();
	await openPlace(app, '#/help/no-such-page');
	await expect(article.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
});
