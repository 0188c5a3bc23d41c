import { type ZipEntry, zipStream } from './zip-stream.ts';
import { type Cell, cellXml, columnName, xmlText } from './cell.ts';

export interface Column {
	readonly title: string;
	/** In characters, as Excel counts widths. */
	readonly width: number;
	/** Long text goes on in a second line instead of running out of the cell. */
	readonly wraps?: boolean;
	/** Left out on paper, with whatever stands to the right of it: nobody reads it there, and all else would be tiny. */
	readonly screenOnly?: true;
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

const columnNames: string[] = [];

const rowXml = (cells: readonly Cell[], number: number, wraps: readonly boolean[]): string => {
	let xml = `<row r="${number}">`;
	for (const [index, cell] of cells.entries()) {
		columnNames[index] ??= columnName(index);
		xml += cellXml(cell, `${columnNames[index]}${number}`, wraps[index] === true);
	}
	return `${xml}</row>`;
};

const columnsXml = (widths: readonly number[]): string =>
	widths.length === 0
		? ''
		: `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

const opening = (view: string, widths: readonly number[]): string =>
	`${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(widths)}<sheetData>`;

const margins = '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>';
/** As wide as the page, and as many pages as the rows take. */
const landscape = `${margins}<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
const onePage = `${margins}<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/>`;

const frozenView =
	'<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>';
const freeView = '<sheetView workbookViewId="0" showGridLines="0"/>';

function* freeXml({ widths, lines }: FreeSheet): Generator<string> {
	yield opening(freeView, widths);
	let number = 0;
	for (const cells of lines) yield rowXml(cells, (number += 1), []);
	yield `</sheetData>${onePage}</worksheet>`;
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
function* tableXml(columns: readonly Column[], rows: Rows, onEnd: (lines: number) => void): Generator<string> {
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
	onEnd(number);
	yield `</sheetData><autoFilter ref="A1:${columnName(Math.max(0, columns.length - 1))}${number}"/>${landscape}</worksheet>`;
}

/** What Excel takes as the name of a sheet, and none of it twice. */
const sheetNames = () => {
	const taken = new Set<string>();
	return (wanted: string): string => {
		const base =
			wanted
				.slice(0, 100)
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

/** What of a sheet goes on paper, its titles on every page. */
interface Printed {
	readonly sheet: number;
	readonly columns: number;
	readonly lines: number;
}

const printedXml = (names: readonly string[], printed: readonly Printed[]): string => {
	const named = (what: string, { sheet }: Printed, area: string): string =>
		`<definedName name="_xlnm.${what}" localSheetId="${sheet}">'${xmlText((names[sheet] ?? '').replaceAll("'", "''"))}'!${area}</definedName>`;
	const defined = printed.flatMap((one) => [
		named('Print_Area', one, `$A$1:$${columnName(Math.max(0, one.columns - 1))}$${one.lines}`),
		named('Print_Titles', one, '$1:$1'),
	]);
	return defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`;
};

const workbookXml = (names: readonly string[], printed: readonly Printed[]): string =>
	`${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets>${printedXml(names, printed)}</workbook>`;

const workbookRelations = (sheets: number): string =>
	`${declaration}<Relationships xmlns="${packageRelations}">${Array.from({ length: sheets }, (_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;

const rootRelations = `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function* entries(sheets: Iterable<Sheet>): Generator<ZipEntry> {
	const names: string[] = [];
	const printed: Printed[] = [];
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
		const screenOnly = sheet.columns.findIndex((column) => column.screenOnly === true);
		const columns = screenOnly < 0 ? sheet.columns.length : screenOnly;
		do {
			const index = names.length;
			yield sheetEntry(
				sheet.name,
				tableXml(sheet.columns, rows, (lines) => printed.push({ sheet: index, columns, lines })),
			);
		} while (!rows.isEmpty);
	}
	yield { path: 'xl/workbook.xml', content: [workbookXml(names, printed)] };
	yield { path: 'xl/_rels/workbook.xml.rels', content: [workbookRelations(names.length)] };
	yield { path: 'xl/styles.xml', content: [styles] };
	yield { path: '_rels/.rels', content: [rootRelations] };
	yield { path: '[Content_Types].xml', content: [contentTypes(names.length)] };
}

/** An XLSX workbook as a stream of bytes; rows are taken as they are written, and none is held. */
export const workbookStream = (sheets: Iterable<Sheet>): AsyncIterable<Uint8Array> => zipStream(entries(sheets));
