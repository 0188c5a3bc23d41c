import { expect, test } from './fixtures.ts';
import { Gate } from './gate.ts';
import { causeTexts } from '../../src/renderer/messages.ts';
import type { CauseCode } from '../../src/shared/causes.ts';
import {
	addDemoSite,
	chooseDesk,
	declareAccess,
	demoName,
	expectedCounts,
	expectState,
	goTo,
	listGrid,
	openDemoList,
	rowWithCause,
} from './steps.ts';

const gate = new Gate();
test.use({ demoOptions: { beforeAnswer: gate.pass } });

test('the preview shows what was recognised, and a column can be changed', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await openDemoList(app);
	const fact = (name: string) =>
		app
			.locator('dl div')
			.filter({ has: app.getByText(name, { exact: true }) })
			.locator('dd');
	await expect(fact('Rows')).toHaveText('250');
	await expect(fact('Format')).toHaveText('UTF-8, Comma');
	await expect(fact('Header')).toContainText('first line');
	const address = app.getByLabel('Address', { exact: true });
	await expect(address.locator('option:checked')).toHaveText('E-mail address');
	const organisation = app.getByLabel('Organisation', { exact: true });
	await expect(organisation.locator('option:checked')).toHaveText('Organisation');
	await organisation.selectOption({ label: 'Notes' });
	const grid = listGrid(app);
	await expect(grid.getByRole('columnheader', { name: /^Notes/ })).toContainText('Organisation');
	await expect(grid).toHaveAttribute('aria-rowcount', '251');
	await expect(grid.getByText('Brightwater, Inc.').first()).toBeVisible();
});

test('a list goes in, a reason for every row comes out', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await openDemoList(app);
	await expect(app.getByLabel('Site', { exact: true })).toHaveValue(demoName);
	await chooseDesk(app, demo);
	await declareAccess(app, demo);
	gate.shutAfter((passed) => passed.length > 2);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(app.getByText(/of 250 rows checked/)).toBeVisible();
	gate.open();
	await expectState(app, 'Finished');

	const chips = app.getByRole('group', { name: 'Filter by cause' });
	const counts = expectedCounts(demo);
	const found = async (): Promise<Record<string, number>> => {
		const counted: Record<string, number> = {};
		for (const cause of counts.keys()) {
			const { label } = causeTexts[cause as CauseCode];
			const chip = chips.getByRole('button', { name: label, exact: false }).first();
			counted[cause] = Number((await chip.innerText()).match(/(\d+)$/)?.[1]);
		}
		return counted;
	};
	await expect.poll(found).toEqual(Object.fromEntries(counts));
	await expect(chips.getByRole('button')).toHaveCount(counts.size);

	const suspended = chips.getByRole('button', { name: /^Access suspended/ });
	await suspended.click();
	await expect(suspended).toHaveAttribute('aria-pressed', 'true');
	await expect(app.getByText(`${counts.get('access-revoked')} of 250 rows`)).toBeVisible();
	await suspended.click();

	const person = rowWithCause(demo, 'managed-elsewhere');
	await app.getByRole('searchbox').fill(person.email.toUpperCase());
	await expect(app.getByText('1 of 250 rows')).toBeVisible();
	await app.getByRole('gridcell', { name: person.email }).click();

	const detail = app.getByRole('complementary');
	await expect(detail.getByRole('heading', { name: person.email })).toBeVisible();
	await expect(detail.getByText(`Line ${person.row}`)).toBeVisible();
	await expect(detail.getByText('Managed by another organisation', { exact: true })).toBeVisible();
	await expect(detail.getByText('Proven.')).toBeVisible();
	await expect(detail.getByText('Problem 4 of Atlassian’s article')).toBeVisible();
	await expect(detail.getByText(/ask the administrators of the domain to reactivate the account/)).toBeVisible();
	await expect(detail.getByText(/select “Remove user”/)).toBeVisible();
	await detail.getByText('Original', { exact: true }).click();
	await expect(detail.getByText(/remove the person from the site/)).toBeVisible();

	await expect(
		detail
			.locator('code')
			.filter({ hasText: /(GET|POST) \// })
			.first(),
	).toBeVisible();
	await expect(detail.locator('time').first()).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT.*Z$/);
	await detail.locator('summary').first().click();
	await expect(detail.locator('pre').first()).toContainText(/[{[]/);
	for (const cell of person.cells.filter((text) => text !== '')) {
		await expect(detail.locator('dd').getByText(cell, { exact: false }).first()).toBeVisible();
	}
	await detail.getByRole('button', { name: 'Close (Esc)' }).click();
	await expect(detail).toBeHidden();
	await app.getByRole('button', { name: 'Clear filters' }).click();
	await expect(app.getByText('250 rows', { exact: true }).first()).toBeVisible();

	const typo = rowWithCause(demo, 'probable-typo');
	const meant = demo.world.persons.find(({ email }) => email === typo.email)?.meant ?? '';
	await app.getByRole('searchbox').fill(typo.email);
	await expect(app.getByText('1 of 250 rows')).toBeVisible();
	await expect(app.getByRole('gridcell', { name: `→ ${meant.slice(meant.indexOf('@') + 1)}?` })).toBeVisible();

	await goTo(app, 'Lists & runs');
	const line = app.getByRole('table', { name: 'Runs' }).getByRole('row').nth(1);
	for (const text of ['invite-list.csv', 'HELP', 'Finished', '250']) await expect(line).toContainText(text);
	await line.getByRole('link').click();
	await expect(app.getByRole('grid')).toBeVisible();
});
