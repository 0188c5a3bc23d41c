/** One line of a list, as it stood in the file. `row` is the line's number there, the header being row 1. */
export interface SourceRow {
	readonly row: number;
	/** The original cells, untouched. */
	readonly cells: readonly string[];
}

export interface ColumnMapping {
	/** Index of the column that holds the address. */
	readonly email: number;
	readonly name: number | null;
	readonly organisation: number | null;
}

export interface ListWarning {
	readonly row: number;
	readonly code: 'ragged-row' | 'unclosed-quote' | 'replaced-characters';
	readonly details: Readonly<Record<string, string | number>>;
}

/** What was recognised of a file before anything is stored. */
export interface ListPreview {
	readonly name: string;
	readonly encoding: string;
	readonly delimiter: string;
	/** Column titles; invented (`Column 1`) where the file has no header. */
	readonly columns: readonly string[];
	readonly hasHeader: boolean;
	readonly mapping: ColumnMapping;
	readonly rowCount: number;
	/** The first 50 rows. */
	readonly sample: readonly SourceRow[];
	readonly warnings: readonly ListWarning[];
}
