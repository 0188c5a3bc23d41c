import { readdirSync } from 'node:fs';
import { expect, expectAccessible, readEverythingUnder, test } from './fixtures.ts';
import { addDemoSite, demoName, enterSite, entriesOf, expectState, goTo, openDemoList } from './steps.ts';

test('an empty app says what to do first', async ({ app }) => {
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	await expect(app.getByRole('main').getByRole('link', { name: 'Import a list' })).toBeVisible();
	await expect(app.getByRole('button', { name: 'Try it with a demo site' })).toBeVisible();
	await app.getByRole('link', { name: 'Add a site first' }).click();
	await expect(app.getByRole('heading', { name: 'No site yet' })).toBeVisible();
	await expect(app.getByRole('button', { name: 'Add a site' })).toBeVisible();
	await goTo(app, 'Import a list');
	await expect(app.getByText('Drop a workbook or a text file here, or choose one')).toBeVisible();
});

test('the demo opens from inside the window, and leaves nothing in it', { tag: '@desktop' }, async ({ app, machine }) => {
	await app.getByRole('button', { name: 'Try it with a demo site' }).click();
	await expect(app.getByRole('heading', { name: 'invite-list.csv' })).toBeVisible();
	await expectState(app, 'Finished');
	await expect(app.getByRole('grid', { name: 'Rows of the list' }).getByRole('gridcell').first()).toBeVisible();
	await test.step('in a small window the title stays where it is when a row is chosen', async () => {
		await app.setViewportSize({ width: 900, height: 600 });
		const title = app.getByRole('heading', { name: 'invite-list.csv' });
		const before = await title.boundingBox();
		await app.getByRole('gridcell').nth(30).click();
		await app.keyboard.press('ContextMenu');
		await expect(app.getByRole('menu')).toBeVisible();
		expect(await title.boundingBox()).toEqual(before);
		await app.keyboard.press('Escape');
		await app.setViewportSize({ width: 1440, height: 900 });
	});
	await app.reload();
	await expectState(app, 'Finished');
	await goTo(app, 'Sites');
	await expect(app.getByRole('main').getByText('Demo site')).not.toHaveCount(0);
	await expectAccessible(app, 'the demo');
	await openDemoList(app);
	await expect(app.getByRole('radiogroup', { name: 'Internal' }).getByRole('radio', { name: 'On' }), 'declared once').toBeChecked();
	await app.getByRole('button', { name: 'Choose another list' }).click();
	await app.getByRole('link', { name: 'Leave the demo' }).click();
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
	await expect(app.getByRole('link', { name: 'Leave the demo' })).toHaveCount(0);
	await goTo(app, 'Snapshots');
	await app.keyboard.press('ControlOrMeta+k');
	await app.keyboard.type('demo');
	await app.getByRole('option', { name: 'Try it with a demo site' }).click();
	await expectState(app, 'Finished');
	expect(readdirSync(machine.dataDir)).toContain('demo');
});

test('without a keychain the window says that tokens are kept for this session only', async ({ app }) => {
	test.skip(process.platform !== 'linux', 'only on Linux can the test take the keychain away');
	await goTo(app, 'Sites');
	await expect(app.getByText('This machine has no keychain: tokens are kept for this session only.')).toBeVisible();
});

test('a site is added by the form, and its check shows rights, organisation and service projects', async ({ app, demo }) => {
	const card = await addDemoSite(app, demo);
	await expect(card.getByText('Halden Group').first()).toBeVisible();
	for (const desk of demo.world.desks) await expect(card.getByText(`${desk.name} (${desk.key})`)).toBeVisible();
	await expect(card.getByText('Administer Jira')).toBeVisible();
	await expect(card.getByText('granted').first()).toBeVisible();
	await expect(app.getByRole('main').getByText('halden-group.example')).toHaveCount(2);
	await expect(card.getByText('halden-group.example')).toHaveCount(1);
	await card.getByRole('button', { name: `Check ${demoName}` }).click();
	await expect(card.getByText('Robin Admin')).toBeVisible();
});

