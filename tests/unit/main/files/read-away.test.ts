import { describe, expect, it } from 'vitest';
import { openListBytes } from '#main/files/open-list.ts';
import { readAdminFileAway, readingLimits, readListAway } from '#main/files/read-away.ts';
import type { ListBytes } from '#main/files/read-list.ts';
import { messyTable } from '../../../support/messy-list.ts';
import { workbookOf } from '../../../support/workbook.ts';

const fileOf = (content: string | Buffer, name = 'list.csv'): ListBytes => ({ name, bytes: Buffer.from(content), origin: 'file' });

describe('a list read in a thread of its own', () => {
	it.each([
		['text', fileOf(messyTable(3000))],
		['a workbook', fileOf(workbookOf(['Name', 'Email'], ['Ann', 'ann@x.com'], ['Bob', 'bob@x.com']), 'list.xlsx')],
		['addresses taken from other columns', fileOf('Name,Email,Email 2\nAnn,,ann@x.com\nBob,bob@x.com,\n')],
	])('has the rows it has when it is read here: %s', async (_, file) => {
		const here = await openListBytes(file.name, file.bytes);
		const away = await openListBytes(file.name, file.bytes, {}, readListAway);
		if (!here.ok || !away.ok) throw new Error('not opened');
		expect(away.value.preview).toEqual(here.value.preview);
		expect(away.value.account).toEqual(here.value.account);
		expect([...away.value.rows()]).toEqual([...here.value.rows()]);
	});

	it('fails as it does here', async () => {
		expect(await openListBytes('list.csv', Buffer.from('Colour,Size\nred,L\n'), {}, readListAway)).toMatchObject({
			ok: false,
			failure: { code: 'list-without-addresses' },
		});
	});

	it.each([
		['time', { ...readingLimits, ms: 1 }],
		['memory', { ...readingLimits, memoryMb: 12 }],
	])('is ended where it takes too much %s, and the app is not', async (reason, limits) => {
		const file = fileOf(messyTable(200_000));
		await expect(readListAway(file, {}, limits)).rejects.toMatchObject({ failure: { code: 'list-too-slow', details: { reason } } });
	});

	it('gives the rows of an admin’s file', async () => {
		const rows = await readAdminFileAway(Buffer.from('<html><table><tr><th>Name<th>Email<tr><td>Ann<td>ann@x.com</table></html>'));
		expect(Array.from({ length: rows.length }, (_, index) => rows.at(index).cells)).toEqual([
			['Name', 'Email'],
			['Ann', 'ann@x.com'],
		]);
	});
});
