import { inflateRawSync } from 'node:zlib';

/** Files of an archive by its directory, each checked against its sizes. */
export const unzip = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0) throw new Error('no end of the archive');
	const files = new Map<string, Buffer>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
		const [packed, unpacked] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
		const nameLength = bytes.readUInt16LE(at + 28);
		const name = bytes.toString('ascii', at + 46, at + 46 + nameLength);
		const local = bytes.readUInt32LE(at + 42);
		const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const content = inflateRawSync(bytes.subarray(start, start + packed));
		if (content.length !== unpacked) throw new Error(`${name} has ${content.length} bytes instead of ${unpacked}`);
		files.set(name, content);
		at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return files;
};

export interface ReadCell {
	/** `inlineStr` for text, `n` for numbers and dates. */
	readonly type: string;
	readonly style: number;
	readonly text: string;
}

export interface ReadSheet {
	readonly name: string;
	readonly xml: string;
	/** Sparse: an empty cell is not there. */
	readonly rows: readonly (readonly (ReadCell | undefined)[])[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** XML's escapes first, then the format's own. */
const textOf = (xml: string): string =>
	xml
		.replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => entities[name] ?? '')
		.replace(/_x([0-9A-F]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const columnIndex = (ref: string): number =>
	[...ref.replace(/\d+$/, '')].reduce((index, char) => index * 26 + char.charCodeAt(0) - 64, 0) - 1;

const readRow = (xml: string): readonly (ReadCell | undefined)[] => {
	const cells: (ReadCell | undefined)[] = [];
	for (const [, ref = '', attributes = '', inner = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>([\s\S]*?)<\/c>/g)) {
		const text = /<t[^>]*>([\s\S]*?)<\/t>/.exec(inner)?.[1] ?? /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '';
		cells[columnIndex(ref)] = {
			type: /t="(\w+)"/.exec(attributes)?.[1] ?? 'n',
			style: Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0),
			text: textOf(text),
		};
	}
	return cells;
};

/** The sheets of a workbook in their order. */
export const readWorkbook = (bytes: Buffer): readonly ReadSheet[] => {
	const files = unzip(bytes);
	const file = (path: string): string => files.get(path)?.toString('utf8') ?? '';
	return [...file('xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name = '', id = '']) => {
		const xml = file(`xl/worksheets/sheet${id}.xml`);
		return { name: textOf(name), xml, rows: [...xml.matchAll(/<row r="\d+">([\s\S]*?)<\/row>/g)].map(([, row = '']) => readRow(row)) };
	});
};

export const sheetNamed = (sheets: readonly ReadSheet[], name: string): ReadSheet => {
	const sheet = sheets.find((one) => one.name === name);
	if (sheet === undefined) throw new Error(`no sheet ${name} among ${sheets.map((one) => one.name).join(', ')}`);
	return sheet;
};

export const textsOf = (sheet: ReadSheet): readonly (readonly string[])[] =>
	sheet.rows.map((row) => Array.from(row, (cell) => cell?.text ?? ''));
