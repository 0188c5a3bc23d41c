import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import type { Page } from '@playwright/test';
import type { DemoSite } from '../../src/demo-site/demo-site.ts';
import { chooseDesk, expectedCounts, expectState, goTo, openDemoList, startDemoRun } from './steps.ts';

const rowsShown = /^[\d,]+ of 250 rows$/;

test('rows are chosen by domain and organisation, and a plan honours it', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await expectState(app, 'Finished');
	await app.getByRole('button', { name: 'Any domain' }).click();
	const domains = app.getByRole('dialog', { name: 'Choose domains' });
	const search = domains.getByRole('searchbox', { name: 'Search domains' });
	await expect(search).toBeFocused();
	await expect(domains.getByRole('checkbox').nth(2)).toBeVisible();
	await search.fill('mosswood');
	await expect(domains.getByRole('checkbox')).toHaveCount(1);
	const only = domains.getByRole('checkbox', { name: /^mosswood\.example: \d+ rows$/ });
	await app.keyboard.press('ArrowDown');
	await expect(only).toBeFocused();
	await app.keyboard.press('Space');
	await expect(only).toBeChecked();
	await expectNoAxeViolations(app, 'run, choosing domains');
	await app.keyboard.press('Escape');
	await expect(domains).toHaveCount(0);
	await expect(app.getByRole('button', { name: 'Choose domains: mosswood.example' })).toBeFocused();
	await expect(app.getByText(rowsShown)).toBeVisible();
	const addresses = app.locator('[data-column=email][role=gridcell]');
	await expect(async () => {
		const shown = await addresses.allInnerTexts();
		expect(shown.length).toBeGreaterThan(1);
		expect(shown.filter((address) => !address.includes('@mosswood.example'))).toEqual([]);
	}).toPass();
	await app.getByRole('button', { name: 'Any organisation' }).click();
	const organisations = app.getByRole('dialog', { name: 'Choose organisations' });
	await organisations.getByRole('checkbox').first().check();
	await expect(organisations.getByRole('button', { name: 'Clear' })).toBeVisible();
	await app.keyboard.press('Escape');
	const [count = ''] = (await app.getByText(rowsShown).innerText()).split(' ');
	await app.getByRole('button', { name: 'Plan fixes…' }).click();
	const dialog = app.getByRole('dialog', { name: 'Plan fixes' });
	await expect(dialog.getByText(`The ${count} rows that match the filter`)).toBeVisible();
	await dialog.getByRole('button', { name: 'Make the plan' }).click();
	await expect(app.getByRole('heading', { name: /^Plan for / })).toBeVisible();
	await expect(app.getByText(`Rows (${count})`)).toBeVisible();
});

test('a run at a glance leads to its rows and to what would unlock most', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await app.locator('main header').getByText('Overview', { exact: true }).click();
	await expectState(app, 'Finished');
	const unlock = app.getByRole('region', { name: 'Decisions that unlock the most rows' });
	const revoked = expectedCounts(demo).get('access-revoked') ?? 0;
	await expect(unlock.getByRole('listitem').filter({ hasText: `Restore access for ${revoked} accounts` })).toBeVisible();
	await expect(app.getByRole('region', { name: 'Domains with the most blocked people' }).getByRole('listitem').first()).toBeVisible();
	await unlock.getByText('How to do it').first().click();
	await expectNoAxeViolations(app, 'overview');
	await app.emulateMedia({ colorScheme: 'dark' });
	await app.getByRole('button', { name: 'Show as a table: Causes' }).click();
	const table = app.getByRole('table', { name: 'Causes, as a table' });
	await expect(table.getByRole('row', { name: /^Access suspended/ })).toContainText(String(revoked));
	await expectNoAxeViolations(app, 'overview, dark, a table');
	await app.getByRole('button', { name: /^Show rows: Restore access/ }).click();
	await expect(app.getByText(`${revoked} of 250 rows`)).toBeVisible();
	await app.goBack();
	await app.getByRole('button', { name: new RegExp(`^Plan fixes… Restore access for ${revoked}`) }).click();
	await expect(app.getByRole('dialog', { name: 'Plan fixes' }).getByText(`${revoked} rows: Access suspended`)).toBeVisible();
	await app.keyboard.press('Escape');
	await app.reload();
	await expect(unlock.getByRole('listitem').first()).toBeVisible();
});

