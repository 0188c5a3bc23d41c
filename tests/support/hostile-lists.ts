import {
	columnLetters,
	type TestSheet,
	type TestWorkbook,
	workbookOf,
	workbookParts,
	writeWorkbook,
	type ZipPart,
	writeZip,
} from './workbook.ts';

const megabyte = 1024 * 1024;

const good = workbookOf(['Name', 'Email'], ['Ann', 'ann@x.com']);
const goodParts = workbookParts({ sheets: [{ name: 'S', rows: [['Email'], ['ann@x.com']] }] });
const sheet = (one: Omit<TestSheet, 'name'>, rest: Omit<TestWorkbook, 'sheets'> = {}) =>
	writeWorkbook({ sheets: [{ name: 'S', ...one }], ...rest });
const without = (name: string) => writeZip(goodParts.filter((part) => part.name !== name));
const instead = (name: string, content: ZipPart['content']) =>
	writeZip(goodParts.map((part) => (part.name === name ? { name, content } : part)));
const sheetPart = 'xl/worksheets/sheet1.xml';
const lying = (lies: NonNullable<(typeof goodParts)[number]['lies']>) =>
	writeZip(goodParts.map((part) => (part.name === sheetPart ? { ...part, lies } : part)));
const flipped = (bytes: Buffer, at: number) => {
	const changed = Buffer.from(bytes);
	changed[at] = (changed[at] ?? 0) ^ 0xff;
	return changed;
};
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
const billionLaughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;

/**
 * Each is refused with this code, or opens with so many rows (those that are only odd). `fewestLooks`: of those that take
 * long, how often at least their reader looks whether others are due.
 */
