import { describe, expect, it } from 'vitest';
import { splitAddresses } from '#core/lists/split-addresses.ts';

describe('splitAddresses', () => {
	it.each([
		['ann@x.com, bob@x.com,cy@x.com', ['ann@x.com', 'bob@x.com', 'cy@x.com']],
		['ann@x.com; bob@x.com;', ['ann@x.com', 'bob@x.com']],
		['Lee, Ann <ann@x.com>; Ray, Bob <bob@x.com>', ['Lee, Ann <ann@x.com>', 'Ray, Bob <bob@x.com>']],
		['"Lee, Ann" <ann@x.com>, Bob <bob@x.com>', ['"Lee, Ann" <ann@x.com>', 'Bob <bob@x.com>']],
		['ann@x.com, bob@x.com,\n\n cy@x.com', ['ann@x.com', 'bob@x.com', 'cy@x.com']],
		['ann@x.com, bobx.com, cy@x.com', ['ann@x.com', 'bobx.com', 'cy@x.com']],
	])('makes %j one address each', (text, expected) => {
		expect(splitAddresses(text, 'several')).toEqual(expected);
	});

	it.each([
		['one address a line', 'ann@x.com\nbob@x.com'],
		['a row of a table', 'Ann, ann@x.com, Acme'],
		['a table', 'ann@x.com, Ann\nbob@x.com, Bob'],
		['cells of a spreadsheet', 'ann@x.com\tbob@x.com'],
		['a line of addresses under a title', 'email\nann@x.com, bob@x.com'],
		['nothing', ' \n'],
	])('leaves %s alone', (_, text) => {
		expect(splitAddresses(text, 'several')).toBeNull();
	});

	it('takes several lines of a file for rows', () => {
		expect(splitAddresses('ann@x.com, bob@x.com\ncy@x.com', 'one')).toBeNull();
		expect(splitAddresses('ann@x.com, bob@x.com\r\n', 'one')).toEqual(['ann@x.com', 'bob@x.com']);
	});

	it('gives up no time to quotes and brackets that are never closed', () => {
		const text = `ann@x.com, bob@x.com, ${'"<'.repeat(200_000)}`;
		expect(splitAddresses(text, 'several')).toHaveLength(3);
	});
});