test(
	'a token that was entered is never in the page, in an answer or in a file',
	{ tag: '@desktop' },
	async ({ app, demo, machine, received }, { project }) => {
		await addDemoSite(app, demo);
		await app.reload();
		await expect(app.getByRole('heading', { name: demoName, level: 1 })).toBeVisible();
		await expect(app.getByRole('region', { name: 'About this site' }).getByText(demo.email)).toBeVisible();
		const typed = await app.evaluate(() =>
			[document.documentElement.outerHTML, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join('\n'),
		);
		const kept = await app.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]));
		const answers = received.join('\n');
		// Electron's port cannot be listened to from here.
		if (project.name === 'browser') expect(answers, 'the socket was listened to').toContain(demo.email);
		const files = readEverythingUnder(machine.home);
		expect(files.length, 'the app wrote something to look into').toBeGreaterThan(1000);
		for (const secret of [demo.apiToken, demo.orgApiKey]) {
			const shapes = [secret, Buffer.from(secret).toString('base64'), Buffer.from(`${demo.email}:${secret}`).toString('base64')];
			for (const shape of shapes) {
				for (const [place, text] of Object.entries({ typed, kept, answers, files })) {
					expect(text.includes(shape), `the token in ${place}`).toBe(false);
				}
			}
		}
	},
);

test('deleting a site asks first and says what goes and what stays', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await app.getByRole('button', { name: `Delete ${demoName}` }).click();
	const dialog = app.getByRole('dialog');
	await expect(dialog.getByText('1 site with tokens')).toBeVisible();
	await expect(dialog.getByText('Nothing changes on the site.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Delete site' }).click();
	await expect(app.getByRole('heading', { name: 'No site yet' })).toBeVisible();
});

test('a form that fails keeps what was typed, both tokens included', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await goTo(app, 'Sites');
	await enterSite(app, entriesOf(demo));
	await expect(app.getByText('A site with this name already exists.')).toBeVisible();
	const form = app.getByRole('form', { name: 'Add a site' });
	await expect(form.getByLabel('API token')).toHaveValue(demo.apiToken);
	await expect(form.getByLabel('Organisation API key')).toHaveValue(demo.orgApiKey);
	await form.getByLabel('Name', { exact: true }).fill('Second');
	await form.getByRole('button', { name: 'Add site' }).click();
	await expect(app.getByRole('heading', { name: 'Second', level: 1 })).toBeVisible();
});

test('a wrong token is answered with a plain sentence', async ({ app, demo }) => {
	await goTo(app, 'Sites');
	await enterSite(app, { ...entriesOf(demo), apiToken: 'not-the-token' });
	await expect(app.getByText('The site does not accept this email and API token.')).toBeVisible();
});

test('a wrong organisation key is told from a wrong token', async ({ app, demo }) => {
	await goTo(app, 'Sites');
	await enterSite(app, { ...entriesOf(demo), orgApiKey: 'not-the-key' });
	await expect(app.getByText('Atlassian does not accept the organisation API key.')).toBeVisible();
});

test('a host that is no site of Atlassian is refused, asked nothing, and not stored', async ({ app, demo }) => {
	const hosts = [
		'http://acme.atlassian.net',
		'https://atlassian.net.evil.example',
		'https://acme.atlassian.net@evil.example',
		'https://a.b.atlassian.net',
	];
	await goTo(app, 'Sites');
	for (const host of hosts) {
		await enterSite(app, { ...entriesOf(demo), url: host });
		await expect(app.getByRole('alert')).toContainText('is not the address of an Atlassian Cloud site.');
		await app.getByRole('button', { name: 'Cancel', exact: true }).click();
		await expect(app.getByRole('heading', { name: 'No site yet' })).toBeVisible();
	}
	await app.reload();
	await expect(app.getByRole('heading', { name: 'No site yet' })).toBeVisible();
	expect(demo.requests()).toEqual([]);
});

test('what was left empty is asked for where it is missing', async ({ app, demo }) => {
	await goTo(app, 'Sites');
	await enterSite(app, { ...entriesOf(demo), url: '', apiToken: '', email: 'nobody' });
	await expect(app.getByText('Fill this in')).toHaveCount(2);
	await expect(app.getByText('This is not an email address')).toBeVisible();
	await expect(app.getByLabel('Site address')).toBeFocused();
});
