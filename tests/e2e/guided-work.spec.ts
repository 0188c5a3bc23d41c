import { expect, expectAccessible, expectNoAxeViolations, test } from './fixtures.ts';
import { expectedCounts, likelyRowWithCause, makePlan, rowWithCause, showCauses, showPlanRows, startDemoRun } from './steps.ts';

test('the work by hand is done by the keyboard alone, and the app says what it sees', async ({ app, demo }) => {
	const inactive = expectedCounts(demo).get('portal-account-inactive') ?? 0;
	await startDemoRun(app, demo);
	await showCauses(app, ['Portal-only account inactive']);
	await makePlan(app);
	await expect(app.getByText('Nothing in this plan can be done automatically.')).toBeVisible();
	await app.getByRole('link', { name: 'Manual tasks' }).focus();
	await app.keyboard.press('Enter');

	const list = app.getByRole('listbox', { name: 'Tasks' });
	await expect(list).toBeFocused();
	const active = list.getByRole('option', { selected: true });
	await expect(active).toHaveAttribute('aria-setsize', String(inactive));
	await expect(active).toHaveAttribute('aria-posinset', '1');
	await app.keyboard.press('j');
	await app.keyboard.press('ArrowDown');
	await expect(active).toHaveAttribute('aria-posinset', '3');
	await app.keyboard.press('k');
	await app.keyboard.press('ArrowUp');
	await expect(active).toHaveAttribute('aria-posinset', '1');

	const first = await active.locator('span > span').first().innerText();
	await app.keyboard.press('c');
	await expect(app.getByText(`Copied: ${first}`)).toBeVisible();
	await app.keyboard.press('Enter');
	// A stand-in on this machine has none of Atlassian's pages.
	await expect(app.getByText('No link available. Follow the menu path.')).toBeVisible();
	await expect(app.getByText(/Portal-only customers/).first()).toBeVisible();

	await app.keyboard.press('d');
	await expect(active, 'the next task is up at once').toHaveAttribute('aria-posinset', '2');
	await expect(list.getByRole('option').first()).toContainText('Still blocked (Portal-only account inactive)');

	await app.keyboard.press('s');
	await expect(active).toHaveAttribute('aria-posinset', '3');
	await app.keyboard.press('l');
	await expect(active).toHaveAttribute('aria-posinset', '4');
	await expect(list.getByRole('option').nth(2)).toContainText('Later');
	await app.keyboard.press('x');
	await expect(app.getByRole('textbox', { name: 'Cannot be done, because' })).toBeFocused();
	await expectNoAxeViolations(app, 'why a task cannot be done');
	await app.keyboard.type('the person has left');
	await app.keyboard.press('Enter');
	await expect(active).toHaveAttribute('aria-posinset', '5');
	await expect(list).toBeFocused();
	await expect(list.getByRole('option').nth(3)).toContainText('Cannot be done: the person has left');
	await expect(app.getByText('1 cannot be done')).toBeVisible();
	await app.getByRole('link', { name: 'Back to the plan' }).click();
	await expect(app.getByText('1 row cannot be done, 1 row later')).toBeVisible();
	await showPlanRows(app);
	await expect(app.getByRole('gridcell', { name: 'Manual, cannot be done: the person has left' })).toBeVisible();
	await app.goBack();
	await expect(list.getByRole('option').last(), 'what comes later stands at the end').toContainText('Later');
	await expect(active).toHaveAttribute('aria-posinset', '1');
	await app.keyboard.press('j');

	const account = demo.world.customersByEmail.get(first);
	if (account === undefined) throw new Error(`the demo world has no portal-only account of ${first}`);
	account.active = true;
	await app.keyboard.press('k');
	await app.keyboard.press('d');
	await expect(list.getByRole('option').first()).toContainText('Can be added now');
	await expect(app.getByText(`1 of ${inactive} tasks done`)).toBeVisible();
	await app.getByRole('button', { name: 'Plan for 1 that can be added now' }).click();
	await app.getByRole('button', { name: 'Make the plan' }).click();
	await expect(app.getByText('Rows (1)')).toBeVisible();
	await expect(app.getByRole('region', { name: 'Add to the service project.' })).toBeVisible();
});

