import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectNoAxeViolations, test } from './fixtures.ts';
import { changesOf, confirmStart, expectState, goTo, makePlan, showCauses, startDemoRun } from './steps.ts';

test('an empty log says so, and nothing is missing from it', async ({ app }) => {
	await goTo(app, 'Audit log');
	await expect(app.getByRole('heading', { name: 'No entries yet' })).toBeVisible();
	await expect(app.getByRole('button', { name: 'Export CSV' })).toBeDisabled();
	await app.getByRole('button', { name: 'Verify' }).click();
	await expect(app.getByText('No entries yet, and none missing.')).toBeVisible();
	await expectNoAxeViolations(app, 'audit, empty');
});

test('every change is on record, newest first, with who made it; the log verifies and can be taken away', async ({ app, demo, saved }) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['No customer role']);
	await makePlan(app);
	await app.getByRole('button', { name: 'Try the first' }).click();
	await confirmStart(app, 'Try 5 rows');
	await expectState(app, 'Paused');

	await goTo(app, 'Audit log');
	const table = app.getByRole('table', { name: 'Entries, newest first' });
	await expect(table.getByRole('rowheader').nth(10)).toBeVisible();
	const numbers = (await table.getByRole('rowheader').allInnerTexts()).map(Number);
	expect(numbers.length).toBeGreaterThan(10);
	expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
	await expect(table.getByText(demo.email).first()).toBeVisible();
	const granted = table.getByText(`${demo.email} granted`).first();
	await expect(granted).toContainText(/ the Customer role · was: No customer role · answered 2\d\d/);
	const [, email = ''] = /granted (\S+) the/.exec(await granted.innerText()) ?? [];

	const newest = numbers[0] ?? 0;
	await app.getByRole('button', { name: `Show details of entry ${newest}`, exact: true }).click();
	await expect(table.locator('pre')).toBeVisible();
	await expect(table.locator('code')).toHaveText(/^[0-9a-f]{64}$/);

	await app.getByRole('button', { name: 'Verify' }).click();
	await expect(app.getByText(/entries verified\. No entries changed or missing\./)).toBeVisible();
	const file = await saved(() => app.getByRole('button', { name: 'Export JSONL' }).click());
	const exported = file.bytes.toString('utf8').trim().split('\n');
	expect(exported.length).toBe(newest);
	for (const secret of [demo.apiToken, demo.orgApiKey]) expect(exported.join('\n')).not.toContain(secret);

	const filters = app.getByRole('search', { name: 'Filter entries' });
	await filters.getByRole('searchbox', { name: 'Search address' }).fill(email.toUpperCase());
	await expect.poll(() => table.getByRole('rowheader').count()).toBeLessThan(numbers.length);
	const lines = await table.getByRole('rowheader').locator('xpath=..').allInnerTexts();
	expect(lines.filter((line) => !line.includes(email) && !line.includes('rechecked'))).toEqual([]);
	await filters.getByLabel('Step').selectOption({ label: 'Remove from the directory' });
	await expect(app.getByText('No matching entries.')).toBeVisible();
	await app.getByRole('button', { name: 'Clear filters' }).click();
	await expect.poll(() => table.getByRole('rowheader').count()).toBe(numbers.length);
	await filters.getByLabel('Step').selectOption({ label: 'Grant the Customer role' });
	const sheet = await saved(() => app.getByRole('button', { name: 'Export CSV' }).click());
	expect(sheet.bytes.toString('utf8')).toContain(`${demo.email} granted`);
	expect(sheet.bytes.toString('utf8')).not.toContain('made a plan');
	for (const scheme of ['light', 'dark'] as const) {
		await app.emulateMedia({ colorScheme: scheme });
		await expectNoAxeViolations(app, `audit, ${scheme}`);
	}
});

test('a log that differs from its head stops changes, says how, and goes on once that is accepted', async ({ app, demo, machine }) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['No customer role']);
	await makePlan(app);
	rmSync(join(machine.dataDir, 'audit-head.json'));
	await app.getByRole('button', { name: 'Try the first' }).click();
	await confirmStart(app, 'Try 5 rows');
	await expectState(app, 'Stopped');
	expect(changesOf(demo)).toEqual([]);
	await expect(app.getByRole('status').filter({ hasText: 'is missing; the log ends at entry 1 of' })).toBeVisible();
	const note = app.getByRole('alert').filter({ hasText: 'Accept the log' });
	await expect(note).toContainText('is missing; the log ends at entry 1 of');

	await goTo(app, 'Audit log');
	await expect(note).toBeVisible();
	await expectNoAxeViolations(app, 'audit, differing');
	await app.getByRole('button', { name: 'Verify' }).click();
	await expect(note.getByRole('button', { name: 'Accept the log' })).toBeDisabled();
	await note.getByRole('textbox', { name: 'Reason' }).fill('Moved to another machine');
	await note.getByRole('button', { name: 'Accept the log' }).click();
	await expect(note).toBeHidden();
	const table = app.getByRole('table', { name: 'Entries, newest first' });
	await expect(table.getByText('accepted the log: “Moved to another machine”')).toBeVisible();
	await app.getByRole('button', { name: 'Verify' }).click();
	await expect(app.getByText('accepted the log on')).toContainText('Moved to another machine');

	await app.goBack();
	await app.getByRole('button', { name: 'Try the next' }).click();
	await confirmStart(app, 'Try 5 rows');
	await expectState(app, 'Paused');
	expect(changesOf(demo)).not.toEqual([]);
});
