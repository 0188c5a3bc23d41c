import { describe, expect, it } from 'vitest';
import { siteInTitle } from '#core/admin-files/titles.ts';
import { isPlaceholder } from '#core/lists/no-mailbox.ts';
import { addressesIn } from '#core/lists/addresses-in.ts';
import { nameBeside } from '#core/lists/name-columns.ts';
import { peopleInText } from '#core/lists/people-in-text.ts';
import { readAddress } from '#core/lists/read-address.ts';
import { kindOfCode } from '#main/files/xlsx/number-formats.ts';
import { holdsAddress } from '#core/lists/split-addresses.ts';

const length = 300_000;
const pieces = [
	'@',
	' ',
	'(',
	'[',
	'<',
	'"',
	"'",
	'/',
	'.',
	': ',
	'- ',
	'1',
	'1 ',
	'a@',
	'a@ ',
	'(a@',
	'] ',
	'<a@b> ',
	'mailto:a ',
	'to: ',
	'é',
	'。',
];
/** What a stranger would write to hold up an expression: one thing over and over, and at the end what does not fit. */
const texts = pieces.flatMap((piece) => ['', '@', '(', '!'].map((end) => piece.repeat(Math.ceil(length / piece.length)) + end));

// A reader whose time grows with the square of the length would be at it for an hour.
describe('a text of 300,000 letters is read or refused, whatever it repeats', () => {
	it.each<readonly [string, (text: string) => unknown]>([
		['an address', readAddress],
		['addresses of a cell', addressesIn],
		['a cell with an address', holdsAddress],
		['people of a text', (text) => peopleInText(text, 'several')],
		['a placeholder', isPlaceholder],
		['a title beside another', (text) => nameBeside([text, 'Email'], 1)],
		['a site in a title', siteInTitle],
		['a number format', kindOfCode],
	])('%s', (_what, read) => {
		for (const text of texts) expect(() => read(text)).not.toThrow();
	});
});