test('what somebody sees on a page is saved, judges the row again, and can be taken back in a task', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['Managed by another organisation']);
	const { email } = likelyRowWithCause(demo, 'managed-elsewhere');
	await app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell', { name: email }).click();
	const detail = app.getByRole('complementary', { name: email });
	await expect(detail.getByText('Managed by another organisation', { exact: true })).toBeVisible();
	await expect(detail.getByText('Likely.', { exact: true })).toBeVisible();
	const answers = app.getByRole('group', { name: 'Suggest changes' });
	await expect(answers.getByRole('button', { name: /^Clear/ })).toHaveCount(0);
	await answers.getByRole('button', { name: 'Not greyed out' }).click();
	await expect(app.getByText('Saved. 1 row was rechecked.')).toBeVisible();
	await expect(detail.getByText('Deactivated by the person', { exact: true })).toBeVisible();
	await expect(detail.getByText(/^Not greyed out – .+, .+/)).toBeVisible();
	await expectNoAxeViolations(app, 'a manual check');

	await app.reload();
	await app.getByRole('searchbox').fill(email);
	await expect(app.getByText('1 of 250 rows')).toBeVisible();
	await app.getByRole('gridcell', { name: email }).click();
	await expect(detail.getByText('Deactivated by the person', { exact: true })).toBeVisible();
	await expect(answers.getByRole('button', { name: 'Not greyed out' })).toHaveAttribute('aria-pressed', 'true');
	await detail.getByRole('button', { name: 'Fix this row…' }).click();
	await app.getByRole('dialog', { name: 'Plan fixes' }).getByRole('button', { name: 'Make the plan' }).click();
	await app.getByRole('link', { name: 'Manual tasks' }).click();
	const task = app.getByRole('listbox', { name: 'Tasks' }).getByRole('option', { name: email });
	await answers.getByRole('button', { name: 'Clear: Suggest changes' }).click();
	await expect(task, 'without the check the verdict is the one before').toContainText('Still blocked (Managed by another organisation)');
	await expect(app.getByText(/^Cleared – .+, .+/)).toBeVisible();
});

test('domains are one task each, and people one each', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['Domain not approved', 'Deletion pending']);
	await makePlan(app);
	await app.getByRole('link', { name: 'Manual tasks' }).click();
	const list = app.getByRole('listbox', { name: 'Tasks' });
	const domain = rowWithCause(demo, 'domain-not-approved').email.split('@')[1] ?? '';
	await expect(list.getByRole('option', { name: domain })).toContainText(/Approve domain · \d+ rows/);
	const person = rowWithCause(demo, 'deletion-pending').email;
	await expect(list.getByRole('option', { name: person })).toContainText('Cancel deletion');
});

