import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeWorkbook } from '../support/workbook.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { addDemoSite, chooseDesk, demoName, expectState, goTo, listGrid } from './steps.ts';

const heads = ['Customers of Halden', 'as of May'];
const titles = ['Who', 'Contact', 'Second contact', 'Notes'];

/** Drops a file on the page, as from a folder beside it. */
const drop = async (page: Page, name: string, bytes: Buffer): Promise<void> => {
	const data = await page.evaluateHandle(
		({ name: fileName, base64 }) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], fileName));
			return transfer;
		},
		{ name, base64: bytes.toString('base64') },
	);
	await page.getByText('Drop a workbook or a text file here, or choose one').dispatchEvent('drop', { dataTransfer: data });
	await expect(page.getByRole('heading', { name })).toBeVisible();
};

const chip = (page: Page, label: string) => page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name: label });
const cell = (page: Page, text: string) => listGrid(page).getByRole('gridcell').filter({ hasText: text });

/** Nine people: one address is none, three have a slip in their domain, one stands there twice. */
const makePeople = (emails: readonly string[]): Buffer => {
	const [a = '', b = '', c = '', d = ''] = emails;
	const rows = [
		[heads[0] ?? ''],
		[heads[1] ?? ''],
		titles,
		['Ann', 'n/a', a.replace('@', '@@'), ''],
		['Bob', 'n/a', 'bob@gmial.com', ''],
		['Cy', 'n/a', 'cy@gmial.com', 'VIP'],
		['Di', 'n/a', 'Di <di@gmial.com>', ''],
		['Ed', 'n/a', b, ''],
		['Flo', 'n/a', c, ''],
		['Flo again', 'old@example.com', c, ''],
		['Gus', 'n/a', 'nobody', ''],
		['Hal', 'n/a', d, ''],
	];
	return writeWorkbook({
		sheets: [
			{ name: 'Cover', rows: [['hello']] },
			{ name: 'People', rows },
		],
	});
};

