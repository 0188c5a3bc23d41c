/** What a list may be. Checked while it is read, so that a wrong file ends early and costs little. */
export const listLimits = {
	/** 64 MB of file. */
	bytes: 64 * 1024 * 1024,
	/** Rows with content, the header not counted. */
	rows: 1_000_000,
	columns: 256,
	/** 32 KB, counted as characters: what a spreadsheet can hold in one cell. */
	cellCharacters: 32 * 1024,
	/** Rows a preview shows. */
	sampleRows: 50,
	/** Warnings kept with a preview; a file that is wrong on every line says so often enough. */
	warnings: 1000,
} as const;

/** RFC 5321, section 4.5.3.1. */
export const addressLimits = { local: 64, address: 254 } as const;
