import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbookOf } from '../support/workbook.ts';
import { expect, test } from './fixtures.ts';
import { goTo, listGrid } from './steps.ts';

const files: readonly (readonly [what: string, name: string, content: Buffer | string, sentence: string])[] = [
	['an empty file', 'empty.csv', '', 'This file is empty.'],
	['a file of blank lines', 'blank.csv', '\r\n\r\n', 'This file is empty.'],
	[
		'a binary file',
		'picture.csv',
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
		'This is neither a workbook nor a text file.',
	],
	['a header without rows', 'header.csv', 'Name,E-mail\r\n', 'This file has a header line but no rows.'],
	['a workbook that was cut off', 'cut.xlsx', workbookOf(['E-mail'], ['ann@x.com']).subarray(0, -1), 'This workbook is damaged'],
	[
		'an old file of Office with nothing in it',
		'old.xls',
		Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
		'This is an old Office file without a workbook in it.',
	],
	['a web page called a workbook', 'page.xls', '<html><table><tr><td>ann@x.com</td></tr></table></html>', 'This is a web page'],
	['a file without addresses', 'names.csv', 'Name,Town\r\nAnn,Oslo\r\nBen,Rome\r\n', 'No column in this file contains email addresses.'],
];

test('a file that is no list is refused with a sentence and leaves nothing behind', async ({ app, machine }) => {
	await goTo(app, 'Import a list');
	for (const [what, name, content, sentence] of files) {
		await test.step(what, async () => {
			const path = join(machine.home, name);
			writeFileSync(path, content);
			await app.locator('input[type=file]').setInputFiles(path);
			await expect(app.getByRole('alert')).toContainText(sentence);
			await expect(app.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
		});
	}
	await goTo(app, 'Lists & runs');
	await expect(app.getByRole('heading', { name: 'No list has been checked yet' })).toBeVisible();
});

test('pasted text without addresses is refused with a sentence', async ({ app }) => {
	await goTo(app, 'Import a list');
	await app.getByLabel('Or paste rows from a spreadsheet').fill('nothing\nof the kind\nstands here');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await expect(app.getByRole('alert')).toContainText('No column in this file contains email addresses.');
});

test('after a refused list a good one opens, and the sentence is gone', async ({ app }) => {
	await goTo(app, 'Import a list');
	const paste = app.getByLabel('Or paste rows from a spreadsheet');
	await paste.fill('nothing\nhere');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await expect(app.getByRole('alert')).toBeVisible();
	await paste.fill('ann@example.com\tAnn\nben@example.org\tBen');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await expect(app.getByRole('heading', { name: 'Pasted rows' })).toBeVisible();
	await expect(app.getByRole('alert')).toHaveCount(0);
	await expect(listGrid(app).getByText('ben@example.org')).toBeVisible();
});

test('ragged rows are reported by their lines', async ({ app }) => {
	await goTo(app, 'Import a list');
	await app.getByLabel('Or paste rows from a spreadsheet').fill('Name,E-mail\nAnn,ann@example.com\nBen\nCid,cid@example.com,more');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await app.getByRole('button', { name: 'Missing or extra cells 2' }).click();
	await expect(listGrid(app).getByRole('rowheader')).toHaveText(['3, missing or extra cells', '4, missing or extra cells']);
	await app.keyboard.press('F8');
	await expect(app.getByText('This row has 1 cell instead of 2')).toBeVisible();
});
