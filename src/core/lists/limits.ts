import { largestFileBytes } from '#shared/file-size.ts';

/** What a list may be. Checked while it is read, so that a wrong file ends early and costs little. */
export const listLimits = {
	bytes: largestFileBytes,
	/** Rows with content, the header not counted. */
	rows: 1_000_000,
	columns: 256,
	/** 32 KB, counted as characters: what a spreadsheet can hold in one cell. */
	cellCharacters: 32 * 1024,
	/** Characters of all cells: what a file of text holds at most. In a workbook, one string can stand in a million cells. */
	characters: largestFileBytes,
	/** First records among which the column titles are looked for. */
	headRecords: 20,
} as const;

/** What a workbook may be besides: its parts are compressed, and say nothing trustworthy about their size. */
export const workbookLimits = {
	/** Parts in the archive; pictures and charts count, and are never opened. */
	parts: 10_000,
	/** Bytes of all parts that are opened, as they come out: sheets are read in passing, never held. */
	bytes: 512 * 1024 * 1024,
	/** Bytes of all parts of a workbook that is no `.xlsx`: its reader holds all of them. */
	otherBytes: 128 * 1024 * 1024,
	/** Bytes of a part that is held while the sheet is read (styles, relations). */
	heldPartBytes: 32 * 1024 * 1024,
	sharedStrings: 2_000_000,
	/** Cells with a link, and cells that merged ranges are copied to. */
	annotations: 1_000_000,
	sheets: 256,
	/** The last row a sheet can have. */
	lastRow: 1_048_576,
} as const;

/** RFC 5321, section 4.5.3.1. */
export const addressLimits = { local: 64, address: 254 } as const;
