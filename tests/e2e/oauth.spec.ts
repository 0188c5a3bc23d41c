import { appScopes } from '../../src/shared/scopes.ts';
import { registerApp } from '../support/sign-in.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { agreeOnPage, demoName, goTo } from './steps.ts';

test('somebody signs in by an app of the company, and signs in again', { tag: '@desktop' }, async ({ app, demo }) => {
	const { clientId, clientSecret, callbackPort } = await registerApp(demo, appScopes(false));
	await goTo(app, 'Sites');
	await app.getByRole('button', { name: 'Add a site' }).click();
	const form = app.getByRole('form', { name: 'Add a site' });
	await form.getByLabel('Site address').fill(demo.url);
	await form.getByLabel('Name', { exact: true }).fill(demoName);

	await test.step('the form says what to register', async () => {
		await form.getByText('OAuth app', { exact: true }).click();
		await expect(form.getByLabel('Account email')).toBeHidden();
		await form.getByLabel('Callback port').fill(String(callbackPort));
		await expect(form.getByText(`http://127.0.0.1:${callbackPort}/callback`)).toBeVisible();
		await expect(form.getByText(appScopes(false).join(' '))).toBeVisible();
		await form.getByRole('button', { name: 'Add site' }).click();
		await expect(form.getByLabel('Client ID')).toHaveAttribute('aria-invalid', 'true');
		await expectAccessible(app, 'sites, app');
		await form.getByLabel('Client ID').fill(clientId);
		await form.getByLabel('Client secret').fill(clientSecret);
		await form.getByLabel('Organisation API key').fill(demo.orgApiKey);
		await form.getByRole('button', { name: 'Add site' }).click();
		await expect(app.getByRole('heading', { name: demoName, level: 1 })).toBeVisible();
	});

	const connection = app.getByRole('region', { name: 'Connection' });
	const agree = () => agreeOnPage(app);

	await test.step('the site is asked once somebody has agreed in the browser', async () => {
		await expect(connection.getByText('Not signed in.')).toBeVisible();
		await connection.getByRole('button', { name: 'Sign in…' }).click();
		await expectAccessible(app, 'sign in');
		await agree();
		await expect(app.getByText(`Signed in to ${demoName} as ${demo.email}.`)).toBeVisible();
		await expect(connection.getByText('Robin Admin')).toBeVisible();
		await expect(app.getByRole('region', { name: 'About this site' })).toContainText('OAuth sign-in stored');
	});

	await test.step('a sign-in that was taken back is said, and mended', async () => {
		demo.signIns.revoke();
		demo.signIns.endAccessTokens();
		await connection.getByRole('button', { name: `Check ${demoName}` }).click();
		await expect(connection.getByText('Your sign-in to this site has ended.')).toBeVisible();
		await connection.getByRole('button', { name: /^Sign in/ }).click();
		await agree();
		await expect(connection.getByText('Robin Admin')).toBeVisible();
	});

	await test.step('closing the dialogue lets the port go', async () => {
		await connection.getByRole('button', { name: 'Sign in again…' }).click();
		const dialog = app.getByRole('dialog', { name: `Sign in to ${demoName}` });
		await dialog.getByRole('button', { name: 'Open Atlassian' }).click();
		await expect(dialog.getByText('No page opened?')).toBeVisible();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await connection.getByRole('button', { name: 'Sign in again…' }).click();
		await agree();
	});
});
