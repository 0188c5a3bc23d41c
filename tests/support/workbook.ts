import { constants, crc32, deflateRawSync } from 'node:zlib';

/** What a zip says of one of its parts, where it is not the truth. */
export interface PartLies {
	readonly uncompressedSize?: number;
	readonly crc?: number;
	readonly encrypted?: boolean;
	/** Compression by its number: 8 is deflate, 0 none. */
	readonly method?: number;
}

export interface ZipPart {
	readonly name: string;
	readonly content: string | Buffer | Repeated;
	readonly lies?: PartLies;
}

/** A piece and how often it stands there: hundreds of megabytes that nobody has to hold or to pack. */
export interface Repeated {
	readonly start?: Buffer;
	readonly piece: Buffer;
	readonly times: number;
}

interface Packed {
	readonly bytes: Buffer;
	readonly crc: number;
	readonly uncompressedSize: number;
}

const pack = (content: string | Buffer, method: number): Packed => {
	const bytes = Buffer.from(content);
	return { bytes: method === 0 ? bytes : deflateRawSync(bytes), crc: crc32(bytes), uncompressedSize: bytes.length };
};

/** Ends a deflated stream whose pieces were each flushed. */
const lastBlock = Buffer.from([3, 0]);

const packRepeated = ({ start = Buffer.alloc(0), piece, times }: Repeated): Packed => {
	const first = deflateRawSync(start, { finishFlush: constants.Z_FULL_FLUSH });
	const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH });
	let crc = crc32(start);
	for (let time = 0; time < times; time += 1) crc = crc32(piece, crc);
	const bytes = Buffer.concat([first, ...Array.from({ length: times }, () => packed), lastBlock]);
	return { bytes, crc, uncompressedSize: start.length + piece.length * times };
};

/** A zip archive, part by part. */
export const writeZip = (parts: readonly ZipPart[]): Buffer => {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, lies = {} } of parts) {
		const method = lies.method ?? 8;
		const packed = typeof content === 'object' && 'piece' in content ? packRepeated(content) : pack(content, method);
		const header = Buffer.alloc(26);
		header.writeUInt16LE(20, 0);
		header.writeUInt16LE(lies.encrypted ? 1 : 0, 2);
		header.writeUInt16LE(method, 4);
		header.writeUInt32LE(lies.crc ?? packed.crc, 10);
		header.writeUInt32LE(packed.bytes.length, 14);
		header.writeUInt32LE(lies.uncompressedSize ?? packed.uncompressedSize, 18);
		header.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed.bytes]);
		const where = Buffer.alloc(14);
		where.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), header, where, Buffer.from(name)]));
		locals.push(local);
		offset += local.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.length, 4);
	end.writeUInt16LE(parts.length, 6);
	end.writeUInt32LE(listed.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]);
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A sheet of a test: its rows, or the XML of its parts where that is what is tested. */
export interface TestSheet {
	readonly name: string;
	/** Text cells from A1 on; `null` leaves a cell or a row out. */
	readonly rows?: readonly (readonly (string | null)[] | null)[];
	/** Instead of `rows`: what stands inside `<sheetData>`. */
	readonly data?: string;
	/** What stands behind the rows: merged cells, hyperlinks. */
	readonly after?: string;
	/** Relations of the sheet, `rId1` on: their targets. */
	readonly links?: readonly string[];
	readonly state?: 'hidden';
}

export interface TestWorkbook {
	readonly sheets: readonly TestSheet[];
	/** Items of the shared strings, as XML inside `<si>`. */
	readonly strings?: readonly string[];
	/** What stands inside `<styleSheet>`. */
	readonly styles?: string;
	readonly countsFrom1904?: boolean;
	/** Put in front of the root of every sheet. */
	readonly prolog?: string;
}

export const columnLetters = (column: number): string =>
	(column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const inlineCell = (text: string, reference: string) => `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;

const dataOf = (rows: NonNullable<TestSheet['rows']>): string =>
	rows
		.map((cells, row) => {
			const written = (cells ?? []).map((text, column) => (text === null ? '' : inlineCell(text, `${columnLetters(column)}${row + 1}`)));
			return cells === null ? '' : `<row r="${row + 1}">${written.join('')}</row>`;
		})
		.join('');

/** The parts of a workbook as a spreadsheet program writes them. */
export const workbookParts = ({ sheets, strings, styles, countsFrom1904, prolog = '' }: TestWorkbook): readonly ZipPart[] => {
	const listed = sheets.map(
		({ name, state }, index) =>
			`<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
	);
	const relation = (id: string, kind: string, target: string, outside = false) =>
		`<Relationship Id="${id}" Type="${relationTypes}/${kind}" Target="${escapeXml(target)}"${outside ? ' TargetMode="External"' : ''}/>`;
	const relations = [
		...sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
		...(strings ? [relation('rIdStrings', 'sharedStrings', '/xl/sharedStrings.xml')] : []),
		...(styles ? [relation('rIdStyles', 'styles', 'styles.xml')] : []),
	];
	const relationsXml = (inner: readonly string[]) => `${head}<Relationships>${inner.join('')}</Relationships>`;
	return [
		{ name: '[Content_Types].xml', content: `${head}<Types/>` },
		{ name: '_rels/.rels', content: relationsXml([relation('rId1', 'officeDocument', 'xl/workbook.xml')]) },
		{
			name: 'xl/workbook.xml',
			content: `${head}<workbook xmlns:r="${relationTypes}"><workbookPr${countsFrom1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
		},
		{ name: 'xl/_rels/workbook.xml.rels', content: relationsXml(relations) },
		...sheets.flatMap(({ rows, data, after = '', links = [] }, index) => [
			{
				name: `xl/worksheets/sheet${index + 1}.xml`,
				content: `${head}${prolog}<worksheet xmlns:r="${relationTypes}"><sheetData>${data ?? dataOf(rows ?? [])}</sheetData>${after}</worksheet>`,
			},
			...(links.length > 0
				? [
						{
							name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`,
							content: relationsXml(links.map((target, at) => relation(`rId${at + 1}`, 'hyperlink', target, true))),
						},
					]
				: []),
		]),
		...(strings
			? [{ name: 'xl/sharedStrings.xml', content: `${head}<sst>${strings.map((item) => `<si>${item}</si>`).join('')}</sst>` }]
			: []),
		...(styles ? [{ name: 'xl/styles.xml', content: `${head}<styleSheet>${styles}</styleSheet>` }] : []),
	];
};

export const writeWorkbook = (workbook: TestWorkbook): Buffer => writeZip(workbookParts(workbook));

/** A workbook of one sheet of text cells. */
export const workbookOf = (...rows: NonNullable<TestSheet['rows']>): Buffer => writeWorkbook({ sheets: [{ name: 'Sheet1', rows }] });