export const hostileLists: readonly (readonly [what: string, bytes: () => Buffer, expected: string | number, fewestLooks?: number])[] = [
	// Archives
	['a workbook cut off in the middle', () => good.subarray(0, good.length / 2), 'list-damaged'],
	['a workbook cut off at its last byte', () => good.subarray(0, -1), 'list-damaged'],
	['nothing but the start of an archive', () => Buffer.from('PK\x03\x04'), 'list-damaged'],
	['an empty archive', () => writeZip([]), 'list-binary'],
	['a workbook with a changed byte in its sheet', () => flipped(good, good.indexOf('xl/worksheets/sheet1.xml') + 60), 'list-damaged'],
	['a part with a wrong checksum', () => lying({ crc: 1 }), 'list-damaged'],
	['a part that says it is smaller than it is', () => lying({ uncompressedSize: 10 }), 'list-damaged'],
	['a part that says it is larger than any list', () => lying({ uncompressedSize: 0x7fffffff }), 'list-too-large'],
	['a part with a password', () => lying({ encrypted: true }), 'list-encrypted'],
	['a part packed in an unknown way', () => lying({ method: 93 }), 'list-damaged'],
	['a part whose name climbs out of its folder', () => writeZip([...goodParts, { name: '../../evil', content: '' }]), 'list-damaged'],
	[
		'an archive of 10,001 parts',
		() => writeZip(Array.from({ length: 10_001 }, (_, at) => ({ name: `xl/${at}`, content: '' }))),
		'list-damaged',
	],
	['a zip of something else', () => writeZip([{ name: 'readme.txt', content: 'ann@x.com' }]), 'list-binary'],
	['a binary workbook with nothing in it', () => writeZip([...goodParts, { name: 'xl/workbook.bin', content: '' }]), 'list-damaged'],
	[
		'an OpenDocument sheet',
		() =>
			writeZip([
				{ name: 'mimetype', content: '' },
				{ name: 'content.xml', content: '' },
			]),
		'list-binary',
	],
	['a workbook of the old kind', () => oldOffice, 'list-binary'],
	['a workbook with a password', () => Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]), 'list-encrypted'],
	// Bombs
	['a sheet of 600 MB of spaces in 600 KB', () => instead(sheetPart, { piece: Buffer.alloc(megabyte, ' '), times: 600 }), 'list-too-large'],
	['styles of 40 MB', () => sheet({ rows: [['ann@x.com']] }, { styles: ' '.repeat(40 * megabyte) }), 'list-too-large', 1000],
	[
		'2,000,001 shared strings',
		() => sheet({ rows: [['ann@x.com']] }, { strings: Array.from({ length: 2_000_001 }, () => '') }),
		'list-too-large',
		500,
	],
	[
		'one long string in a million cells',
		() =>
			sheet(
				{ data: '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(100_000) },
				{ strings: [`<t>a@x.com${'x'.repeat(30_000)}</t>`] },
			),
		'list-too-large',
	],
	[
		'a long text merged over a million rows',
		() =>
			sheet({
				data: `<row r="1">${inline('x'.repeat(30_000))}</row>${'<row><c/><c t="b"><v>1</v></c></row>'.repeat(50_000)}`,
				after: '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>',
			}),
		'list-too-large',
		50,
	],
	['entities that grow', () => sheet({ rows: [['ann@x.com']] }, { prolog: billionLaughs }), 'list-damaged'],
	['an entity from outside', () => sheet({ rows: [['a']] }, { prolog: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' }), 'list-damaged'],
	['an entity that is not declared', () => sheet({ data: `<row>${inline('&boom;')}</row>` }), 'list-damaged'],
	['elements nested 100,000 deep', () => sheet({ data: '<a>'.repeat(100_000) }), 'list-damaged'],
	['an attribute of 1 MB', () => sheet({ data: `<row r="${'1'.repeat(megabyte)}"/>` }), 'list-damaged', 40],
	...(
		['<!--', '<?pi ', '<!DOCTYPE x [', '<worksheet a="', '<', '<worksheet><![CDATA[', '<worksheet>&', '<worksheet><![CDATA[]]>'] as const
	).map(
		(start) =>
			[
				`200 MB that begin with ${start} and never end`,
				() => instead(sheetPart, { start: Buffer.from(start), piece: Buffer.alloc(megabyte, 'x'), times: 200 }),
				'list-damaged',
			] as const,
	),
	[
		'a million attributes',
		() => sheet({ data: `<row ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')}/>` }),
		'list-damaged',
	],
	// Sheets
	['1,048,576 rows', () => sheet({ data: `<row>${inline('a@x.com')}</row>`.repeat(1_048_576) }), 'list-too-many-rows', 2000],
	['a row beyond the last', () => sheet({ data: `<row r="1048577">${inline('a@x.com')}</row>` }), 'list-damaged'],
	[
		'a cell in column 257',
		() => sheet({ data: `<row r="1">${inline('a@x.com')}<c r="${columnLetters(256)}1"><v>1</v></c></row>` }),
		'list-too-many-columns',
	],
	['a cell of 40 KB', () => sheet({ data: `<row>${inline('x'.repeat(40_000))}</row>` }), 'list-cell-too-large'],
	['a shared string of 40 KB', () => sheet({ rows: [['a@x.com']] }, { strings: [`<t>${'x'.repeat(40_000)}</t>`] }), 'list-cell-too-large'],
	['300 sheets', () => writeWorkbook({ sheets: Array.from({ length: 300 }, (_, at) => ({ name: `S${at}` })) }), 'list-damaged'],
	['sheets without a cell', () => sheet({ data: '' }), 'list-empty'],
	['a workbook that lost its list of sheets', () => without('xl/workbook.xml'), 'list-damaged'],
	['a sheet that is not there', () => without(sheetPart), 'list-damaged'],
	['a sheet that is no XML', () => instead(sheetPart, '{"a":1}'), 'list-damaged'],
	['a sheet that ends in the middle of an element', () => instead(sheetPart, '<worksheet><sheetData><row><c'), 'list-damaged'],
	[
		'a sheet in UTF-16',
		() =>
			instead(
				sheetPart,
				Buffer.from('\ufeff<worksheet><sheetData><row><c t="str"><v>ann@x.com</v></c></row></sheetData></worksheet>', 'utf16le'),
			),
		1,
	],
	// Text
	['a web page called .xls', () => Buffer.from('\ufeff\n<html><table><tr><td>ann@x.com</td></tr></table>'), 'list-binary'],
	[
		'a workbook as one XML file',
		() => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
		'list-binary',
	],
	['bytes of nothing', () => Buffer.alloc(megabyte), 'list-binary'],
	['4 MB of blank lines', () => Buffer.alloc(4 * megabyte, '\n'), 'list-empty', 30_000],
	['32 MB without a line break', () => Buffer.concat([Buffer.alloc(32 * megabyte, 'a'), Buffer.from('@x.com')]), 'list-cell-too-large'],
	[
		'32 MB without a line break that are no UTF-8',
		() => Buffer.concat([Buffer.alloc(32 * megabyte, 'a'), Buffer.from([0xfc])]),
		'list-cell-too-large',
	],
	['a quote opened on every line', () => Buffer.from(`Email,Name\n${'a@x.com,"Ann\n'.repeat(100_000)}`), 100_000, 1000],
	['quotes inside quotes for 4 MB', () => Buffer.from(`Email\n${`"a@x.com${'\nx""y'.repeat(60_000)}\n`.repeat(8)}`), 480_008, 5000],
	['32,000 columns', () => Buffer.from(`a@x.com${','.repeat(32_000)}\n`), 'list-too-many-columns'],
];