test('messages are grouped by domain, hide people from each other, and use the text that was edited', { tag: '@desktop' }, async ({
	app,
	demo,
	saved,
}) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['Managed by another organisation']);
	await makePlan(app);
	await app.getByRole('link', { name: 'Messages' }).click();
	const { email } = rowWithCause(demo, 'managed-elsewhere');
	const domain = email.split('@')[1] ?? '';
	await app.getByRole('listbox', { name: 'Domains' }).getByRole('option', { name: domain }).click();
	const message = app.getByRole('region', { name: domain });
	await expect(message.getByText(email)).toBeVisible();

	await app.getByRole('button', { name: 'Edit the text…' }).click();
	await app.getByRole('textbox', { name: 'Subject' }).fill('Zugang für {domain}');
	await app.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(message.getByText(`Zugang für ${domain}`)).toBeVisible();
	await app.reload();
	await expect(message.getByText(`Zugang für ${domain}`)).toBeVisible();

	const saveMail = (): Promise<void> => app.getByRole('button', { name: 'Save as .eml' }).click();
	const eml = await saved(saveMail);
	expect(eml.name).toBe(`${domain}.eml`);
	const mail = eml.bytes.toString('utf8');
	expect(mail).toMatch(/^To: undisclosed-recipients:;\r$/m);
	expect(mail).toMatch(/^Subject: =\?UTF-8\?B\?/m);
	const [headers = '', body = ''] = mail.split('\r\n\r\n');
	expect(headers).toContain(email);
	expect(body).not.toContain(email);

	const csv = await saved(() => app.getByRole('button', { name: 'Save all as CSV' }).click());
	expect(csv.bytes.toString('utf8')).toContain(`${domain},${email},Zugang für ${domain},`);

	await message.getByRole('button', { name: 'Mark as sent' }).click();
	await expect(message.getByText(/^Sent on .+ by .+/)).toBeVisible();
	await expect(app.getByRole('option', { name: domain })).toContainText('sent on');

	await app.getByText('Their administrators').click();
	await expect(message.getByRole('button', { name: 'Mark as sent' })).toBeVisible();
	await expect(message.getByText(`Please reactivate accounts of ${domain} for our support portal`)).toBeVisible();
	await expect(message.getByText(`the Atlassian administrators of ${domain}`)).toBeVisible();
	const asked = (await saved(saveMail)).bytes.toString('utf8');
	expect(asked.slice(asked.indexOf('\r\n\r\n'))).toContain(email);
});

test('a link that leads away from Atlassian is refused; a corrected one is kept', async ({ app, demo }) => {
	await startDemoRun(app, demo);
	await showCauses(app, ['Portal-only account inactive']);
	await makePlan(app);
	await app.getByRole('link', { name: 'Manual tasks' }).click();
	const field = app.getByRole('textbox', { name: 'Portal-only customers', exact: true });
	const edit = async (): Promise<void> => app.getByRole('button', { name: 'Edit links…' }).click();
	await edit();
	await field.fill('https://evil.example/{email}');
	await expect(app.getByText('Enter a link that starts with https:// and leads to *.atlassian.net or *.atlassian.com.')).toBeVisible();
	await expect(app.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
	const corrected = 'https://admin.atlassian.com/s/{cloudId}/jira-service-management/portal-only-customers?filter={email}';
	await field.fill(corrected);
	await app.getByRole('button', { name: 'Save', exact: true }).click();
	await app.reload();
	await edit();
	await expect(field).toHaveValue(corrected);
	await app.getByRole('button', { name: 'Reset Portal-only customers', exact: true }).click();
	await app.getByRole('button', { name: 'Save', exact: true }).click();
	await app.reload();
	await edit();
	await expect(field).toHaveValue(/jira-service-desk/);
});

test('work by hand and messages are accessible in both colours', async ({ app, demo }) => {
	await app.setViewportSize({ width: 1280, height: 800 });
	await startDemoRun(app, demo);
	await showCauses(app, ['Domain not approved', 'Managed by another organisation']);
	await makePlan(app);
	const plan = app.url();
	await app.getByRole('link', { name: 'Manual tasks' }).click();
	await expect(app.getByRole('listbox')).toBeVisible();
	await expectAccessible(app, 'work by hand');
	await app.keyboard.press('d');
	await expect(app.getByRole('option').first()).toContainText(/blocked|added/);
	await expectAccessible(app, 'work by hand, asked again');
	await app.getByRole('button', { name: 'Edit links…' }).click();
	await expectAccessible(app, 'links');
	await app.goto(`${plan}/messages`);
	await expect(app.getByText('Kind regards')).toBeVisible();
	await expectAccessible(app, 'messages');
	await app.getByRole('button', { name: 'Edit the text…' }).click();
	await expectAccessible(app, 'message text');
	await app.setViewportSize({ width: 1920, height: 1080 });
	await app.keyboard.press('Escape');
	await expectAccessible(app, 'messages, wide');
});