test('a workbook goes in, is put right, and the run uses what was corrected', async ({ app, demo }) => {
	await app.setViewportSize({ width: 1280, height: 800 });
	await addDemoSite(app, demo);
	await goTo(app, 'Import a list');
	const [a = '', b = '', c = '', d = ''] = demo.world.persons
		.filter(({ expected }) => expected.cause === 'access-revoked')
		.map(({ email }) => email);
	await drop(app, 'people.xlsx', makePeople([a, b, c, d]));

	await test.step('the sheet, the titles below the heading, and the columns, which are corrected', async () => {
		await expect(app.getByLabel('Sheet')).toHaveValue('People');
		await expect(app.getByText('line 3 (lines above ignored)')).toBeVisible();
		await app.getByLabel('Address', { exact: true }).selectOption({ label: 'Second contact' });
		await app.getByLabel('Name', { exact: true }).selectOption({ label: 'Who' });
		await app.getByLabel('Organisation', { exact: true }).selectOption('same for all rows…');
		await app.getByLabel('Organisation for all rows').fill('Halden Group');
		await expect(chip(app, 'No address 2')).toBeVisible();
		await expect(chip(app, 'Possible typo 3')).toBeVisible();
		await expect(chip(app, 'Duplicates 1')).toBeVisible();
	});

	await test.step('Start and what will happen are on the screen without scrolling', async () => {
		await chooseDesk(app, demo);
		await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeInViewport({ ratio: 1 });
		await expect(app.getByText('9 rows will be checked')).toBeInViewport({ ratio: 1 });
		await expect(app.getByLabel('Allowed domains')).toBeInViewport();
		await expect(listGrid(app).getByRole('row').nth(9)).toBeInViewport();
	});

	await test.step('from problem to problem, and a cell fixed in place', async () => {
		await app.keyboard.press('F8');
		await expect(app.getByText('“@” is not allowed before the @.')).toBeVisible();
		await expect(cell(app, `${a.replace('@', '@@')}, error`)).toHaveAttribute('aria-invalid', 'true');
		await app.keyboard.press('F2');
		await expect(app.getByRole('textbox', { name: 'Second contact of line 4' })).toBeFocused();
		await app.keyboard.type(a);
		await app.keyboard.press('Enter');
		await expect(chip(app, 'No address 1')).toBeVisible();
		await expect(chip(app, 'Corrected 1')).toBeVisible();
		await expect(listGrid(app)).toBeFocused();
		await app.keyboard.press('n');
		await expect(app.getByText('Did you mean cy@gmail.com?')).toBeVisible();
		await app.keyboard.press('p');
		await expect(app.getByText('Did you mean bob@gmail.com?')).toBeVisible();
		await app.keyboard.press('Shift+F8');
		await expect(app.getByText('No more problems.')).toBeAttached();
	});

	await test.step('a correction accepted for all rows it fits', async () => {
		await app.getByRole('button', { name: 'gmial.com → gmail.com 3 rows' }).click();
		await expect(chip(app, 'Corrected 4')).toBeVisible();
		await expect(cell(app, 'Di <di@gmail.com>')).toBeVisible();
		await expect(app.getByText('Suggested corrections')).toHaveCount(0);
	});

	await test.step('undone, done again, a row left out', async () => {
		await app.keyboard.press('Control+z');
		await expect(chip(app, 'Possible typo 3')).toBeVisible();
		await app.keyboard.press('Control+z');
		await expect(chip(app, 'No address 2')).toBeVisible();
		await app.keyboard.press('Control+Shift+z');
		await app.keyboard.press('Control+y');
		await expect(chip(app, 'Corrected 4')).toBeVisible();
		await expect(app.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled();
		await chip(app, 'No address 1').click();
		await cell(app, 'nobody').click();
		await app.keyboard.press('x');
		await expect(app.getByText('No rows match this filter.')).toBeVisible();
		await app.getByRole('button', { name: 'Show all rows' }).click();
		await expect(app.getByText('8 of 9 rows will be checked')).toBeVisible();
	});

	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');
	const run = app.getByRole('grid', { name: 'Rows of the list' });
	await expect(run.getByRole('gridcell', { name: a })).toBeVisible();
	await expect(run.getByRole('gridcell', { name: 'di@gmail.com' })).toBeVisible();
	await expect(run.getByText('nobody')).toHaveCount(0);
	// What was left out stays with the run.
	const read = app.getByRole('list', { name: 'What was read' });
	await expect(read).toContainText('2 lines above the table not read');
	await read.getByText('1 row left out by you').click();
	await expect(read.getByText('Line 11: Gus · n/a · nobody')).toBeVisible();
	await expect(run.getByRole('row').nth(1)).toContainText('Access suspended');
	await expect(run.getByRole('row').nth(1)).toContainText('Halden Group');
	await run.getByRole('gridcell', { name: a }).click();
	const detail = app.getByRole('complementary');
	await expect(detail.getByText('The address was corrected.')).toBeVisible();
	await expect(detail.locator('dd').getByText(a.replace('@', '@@'))).toBeVisible();
});

test('the columns of a list are remembered for its site and its titles', async ({ app, demo }) => {
	await addDemoSite(app, demo);
	await goTo(app, 'Import a list');
	const people = makePeople(demo.world.persons.slice(0, 4).map(({ email }) => email));
	await drop(app, 'may.xlsx', people);
	await app.getByLabel('Organisation', { exact: true }).selectOption('same for all rows…');
	await app.getByLabel('Organisation for all rows').fill('Halden Group');
	await expect(listGrid(app)).toBeVisible();
	await app.getByLabel('Name', { exact: true }).selectOption({ label: 'Notes' });
	await chooseDesk(app, demo);
	await app.getByRole('button', { name: 'Start', exact: true }).click();
	await expectState(app, 'Finished');

	await test.step('a row of the run is corrected and checked at once, and a duplicate leads to its first row', async () => {
		const run = app.getByRole('grid', { name: 'Rows of the list' });
		const detail = app.getByRole('complementary');
		const revoked = demo.world.persons.find(({ expected }) => expected.cause === 'access-revoked')?.email ?? '';
		await run.getByRole('gridcell', { name: 'nobody' }).click();
		await expect(detail.getByText('“nobody” is not an email address.')).toBeVisible();
		await expectAccessible(app, 'correcting a row');
		const address = detail.getByLabel('Correct address');
		await address.fill('still nobody');
		await detail.getByRole('button', { name: 'Check this row' }).click();
		await expect(detail.getByText('The @ is missing.')).toBeVisible();
		await expect(address).toHaveValue('still nobody');
		await address.fill(revoked);
		await address.press('Enter');
		await expect(detail.getByRole('heading', { name: revoked })).toBeVisible();
		await expect(detail.getByText('Access suspended').first()).toBeVisible();
		await expect(detail.getByText('The address was corrected.')).toBeVisible();
		await expect(detail.locator('dd').getByText('nobody')).toBeVisible();
		await run.getByText('Duplicate row').first().click();
		await detail.getByRole('link', { name: 'Line 9' }).click();
		await expect(detail.getByText('Duplicate of line 9.')).toHaveCount(0);
		await expect(detail.getByText('line 9')).toBeVisible();
		await run.getByRole('gridcell', { name: 'bob@gmial.com' }).click();
		await expect(address).toHaveValue('bob@gmail.com');
	});

	await goTo(app, 'Import a list');
	await drop(app, 'june.xlsx', people);
	await expect(app.getByText(`Same columns as the last list for ${demoName}`)).toBeVisible();
	await expect(app.getByText('Name: Notes · Organisation: “Halden Group” for all rows')).toBeVisible();
	await expect(app.getByLabel('Address', { exact: true })).toHaveCount(0);
	await chooseDesk(app, demo);
	await expect(app.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
	await app.getByRole('button', { name: 'Change columns' }).click();
	await expect(app.getByLabel('Organisation for all rows')).toHaveValue('Halden Group');
	await app.getByLabel('Name', { exact: true }).selectOption({ label: 'Who' });
	await expect(listGrid(app).getByRole('columnheader', { name: 'Who' })).toContainText('Name');
});

test('another sheet is chosen, and what was corrected waits on the first', async ({ app, machine }) => {
	await goTo(app, 'Import a list');
	const sheet = (name: string, email: string) => ({ name, rows: [['E-mail'], [email]] });
	const path = join(machine.home, 'two.xlsx');
	writeFileSync(path, writeWorkbook({ sheets: [sheet('One', 'ann@x'), sheet('Two', 'bob@x.com')] }));
	await app.locator('input[type=file]').setInputFiles(path);
	await expect(listGrid(app)).toBeVisible();
	await app.keyboard.press('F8');
	await expect(app.getByText('“x” needs an ending such as .com.')).toBeVisible();
	await app.keyboard.press('F2');
	await expect(listGrid(app).getByRole('textbox')).toBeFocused();
	await app.keyboard.type('ann@x.com');
	await app.keyboard.press('Enter');
	await expect(chip(app, 'Corrected 1')).toBeVisible();
	await app.getByLabel('Sheet').selectOption('Two');
	await expect(cell(app, 'bob@x.com')).toBeVisible();
	await expect(chip(app, 'Corrected 1')).toHaveCount(0);
	await app.getByLabel('Sheet').selectOption('One');
	await expect(cell(app, 'ann@x.com')).toBeVisible();
	await app.getByRole('button', { name: 'Choose another list' }).click();
	await app.getByRole('dialog').getByRole('button', { name: 'Choose another list' }).click();
	await expect(app.getByRole('heading', { name: 'Import a list' })).toBeVisible();
});

test('a messy list is put right in a few clicks, and waits after a reload until it is thrown away', async ({ app }) => {
	await goTo(app, 'Import a list');
	const people = [
		'Ann;ann@gmial.com',
		'Bo;bo@hotmial.com',
		'Cy;cy@x.com, di@x.com',
		'Eve;eve_vendor.com#EXT#@acme.onmicrosoft.com',
		'Flo;flo@x.com',
	];
	await drop(app, 'messy.csv', Buffer.from(['Name;E-mail', 'Who;Contact', ...people].join('\n')));

	await test.step('another line has the column titles', async () => {
		await app.getByRole('button', { name: 'Change header' }).click();
		const dialog = app.getByRole('dialog', { name: 'Which line has the column titles?' });
		await expect(dialog.getByRole('button', { name: '1 Name · E-mail' })).toBeFocused();
		await expectAccessible(app, 'header lines');
		await app.keyboard.press('Tab');
		await app.keyboard.press('Enter');
		await expect(listGrid(app).getByRole('columnheader', { name: 'Contact' })).toBeVisible();
		await expect(app.getByText('Column titles in line 2')).toBeVisible();
	});

	await test.step('every suggestion at once, a cell in two rows, a row left out', async () => {
		await app.getByRole('button', { name: 'Accept all 3' }).click();
		await expect(chip(app, 'Corrected 3')).toBeVisible();
		await expect(cell(app, 'eve@vendor.com')).toBeVisible();
		await app.keyboard.press('F8');
		await app.getByRole('button', { name: 'Split into rows (S)' }).click();
		await expect(chip(app, 'No address 0')).toBeVisible();
		await expect(cell(app, 'di@x.com')).toBeVisible();
		await cell(app, 'flo@x.com').click();
		await app.keyboard.press('x');
		await expect(app.getByText('5 of 6 rows will be checked')).toBeVisible();
	});

	await app.reload();
	await goTo(app, 'Import a list');
	await expect(app.getByText('6 rows · 5 corrections, 1 left out')).toBeVisible();
	await expectAccessible(app, 'drafts');
	await app.getByRole('button', { name: 'Continue with messy.csv (5 corrections, 1 left out)' }).click();
	await expect(app.getByText('5 of 6 rows will be checked')).toBeVisible();
	await expect(cell(app, 'di@x.com')).toBeVisible();
	await expect(listGrid(app).getByRole('columnheader', { name: 'Contact' })).toBeVisible();
	await app.reload();
	await goTo(app, 'Import a list');
	await app.getByRole('button', { name: 'Discard messy.csv' }).click();
	await app.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
	await expect(app.getByRole('heading', { name: 'Not checked yet' })).toHaveCount(0);

	await test.step('of a mail, the people its text names', async () => {
		const mail =
			'From: Sam <sam@acme.example>\nTo: Robin <robin@acme.example>\nSubject: People\n\nPlease add Ann Lee <ann@x.com> and bo@x.com.';
		await app.getByRole('textbox', { name: 'Or paste rows' }).fill(mail);
		await app.getByRole('button', { name: 'Open pasted rows' }).click();
		await expect(cell(app, 'Ann Lee <ann@x.com>')).toBeVisible();
		await expect(app.getByText('2 rows will be checked')).toBeVisible();
	});
});

test('how the text of a file is written is shown, and can be said otherwise', async ({ app }) => {
	await goTo(app, 'Import a list');
	await drop(app, 'old.csv', Buffer.from('Name;E-mail\nM\xfcller;ann@example.com\nK\xf6nig;bob@example.com\n', 'latin1'));
	const encoding = app.getByRole('combobox', { name: 'Encoding' });
	await expect(encoding).toHaveValue('windows-1252');
	await expect(cell(app, 'Müller')).toBeVisible();
	await encoding.selectOption({ label: 'Cyrillic (windows-1251)' });
	await expect(cell(app, 'Mьller')).toBeVisible();
	await encoding.selectOption('windows-1252');
	await expect(cell(app, 'Müller')).toBeVisible();
});

test('100,000 rows of 256 columns are walked in a small page', async ({ app, machine }) => {
	const path = join(machine.home, `${'a very long name '.repeat(12)}.csv`);
	const wide = ','.repeat(254);
	const lines = Array.from({ length: 100_000 }, (_, index) => `${index === 77_777 ? 'nobody' : `p${index}@example.com`}${wide}`);
	writeFileSync(path, `E-mail,${Array.from({ length: 254 }, (_, index) => `c${index}`).join(',')}\n${lines.join('\n')}\n`);
	await goTo(app, 'Import a list');
	await app.locator('input[type=file]').setInputFiles(path);
	const grid = listGrid(app);
	await expect(grid).toHaveAttribute('aria-rowcount', '100001');
	await expect(grid).toHaveAttribute('aria-colcount', '256');
	await app.keyboard.press('F8');
	await expect(cell(app, 'nobody, error')).toBeInViewport();
	await app.keyboard.press('Control+End');
	await expect(grid.locator('[aria-rowindex="100001"]').getByRole('rowheader')).toBeInViewport();
	await expect(grid.locator('[aria-rowindex="100001"] [aria-colindex="256"]')).toBeInViewport();
	await app.keyboard.press('Control+Home');
	await expect(cell(app, 'p0@example.com')).toBeInViewport();
	expect(await app.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(2500);
	expect(await app.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('guests who stand in a list by a directory name are read by their own addresses, one or all', async ({ app }) => {
	await goTo(app, 'Import a list');
	const guest = (name: string) => `${name}_vendor.example#EXT#@acme.onmicrosoft.com`;
	await app
		.getByLabel('Or paste rows from a spreadsheet')
		.fill(`Name\tE-mail\nAnn\tann@example.com\nDan\t${guest('dan.fox')}\nEve\t${guest('eve.ray')}`);
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	const line = app.getByRole('list', { name: 'What was read' });
	await expect(line).toContainText('2 guests with a directory name instead of an address');
	await cell(app, guest('dan.fox')).click();
	await app.getByRole('button', { name: 'Correct (A)' }).click();
	await expect(cell(app, 'dan.fox@vendor.example')).toBeVisible();
	await line.getByRole('button', { name: 'Use their own addresses' }).click();
	await expect(line).toContainText('3 people read');
	await expect(line).toContainText('Guests are read by their own addresses');
	await expect(cell(app, 'eve.ray@vendor.example')).toBeVisible();
});

test('addresses in a line, as they are pasted into a dialog, become a row each', async ({ app }) => {
	await goTo(app, 'Import a list');
	await app.getByLabel('Or paste rows from a spreadsheet').fill('ann@example.com, Bob Ray <bob@example.com>; cy@example.com');
	await app.getByRole('button', { name: 'Open pasted rows' }).click();
	await expect(app.getByText('addresses, one row each')).toBeVisible();
	await expect(listGrid(app).getByRole('rowheader')).toHaveCount(2);
});

/** As Ctrl+V does it, without the machine's clipboard. */
const paste = (page: Page, selector: string, text: string): Promise<void> =>
	page.locator(selector).evaluate((element, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, text);

test('cells are pasted onto the page, and one into a cell', async ({ app }) => {
	await goTo(app, 'Import a list');
	await expect(app.getByText('Ctrl+V works anywhere on this page')).toBeVisible();
	await paste(app, 'body', 'Name\tE-mail\tNote\r\nAnn\tann@x\t"two\nlines"\r\nBob\tbob@example.com\t\r\n');
	await expect(chip(app, 'No address 1')).toBeVisible();
	await expect(app.getByText('UTF-8, Tab')).toBeVisible();
	await app.keyboard.press('F8');
	await expect(app.getByText('“x” needs an ending such as .com.')).toBeVisible();
	await paste(app, '[role=grid]', 'ann@example.com\tsecond cell\r\n');
	await expect(chip(app, 'No address 0')).toBeVisible();
	await expect(cell(app, 'ann@example.com')).toBeVisible();
	await expect(app.getByText('In the file: “ann@x”')).toBeVisible();
	await app.getByRole('button', { name: 'Restore original' }).click();
	await expect(chip(app, 'No address 1')).toBeVisible();
});

test('a list that is not open any more says so, and another can be opened', async ({ app }, { project }) => {
	test.skip(project.name !== 'browser', 'the desktop app has one window');
	await goTo(app, 'Import a list');
	const open = async (address: string): Promise<void> => {
		await app.getByLabel('Or paste rows from a spreadsheet').fill(`${address}\nbob@example.com`);
		await app.getByRole('button', { name: 'Open pasted rows' }).click();
		await expect(cell(app, address)).toBeVisible();
	};
	await open('ann@example.com');
	// Four lists are in memory: other windows open theirs, and this one is read anew from its draft.
	const other = await app.context().newPage();
	await other.goto(app.url());
	for (const address of ['c@example.com', 'd@example.com', 'e@example.com', 'f@example.com']) {
		await other.getByLabel('Or paste rows from a spreadsheet').fill(`${address}\nbob@example.com`);
		await other.getByRole('button', { name: 'Open pasted rows' }).click();
		await expect(other.getByRole('heading', { name: 'Pasted rows' })).toBeVisible();
		await other.reload();
	}
	await app.getByRole('button', { name: 'Next problem (F8)' }).click();
	await expect(app.getByText('No more problems.')).toBeAttached();
	await other.getByRole('button', { name: 'Discard Pasted rows' }).last().click();
	await other.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
	await expect(other.getByRole('button', { name: 'Discard Pasted rows' })).toHaveCount(4);
	await app.getByRole('button', { name: 'Next problem (F8)' }).click();
	await expect(app.getByRole('alert')).toContainText('This list is no longer open.');
	await open('ann@example.com');
});
