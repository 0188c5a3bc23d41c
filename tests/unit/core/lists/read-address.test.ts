import { describe, expect, it } from 'vitest';
import { readAddress, readClosely } from '#core/lists/read-address.ts';
import { fc } from '../../../support/properties.ts';

const addressOf = (text: string) => {
	const read = readAddress(text);
	return read.valid ? read.address : read.problem;
};

describe('readAddress', () => {
	it.each([
		'ann@x.com',
		"o'brien@x.com",
		'ann+tag@x.co.uk',
		'a_b.c-d@sub.x.example',
		'ann@corp.test',
		'ann@corp.invalid',
		'ann@corp.local',
		'1@1x.com',
		'ann!#$%&*/=?^`{|}~@x.com',
		'ann@xn--bcher-kva.de',
		'ann@x.xn--p1ai',
		'müller@x.de',
		'-ann@x.com',
		'ann@x.museum',
	])('takes %s as it is', (text) => {
		expect(readAddress(text)).toEqual({ valid: true, address: text, displayName: null, cleaned: [] });
	});

	it.each([
		['Ann Lee <ann@x.com>', 'ann@x.com', 'Ann Lee', ['display-name']],
		['"Lee, Ann" <Ann@X.com>', 'ann@x.com', 'Lee, Ann', ['display-name', 'upper-case']],
		['Lee, Ann <ann@x.com>;', 'ann@x.com', 'Lee, Ann', ['display-name']],
		['ann@x.com (Ann)', 'ann@x.com', 'Ann', ['display-name']],
		['mailto:ann@x.com?subject=hi', 'ann@x.com', null, ['mailto']],
		['Ann <mailto:ann@x.com>', 'ann@x.com', 'Ann', ['display-name', 'mailto']],
		['<ann@x.com>', 'ann@x.com', null, []],
		['ann@x.com <ann@x.com>', 'ann@x.com', null, []],
		['"ann@x.com"', 'ann@x.com', null, ['surrounding-quotes']],
		["'ann@x.com'", 'ann@x.com', null, ['surrounding-quotes']],
		["'ann@x.com", 'ann@x.com', null, ['surrounding-quotes']],
		['ann@x.com;', 'ann@x.com', null, ['trailing-punctuation']],
		['ann@x.com.', 'ann@x.com', null, ['trailing-punctuation']],
		['  ann@x.com\t', 'ann@x.com', null, ['surrounding-space']],
		['ANN@X.COM', 'ann@x.com', null, ['upper-case']],
		['ann @ x.com', 'ann@x.com', null, []],
		['ann@Bücher.de', 'ann@xn--bcher-kva.de', null, ['upper-case', 'international-domain']],
		['ａｎｎ＠ｘ．ｃｏｍ', 'ann@x.com', null, ['full-width']],
		['ann@例え。jp', 'ann@xn--r8jz45g.jp', null, ['full-width', 'international-domain']],
	])('reads %s', (text, address, displayName, cleaned) => {
		expect(readAddress(text)).toEqual({ valid: true, address, displayName, cleaned });
	});

	it.each([
		['\ufeffann@x.com', 'invisible:U+FEFF ZERO WIDTH NO-BREAK SPACE'],
		['an\u200bn@x.com', 'invisible:U+200B ZERO WIDTH SPACE'],
		['\u00a0ann@x.com', 'invisible:U+00A0 NO-BREAK SPACE'],
		['ann@x\u00ad.com', 'invisible:U+00AD SOFT HYPHEN'],
		['\u202aann@x.com\u202c', 'invisible:U+202A LEFT-TO-RIGHT EMBEDDING'],
	])('finds and names the invisible character of %j', (text, name) => {
		const read = readAddress(text);
		expect(read).toMatchObject({ valid: true, address: 'ann@x.com' });
		expect(read.cleaned).toContain(name);
	});

	it.each([
		['', 'empty'],
		['  \u200b', 'empty'],
		['ann.x.com', 'no-at-sign'],
		['Ann <Lee>', 'no-at-sign'],
		['ann@x.com, bob@x.com', 'several-addresses'],
		['ann@x.com;bob@y.com', 'several-addresses'],
		['ann@x.com\nbob@x.com', 'several-addresses'],
		['Ann <ann@x.com>, Bob <bob@x.com>', 'several-addresses'],
		['ann@x.com <bob@x.com>', 'several-addresses'],
		['ann lee@x.com', 'bad-local-part'],
		['ann..lee@x.com', 'bad-local-part'],
		['.ann@x.com', 'bad-local-part'],
		['@x.com', 'bad-local-part'],
		['ann@', 'bad-domain'],
		['ann@x,com', 'bad-domain'],
		['ann@x..com', 'bad-domain'],
		['ann@-x.com', 'bad-domain'],
		['ann@[10.0.0.1]', 'bad-domain'],
		['ann@exam ple.com', 'bad-domain'],
		['ann@localhost', 'domain-without-dot'],
		['ann@10.0.0.1', 'unknown-top-level-domain'],
		['ann@x.c', 'unknown-top-level-domain'],
		[`${'a'.repeat(65)}@x.com`, 'too-long'],
		[`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.com`, 'too-long'],
		['ann\u00a0lee@x.com', 'invisible-characters-inside'],
	])('refuses %j as %s', (text, problem) => {
		expect(addressOf(text)).toBe(problem);
	});

	// A cell holds 32,768 characters; of so many more, an expression that goes back over them would not come to an end.
	it.each([' ', 'a', '(', '<', '"', 'a@', '@', '\u00a0', '。', '.', 'a.', '-'])(
		'comes to an end with a cell of a million of %j',
		(piece) => {
			const full = piece.repeat(1_000_000);
			for (const text of [full, `a@x.com${full}`, `${full}a@x.com`, `a${full}@x`, `a@${full}`, `x${full.slice(0, 1990)}y@x`]) {
				expect(() => readAddress(text)).not.toThrow();
			}
		},
	);

	it('never throws, and reading its own result changes nothing', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'@',
				'.',
				'ann',
				'x.com',
				'<',
				'>',
				'"',
				"'",
				'(',
				')',
				' ',
				'mailto:',
				'\u200b',
				'\u00a0',
				'Ü',
				'İ',
				'ß',
				'＠',
				'。',
				'%40',
				'?',
				',',
				';',
			),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const read = readAddress(pieces.join(''));
				if (!read.valid) return;
				expect(readAddress(read.address)).toEqual({ valid: true, address: read.address, displayName: null, cleaned: [] });
			}),
			{ numRuns: 3000 },
		);
	});
});

