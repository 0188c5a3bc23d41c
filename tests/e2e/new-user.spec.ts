import type { Page } from '@playwright/test';
import { makeMessyWorkbook, titleLine, typo } from '../support/messy-workbook.ts';
import { expect, test } from './fixtures.ts';
import { addDemoSite, chooseDesk, confirmStart, declareAccess, expectState, goTo, listGrid } from './steps.ts';

const rowCount = 300;

const worstDomains = async (app: Page): Promise<readonly string[]> => {
	const bars = app.getByRole('region', { name: 'Domains with the most blocked people' }).getByRole('listitem');
	await expect(bars.nth(2)).toBeVisible();
	const texts = await bars.allInnerTexts();
	return texts.slice(0, 3).map((said) => said.split('\n')[0]?.trim() ?? '');
};

const showDomains = async (app: Page, domains: readonly string[]): Promise<void> => {
	await app.getByRole('radiogroup', { name: 'View' }).getByText('Rows', { exact: true }).click();
	await app.getByRole('button', { name: 'Any domain' }).click();
	const choice = app.getByRole('dialog', { name: 'Choose domains' });
	for (const domain of domains) await choice.getByRole('checkbox', { name: domain }).check();
	await app.keyboard.press('Escape');
	await expect(app.getByRole('button', { name: 'Choose domains: 3 domains' })).toBeFocused();
};

test('from a messy workbook to the three worst domains fixed and reported', async ({ app, demo, saved }) => {
	await addDemoSite(app, demo);
	await goTo(app, 'Import a list');
	const buffer = await makeMessyWorkbook(demo.world, rowCount);
	const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	await app.locator('input[type=file]').setInputFiles({ name: 'people.xlsx', mimeType, buffer });
	await expect(app.getByRole('heading', { name: 'people.xlsx' })).toBeVisible();
	await expect(app.getByText(`line ${titleLine} (lines above ignored)`)).toBeVisible();
	await expect(app.getByLabel('Address', { exact: true }).locator('option:checked')).toHaveText('Mail');
	await expect(app.getByLabel('Name', { exact: true }).locator('option:checked')).toHaveText('Who');
	await expect(app.getByLabel('Organisation', { exact: true }).locator('option:checked')).toHaveText('Company / Org');

	await app.getByRole('button', { name: `${typo.typed} → ${typo.meant}` }).click();
	await expect(listGrid(app).getByText(typo.typed)).toHaveCount(0);
	await expect(app.getByRole('button', { name: /^Corrected/ })).toBeVisible();
	await expect(app.getByText('Choose a service project to start.')).toBeVisible();
	await chooseDesk(app, demo);
	await declareAccess(app, demo);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');

	await app.getByRole('radiogroup', { name: 'View' }).getByText('Overview', { exact: true }).click();
	const worst = await worstDomains(app);
	await showDomains(app, worst);
	const state = app.getByRole('status').filter({ hasText: 'Clear filters' });
	await expect(state).toBeVisible();
	const table = app.getByRole('grid', { name: 'Rows of the list' });
	const before = await table.boundingBox();
	await table.getByRole('checkbox').nth(1).click();
	await expect(state.getByText('1 selected')).toBeVisible();
	expect(await table.boundingBox(), 'selecting does not move the table').toEqual(before);
	await state.getByRole('button', { name: 'Clear selection' }).click();

	await table.getByRole('gridcell', { name: 'Access suspended' }).first().click();
	const detail = app.getByRole('complementary');
	await detail.getByRole('button', { name: 'Show evidence' }).click();
	await expect(detail.getByRole('heading', { name: 'How we know' })).toBeInViewport();
	await expect(
		detail
			.getByRole('listitem')
			.filter({ hasText: 'directory entry of' })
			.getByText(/^POST \/admin/),
	).toBeInViewport();

	await app.getByRole('button', { name: 'Plan fixes…' }).click();
	await app.getByRole('dialog', { name: 'Plan fixes' }).getByRole('button', { name: 'Make the plan' }).click();
	await expectState(app, 'Planned');
	await app.getByRole('button', { name: 'Carry out' }).click();
	await confirmStart(app, 'Carry out');
	await expectState(app, 'Finished');
	const result = app.getByRole('region', { name: 'Result' });
	await expect(result.getByRole('button', { name: /^\d+ added$/ })).toBeVisible();
	await expect(result.getByRole('button', { name: /still open$/ })).toHaveCount(0);
	await app.getByRole('link', { name: 'Open run' }).click();

	await app.getByRole('button', { name: 'Report…' }).click();
	const create = app.getByRole('dialog', { name: 'Create a report' }).getByRole('button', { name: 'Create report' });
	const report = (await saved(() => create.click())).bytes.toString('utf8');
	for (const domain of worst) expect(report).toContain(domain);
});
