import { type ZipEntry, zipStream } from './zip-stream.ts';
import { type Cell, cellXml, columnName, xmlText } from './cell.ts';

export interface Column {
	readonly title: string;
	/** In characters, as Excel counts widths. */
	readonly width: number;
	/** Long text goes on in a second line instead of running out of the cell. */
	readonly wraps?: boolean;
}

/** A table with its titles in the first line, which stays in view, and filters on them. */
interface TableSheet {
	readonly name: string;
	readonly columns: readonly Column[];
	readonly rows: Iterable<readonly Cell[]>;
}

/** Lines as they are, for a page of figures. */
interface FreeSheet {
	readonly name: string;
	readonly widths: readonly number[];
	readonly lines: Iterable<readonly Cell[]>;
}

export type Sheet = TableSheet | FreeSheet;

/** Excel's limit, the titles included. */
const mostRows = 1_048_576;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** In the order of `styleIds`. */
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="15"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECEEFB"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="10">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf>
</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const rowXml = (cells: readonly Cell[], number: number, wraps: readonly boolean[]): string =>
	`<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`, wraps[index] === true)).join('')}</row>`;

const columnsXml = (widths: readonly number[]): string =>
	widths.length === 0
		? ''
		: `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

const opening = (view: string, widths: readonly number[]): string =>
	`${declaration}<worksheet xmlns="${main}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(widths)}<sheetData>`;

const landscape =
	'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';

const frozenView =
	'<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>';
const freeView = '<sheetView workbookViewId="0" showGridLines="0"/>';

function* freeXml({ widths, lines }: FreeSheet): Generator<string> {
	yield opening(freeView, widths);
	let number = 0;
	for (const cells of lines) yield rowXml(cells, (number += 1), []);
	yield `</sheetData>${landscape}</worksheet>`;
}

/** Rows that are given out one at a time, and can be looked at before they are taken. */
class Rows {
	readonly #rows: Iterator<readonly Cell[]>;
	#next: IteratorResult<readonly Cell[]>;
	constructor(rows: Iterable<readonly Cell[]>) {
		this.#rows = rows[Symbol.iterator]();
		this.#next = this.#rows.next();
	}
	get isEmpty(): boolean {
		return this.#next.done === true;
	}
	take(): readonly Cell[] {
		const { value } = this.#next as IteratorYieldResult<readonly Cell[]>;
		this.#next = this.#rows.next();
		return value;
	}
}

/** As many rows as a sheet holds; what is left stays in `rows`. */
function* tableXml(columns: readonly Column[], rows: Rows): Generator<string> {
	const wraps = columns.map((column) => column.wraps === true);
	yield opening(
		frozenView,
		columns.map(({ width }) => width),
	);
	yield rowXml(
		columns.map(({ title }) => ({ heading: title })),
		1,
		[],
	);
	let number = 1;
	while (!rows.isEmpty && number < mostRows) yield rowXml(rows.take(), (number += 1), wraps);
	yield `</sheetData><autoFilter ref="A1:${columnName(Math.max(0, columns.length - 1))}${number}"/>${landscape}</worksheet>`;
}

/** What Excel takes as the name of a sheet, and none of it twice. */
const sheetNames = () => {
	const taken = new Set<string>();
	return (wanted: string): string => {
		const base =
			wanted
				.replace(/[\\/?*[\]:]/g, ' ')
				.replace(/^'+|'+$/g, '')
				.slice(0, 31) || 'Sheet';
		let name = base;
		for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base.slice(0, 31 - String(number).length - 1)} ${number}`;
		taken.add(name.toLowerCase());
		return name;
	};
};

const contentTypes = (sheets: number): string =>
	`${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`;

const workbookXml = (names: readonly string[]): string =>
	`${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`;

const workbookRelations = (sheets: number): string =>
	`${declaration}<Relationships xmlns="${packageRelations}">${Array.from({ length: sheets }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

const rootRelations = `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function* entries(sheets: Iterable<Sheet>): Generator<ZipEntry> {
	const names: string[] = [];
	const nameOf = sheetNames();
	const sheetEntry = (name: string, content: Iterable<string>): ZipEntry => {
		names.push(nameOf(name));
		return { path: `xl/worksheets/sheet${names.length}.xml`, content };
	};
	for (const sheet of sheets) {
		if ('lines' in sheet) {
			yield sheetEntry(sheet.name, freeXml(sheet));
			continue;
		}
		// What does not fit on one sheet goes on on another.
		const rows = new Rows(sheet.rows);
		do yield sheetEntry(sheet.name, tableXml(sheet.columns, rows));
		while (!rows.isEmpty);
	}
	yield { path: 'xl/workbook.xml', content: [workbookXml(names)] };
	yield { path: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(names.length)] };
	yield { path: 'xl/styles.xml', content: [styles] };
	yield { path: '_rels/.rels', content: [rootRelations] };
	yield { path: '[Content_Types].xml', content: [contentTypes(names.length)] };
}

/** An XLSX workbook as a stream of bytes; rows are taken as they are written, and none is held. */
export const workbookStream = (sheets: Iterable<Sheet>): AsyncIterable<Uint8Array> => zipStream(entries(sheets));