describe('the short cut for plain addresses', () => {
	const piece = fc.constantFrom(
		'a',
		'Ann',
		'.',
		'-',
		'_',
		'@',
		'x.com',
		'X.Co',
		'contoso.com',
		'example.com',
		'chris.green',
		' ',
		'<',
		'>',
		'"',
		"'",
		' <',

		'ann@x.com',
		'\t',
		'é',
		'Example',
		'to',
		'imcea',
		'smtp:',
		'#EXT#',
		'1',
		'cn',
		'＠',
		'\u200b',
		'\u00a0',
		'%40',
		',',
		'=',
		'a'.repeat(60),
	);
	const name = fc.constantFrom('', 'Ann Lee ', '"Ann Lee" ', 'Example ', 'Ann', 'To ', 'e mail ', 'x500 ', 'cn ', "'Ann' ", 'Ann  Lee ');
	const address = fc.constantFrom(
		'ann@x.com',
		'Ann@X.com',
		'imceaex-a@x.com',
		'a@contoso.com',
		'info@example.com',
		'chris.green@example.com',
		"'a@x.com",
		"a'@x.com",
		'a@x.c',
		'a..b@x.com',
		'a@-x.com',
		'smtp@x.com',
		'a@b@c.com',
		'a@x-.com',
		'-a@x.com',
		'+a@x.com',
		'a@1.com',
		'a@x.c1',
		'a@x',
	);
	const around = fc.tuple(
		fc.constantFrom('', ' ', '\t', '\u00a0', '\u200b'),
		name,
		fc.constantFrom('<', '', '('),
		address,
		fc.constantFrom('>', '', ')', '>;'),
		fc.constantFrom('', ' ', '\r', '.'),
	);

	it('reads what a close look reads', () => {
		const same = (pieces: readonly string[]): void => {
			const text = pieces.join('');
			expect(readAddress(text)).toEqual(readClosely(text));
		};
		fc.assert(fc.property(fc.array(piece, { maxLength: 9 }), same), { numRuns: 10_000 });
		fc.assert(fc.property(around, same), { numRuns: 10_000 });
	});
});
