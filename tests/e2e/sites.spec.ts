import { type DemoSite, startDemoSite } from '../../src/demo-site/demo-site.ts';
import { makeWorld } from '../../src/demo-site/world/make-world.ts';
import { isChange } from '../support/change-record.ts';
import { runCommand } from '../support/command-line.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { addDemoSite, demoName, enterSite, entriesOf, expectState, goTo, openDemoList, openPlace } from './steps.ts';

/** From the command line, whose tokens end with it where there is no keychain: the site is here, and they are not. */
const addWithoutTokens = async (demo: DemoSite, { home, dataDir }: { readonly home: string; readonly dataDir: string }): Promise<void> => {
	const env = {
		HOME: home,
		DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
		INVITE_DOCTOR_EMAIL: demo.email,
		INVITE_DOCTOR_API_TOKEN: demo.apiToken,
		INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey,
	};
	const args = ['site', 'add', 'https://orchid-bank.atlassian.net', '--name', 'Orchid', '--token-expires', '2020-01-01'];
	expect(await runCommand([...args, '--data-dir', dataDir], { env })).toMatchObject({ code: 0 });
};

test('one list goes to several sites, and the table shows them by client', async ({ app, demo, machine }) => {
	test.skip(process.platform !== 'linux', 'only on Linux can the test take the keychain away');
	const second = await startDemoSite({ world: makeWorld({ peoplePerCause: 2, fillers: 3, access: 'closed' }) });
	try {
		await addDemoSite(app, demo);
		await addWithoutTokens(demo, machine);
		await app.reload();
		await goTo(app, 'Sites');
		await app.getByRole('button', { name: 'Add a site' }).click();
		const form = app.getByRole('form', { name: 'Add a site' });
		await form.getByLabel('Client').fill('Halden Group');
		await form.getByLabel('Token valid until').fill('2099-03-01');
		await enterSite(app, { ...entriesOf(second), name: 'Branch' });
		await expect(app.getByRole('heading', { name: 'Branch', level: 1 })).toBeVisible();
		await expect(app.getByRole('region', { name: 'About this site' }).getByText('API token until Mar 1, 2099')).toBeVisible();

		await test.step('a sentence says where the list could not be started; the others run', async () => {
			await openDemoList(app);
			await app.getByRole('button', { name: 'Check on several sites…' }).click();
			await app.getByRole('button', { name: 'All sites without a client' }).click();
			await app.getByLabel('Branch').check();
			await app.getByLabel('Key of the service project').fill(demo.deskKey);
			await app.getByRole('button', { name: 'Start on 3 sites' }).click();
			await expect(app.getByText('There is no API token for “Orchid” on this machine.')).toBeVisible();
			await expect(app.getByRole('link', { name: `Open the run on ${demoName}` })).toBeVisible();
			await expect(app.getByRole('button', { name: 'Start on 1 site' })).toBeEnabled();
			await expectAccessible(app, 'import, several sites');
			await app.getByLabel('Orchid').uncheck();
			await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
			await app.getByRole('link', { name: 'Open the run on Branch' }).click();
			await expect(app.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
		});

		await test.step('the table has every site under its client, with its last run and its tokens', async () => {
			await goTo(app, 'Sites');
			const table = app.getByRole('table', { name: 'Sites' });
			await expect(table.getByText('Finished')).toHaveCount(2);
			const [clients, branch, nobody, demoLine, orchid] = [0, 1, 2, 3, 4].map((nth) => table.locator('tbody tr').nth(nth));
			await expect(clients ?? table).toContainText(/^Halden Group 1 site · \d+ rows blocked/);
			await expect(branch ?? table).toContainText(/\d+ Ready, new account/);
			await expect(nobody ?? table).toContainText(/^No client 2 sites/);
			await expect(demoLine ?? table).toContainText(demoName);
			await expect(orchid ?? table).toContainText('No run yet');
			await expect(orchid ?? table).toContainText('API token missing');
			await expectAccessible(app, 'sites, table');
			await table.getByRole('link', { name: demoName, exact: true }).click();
			await expect(app.getByRole('region', { name: 'About this site' }).getByRole('link', { name: 'invite-list.csv' })).toBeVisible();
		});
	} finally {
		await second.stop();
	}
});

test('the page of a site says whose it is, what it lets us see, and what is known of customer access', async ({ app, demo }) => {
	await addDemoSite(app, demo);

	await test.step('the client is changed where it stands', async () => {
		await app.getByRole('button', { name: 'Set client' }).click();
		await expect(app.getByLabel('Client')).toBeFocused();
		await app.keyboard.type('Halden Group');
		await app.keyboard.press('Enter');
		await expect(app.getByRole('button', { name: 'Change client' })).toBeFocused();
		await expect(app.getByRole('region', { name: 'About this site' }).getByText('Halden Group')).toBeVisible();
	});

	await test.step('asking the site reads only, and the answers stay', async () => {
		const before = demo.requests().length;
		const sight = app.getByRole('region', { name: 'Available data' });
		await expect(sight.getByText('Not checked yet')).toBeVisible();
		await sight.getByRole('button', { name: 'Check the site' }).click();
		const table = sight.getByRole('table');
		const line = (question: RegExp) => table.getByRole('row', { name: question });
		await expect(line(/list of all users show portal-only/)).toContainText(/Yes\d+ of \d+ accounts are portal-only/);
		await expect(line(/What does the site answer/)).toContainText('Answered by real fixes only');
		await expect(line(/without naming the directory/)).toContainText('Not tested, because testing would change the site.');
		const asked = demo.requests().slice(before);
		expect(asked.length).toBeGreaterThan(5);
		expect(asked.filter(isChange)).toEqual([]);
		await app.reload();
		await expect(table.getByRole('row')).toHaveCount(11);
		await expect(sight.getByRole('button', { name: 'Check again' })).toBeEnabled();
	});

	await test.step('what the page Customer access shows is declared, shown with its author, and cleared', async () => {
		const access = app.getByRole('region', { name: 'Customer access' });
		const known = access.getByRole('definition');
		await expect(known.nth(1)).toContainText('read from the organisation');
		await app.getByRole('radiogroup', { name: 'Internal' }).getByText('Off', { exact: true }).click();
		await app.getByRole('radiogroup', { name: 'External' }).getByText('On', { exact: true }).click();
		await access.getByLabel('Allowed domains').fill('no domain');
		await expect(access.getByText('“no” is not a domain.')).toBeVisible();
		await expect(access.getByRole('button', { name: 'Save' })).toBeDisabled();
		await access.getByLabel('Allowed domains').fill('fjord.example');
		await app.getByRole('radiogroup', { name: 'User management' }).getByText('Original').click();
		await access.getByRole('button', { name: 'Save' }).click();
		await expect(access.getByText(`for the account ${demo.email}.`)).toBeVisible();
		await expect(known.nth(0)).toContainText('Off');
		await expect(known.filter({ hasText: 'fjord.example' })).toContainText('declared');
		await expect(app.getByRole('region', { name: 'About this site' }).getByText('Original')).toBeVisible();
		await expectAccessible(app, 'site');
		await access.getByRole('button', { name: 'Clear' }).click();
		await expect(access.getByText('Cleared on')).toBeVisible();
		await expect(known.nth(0)).toContainText('Unknown');
		await access.getByText('1 earlier declaration').click();
		await expect(access.getByText('Internal: Off · External: On · Allowed domains: fjord.example')).toBeVisible();
	});

	await openDemoList(app);
	await expect(app.getByText('The approved domains were read from the organisation. What you enter below overrides them.')).toBeVisible();
	await app.evaluate(() => (location.hash = '#/sites/nowhere'));
	await expect(app.getByRole('heading', { name: 'Site not found' })).toBeVisible();
});

test('new tokens take the place of old ones, and the site stays', async ({ app, demo }) => {
	await goTo(app, 'Sites');
	await app.getByRole('button', { name: 'Add a site' }).click();
	const form = app.getByRole('form', { name: 'Add a site' });
	await form.getByText('Address only').click();
	await expect(form.getByLabel('API token')).toBeHidden();
	await form.getByLabel('Site address').fill(demo.url);
	await form.getByLabel('Name', { exact: true }).fill(demoName);
	await form.getByRole('button', { name: 'Add site' }).click();
	const connection = app.getByRole('region', { name: 'Connection' });
	await expect(connection.getByText('Without an account, Invite Doctor cannot check lists live')).toBeVisible();
	await expect(app.getByText('Address only: cannot be pulled.')).toBeVisible();
	await expectAccessible(app, 'site, address only');
	await test.step('what it can do instead is a click away: files for its snapshots, and a snapshot for a list', async () => {
		await app.getByRole('link', { name: `Add an admin file: ${demoName}` }).click();
		await expect(app.getByRole('heading', { name: 'Add an admin file' })).toBeVisible();
		await openDemoList(app);
		await expect(app.getByText(`No account is stored for “${demoName}”.`)).toBeVisible();
		await expect(app.getByText('Use a snapshot to start.')).toBeVisible();
		await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
		await expectAccessible(app, 'import, address only');
		await app.getByRole('button', { name: 'Use a snapshot' }).click();
		await expect(app.getByRole('radio', { name: 'Use a snapshot' })).toBeChecked();
		await app.getByText('Check the live site').click();
		await expect(app.getByRole('link', { name: 'Open the site’s page' })).toBeVisible();
		await app.getByRole('button', { name: 'Choose another list' }).click();
		await openPlace(app, `#/sites/${encodeURIComponent(demoName)}`);
	});
	await connection.getByRole('button', { name: 'Add account…' }).click();
	const account = app.getByRole('dialog', { name: `Account for ${demoName}` });
	await account.getByLabel('API token', { exact: true }).fill('of-somebody-else');
	await account.getByRole('button', { name: 'Save tokens' }).click();
	await expect(account.getByText('Enter the email of the account and its API token')).toBeVisible();
	await account.getByLabel('Account email').fill(demo.email);
	await account.getByRole('button', { name: 'Save tokens' }).click();
	await expect(connection.getByRole('alert')).toBeVisible();
	await test.step('a run that the token stopped leads back to the site', async () => {
		await openDemoList(app);
		await app.getByRole('button', { name: 'Start', exact: true }).click();
		await expectState(app, 'Stopped');
		await app.getByRole('main').getByRole('link', { name: 'Open the site’s page' }).click();
		await expect(connection.getByRole('alert')).toBeVisible();
	});
	await connection.getByRole('button', { name: 'Replace tokens…' }).click();
	const dialog = app.getByRole('dialog', { name: `Tokens of ${demoName}` });
	await expect(dialog.getByLabel('API token', { exact: true })).toBeFocused();
	await dialog.getByRole('button', { name: 'Save tokens' }).click();
	await expect(dialog.getByText('Enter a new token or key')).toBeVisible();
	await expectAccessible(app, 'site, tokens');
	await dialog.getByLabel('API token', { exact: true }).fill(demo.apiToken);
	await dialog.getByRole('button', { name: 'Save tokens' }).click();
	await expect(dialog).toHaveCount(0);
	await expect(connection.getByText('Robin Admin')).toBeVisible();
	await connection.getByRole('button', { name: 'Declare under Customer access' }).click();
	await expect(app.getByRole('heading', { name: 'Customer access', exact: true })).toBeFocused();

	await test.step('its name, account and default service project are edited; what was typed stays where that fails', async () => {
		await app.getByRole('button', { name: 'Edit…' }).click();
		const edit = app.getByRole('dialog', { name: `Edit ${demoName}` });
		await edit.getByLabel('Name', { exact: true }).fill('Halden live');
		await edit.getByLabel('Account email').fill('nobody');
		await edit.getByLabel('Default service project').fill(demo.deskKey);
		await edit.getByRole('button', { name: 'Save' }).click();
		await expect(edit.getByLabel('Account email')).toHaveAttribute('aria-invalid', 'true');
		await expect(edit.getByLabel('Name', { exact: true })).toHaveValue('Halden live');
		await expectAccessible(app, 'site, edited');
		await edit.getByLabel('Account email').fill(demo.email);
		await edit.getByRole('button', { name: 'Save' }).click();
		await expect(app.getByRole('heading', { name: 'Halden live', level: 1 })).toBeVisible();
		await openDemoList(app);
		await expect(app.getByLabel('Service project')).toHaveValue(demo.deskKey);
	});
});
