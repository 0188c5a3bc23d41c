import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, expectAccessible, test } from './fixtures.ts';
import { addDemoSite, goTo } from './steps.ts';

/** Any will do. */
const [root = ''] = rootCertificates;
const rootName = /^CN=(.+)$/m.exec(new X509Certificate(root).subject)?.[1] ?? '';

test('a certificate is chosen as a file, and the way to a site is walked step by step', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await goTo(app, 'Network');
	const certificates = app.locator('input[type=file]');
	const save = app.getByRole('button', { name: 'Save', exact: true });

	await certificates.setInputFiles({ name: 'no-certificate.pem', mimeType: 'text/plain', buffer: Buffer.from('hello') });
	await expect(app.getByText('no-certificate.pem')).toBeVisible();
	await save.click();
	await expect(app.getByText('The file contains no certificate that can be read.')).toBeVisible();
	await expectAccessible(app, 'network, refused');

	await certificates.setInputFiles({ name: 'root.pem', mimeType: 'text/plain', buffer: Buffer.from(root) });
	await app.getByLabel('Allow private addresses for site names').check();
	await save.click();
	await expect(app.getByText('Network settings saved.')).toBeVisible();
	await expect(app.getByText('The file contains no certificate that can be read.')).toHaveCount(0);
	await expect(app.getByText(rootName, { exact: true })).toBeVisible();

	await app.getByRole('button', { name: 'Check connection' }).click();
	await expect(app.getByText('The connection works.')).toBeVisible();
	await expect(app.getByText('Robin Admin')).toBeVisible();

	await app.getByRole('button', { name: 'Remove', exact: true }).click();
	await save.click();
	await expect(app.getByText(rootName, { exact: true })).toHaveCount(0);
	await app.reload();
	await expect(app.getByLabel('Allow private addresses for site names')).toBeChecked();
	await expect(app.getByText(rootName, { exact: true })).toHaveCount(0);
});