/** Suspends somebody on the site behind the app's back; whom. */
const suspendSomebody = ({ world }: DemoSite): string => {
	const user = [...world.users.values()].find(
		({ email }) => world.persons.find((person) => person.email === email)?.expected.cause === 'already-customer',
	);
	if (user === undefined) throw new Error('the demo list has nobody to suspend');
	user.membership = 'suspended';
	return user.email;
};

const runAgain = async (app: Page, demo: DemoSite): Promise<void> => {
	await openDemoList(app);
	await chooseDesk(app, demo);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');
};

test('two runs are compared, person by person, down to the fix of one row', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await expectState(app, 'Finished');
	await expect(app.getByRole('button', { name: 'Compare with…' })).toHaveCount(0);
	const suspended = suspendSomebody(demo);
	await runAgain(app, demo);
	await app.getByRole('button', { name: 'Compare with…' }).click();
	const dialog = app.getByRole('dialog', { name: /^Compare/ });
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await expectNoAxeViolations(app, 'run, comparing with');
	await dialog.getByRole('link', { name: /^invite-list\.csv/ }).click();
	await expect(app.getByRole('list', { name: 'What changed' }).getByRole('listitem').filter({ hasText: 'Newly blocked' })).toContainText(
		'1',
	);
	const transitions = app.getByRole('listbox', { name: 'Changes by cause' });
	await expect(transitions.getByRole('option', { name: /^Already a customer.*Access suspended.*1$/ })).toHaveAttribute(
		'aria-selected',
		'true',
	);
	const people = app.getByRole('grid', { name: 'People' });
	await expect(people.getByRole('gridcell', { name: suspended })).toBeVisible();
	await expectNoAxeViolations(app, 'comparison');
	const before = people.getByRole('columnheader', { name: 'Before' });
	const widthOf = async (): Promise<number> => (await before.boundingBox())?.width ?? Number.NaN;
	const asItWas = await widthOf();
	const edge = await people.locator('[data-edge=before]').boundingBox();
	if (edge === null) throw new Error('nothing to draw');
	await app.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2);
	await app.mouse.down();
	await app.mouse.move(edge.x + edge.width / 2 + 60, edge.y + edge.height / 2);
	await app.mouse.up();
	await expect(async () => expect(await widthOf()).toBeCloseTo(asItWas + 60, 0)).toPass();
	await before.getByRole('button').focus();
	await app.keyboard.press('Shift+ArrowLeft');
	await expect(async () => expect(await widthOf()).toBeCloseTo(asItWas + 44, 0)).toPass();
	await expect(app.getByText(/^Before is \d+ pixels wide\.$/)).toBeAttached();
	await app.reload();
	await expect(async () => expect(await widthOf()).toBeCloseTo(asItWas + 44, 0)).toPass();
	await people.locator('[data-edge=before]').dblclick();
	await expect(async () => expect(await widthOf()).toBeCloseTo(asItWas, 0)).toPass();
	await app.emulateMedia({ colorScheme: 'dark' });
	await expectNoAxeViolations(app, 'comparison, dark');
	await people.focus();
	await app.keyboard.press('ArrowDown');
	await app.keyboard.press('Enter');
	const detail = app.getByRole('complementary', { name: suspended });
	await expect(detail.getByText('Access suspended · Proven')).toBeVisible();
	await expect(detail.getByRole('link', { name: /^invite-list\.csv/ })).toBeVisible();
	await detail.getByText('Answer', { exact: true }).first().click();
	await expect(detail.getByRole('button', { name: /^Copy: / }).first()).toBeVisible();
	await expectNoAxeViolations(app, 'run, history of an address, dark');
	await detail.getByRole('button', { name: 'Fix this row…' }).click();
	const plan = app.getByRole('dialog', { name: 'Plan fixes' });
	await expect(plan.getByText(`Only this row: ${suspended}`)).toBeVisible();
	await plan.getByRole('button', { name: 'Make the plan' }).click();
	await expect(app.getByText('Rows (1)')).toBeVisible();
	await app.goBack();
	await detail.getByRole('link', { name: /^invite-list\.csv/ }).click();
	await expect(detail.getByText('Already a customer · Proven')).toBeVisible();
	await goTo(app, 'Lists & runs');
	await expect(app.getByRole('table', { name: 'Runs' }).getByRole('button', { name: 'Compare with…: invite-list.csv' })).toHaveCount(2);
	await expectNoAxeViolations(app, 'runs, several, dark');
	await app.getByRole('searchbox').fill('nowhere');
	await expect(app.getByText('No matching run.')).toBeVisible();
});
