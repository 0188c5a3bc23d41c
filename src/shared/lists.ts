import type { AccessSettings } from './customer-access.ts';

/** One line of a list, as it stood in the file. `row` is the line's number there, the header being row 1. */
export interface SourceRow {
	readonly row: number;
	/** The original cells, untouched. */
	readonly cells: readonly string[];
}

/** Where a field comes from: a column by its index, several put together, the same text for every row, or nowhere. */
export type FieldSource = number | { readonly columns: readonly number[] } | { readonly text: string } | null;

export interface ColumnMapping {
	/** Index of the column that holds the address. */
	readonly email: number;
	readonly name: FieldSource;
	readonly organisation: FieldSource;
}

/** How text can be written in a file, as iconv-lite names it: what is guessed at, and what else a person may choose. */
export const encodings = [
	'utf-8',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'windows-1255',
	'windows-1256',
	'windows-1257',
	'windows-874',
	'iso-8859-2',
	'koi8-r',
	'macintosh',
	'cp850',
	'shift_jis',
	'euc-jp',
	'gb18030',
	'big5',
	'euc-kr',
	'utf-16le',
	'utf-16be',
] as const;
export type Encoding = (typeof encodings)[number];

/** What kind of file a list came from, and how it was read. */
export type ListFormat =
	| { readonly kind: 'text'; readonly encoding: Encoding; readonly delimiter: string }
	/** Addresses in a line, as they are typed into a dialog: each became a row. */
	| { readonly kind: 'addresses' }
	| { readonly kind: 'workbook'; readonly sheet: string; readonly sheets: readonly string[] }
	/** Cards and entries of address books, a row each. */
	| { readonly kind: 'contacts'; readonly of: ContactsKind };

export const contactsKinds = ['vcard', 'ldif', 'json'] as const;
export type ContactsKind = (typeof contactsKinds)[number];

/** How a person wants a list read, where there is a choice. What is left out is the first of its values. */
export const readingChoices = {
	/** Rows a sheet hides or filters away. */
	hiddenRows: ['leave', 'take'],
	/** Lines above, between and below the people: headings, groups, totals, footers. */
	frames: ['leave', 'take'],
	/**
	 * Where a person has several addresses. `first`: the main one, or where there is none the next column of the same kind;
	 * `column`: only the one column; `split`: as `first`, and a row for each address of the main one's cell; `each`: a row for each
	 * address of every column.
	 */
	addresses: ['first', 'column', 'split', 'each'],
	/** Other tables of the file and other sheets that hold people. */
	tables: ['one', 'all'],
	/** Of a directory's name of a guest (`…#EXT#@…`): that it is no mailbox is said, or the guest's own address is used. */
	guests: ['leave', 'own'],
} as const;
export type ReadingChoices = { readonly [C in keyof typeof readingChoices]?: (typeof readingChoices)[C][number] | undefined } & {
	/** The line of the column titles, 0 where there are none; `null` or left out: as it is recognised. */
	readonly headerLine?: number | null | undefined;
};

/** A line that is no row, shortened. */
export interface LeftLine {
	readonly line: number;
	readonly text: string;
}

/** What of a file did not become a row as it stands. `lines`: the first of them. */
export type ReadingItem =
	| {
			readonly kind:
				| 'above'
				| 'between'
				| 'below'
				| 'hidden'
				| 'several'
				| 'placeholders'
				| 'uncalculated'
				| 'guests'
				| 'no-mailbox'
				| 'excluded';
			readonly count: number;
			readonly lines: readonly LeftLine[];
	  }
	/** Different addresses: in other columns and not used, of somebody else beside each person, taken where the main column has none. */
	| {
			readonly kind: 'other-columns' | 'somebody-elses' | 'from-other-column';
			readonly count: number;
			readonly columns: readonly string[];
			readonly lines: readonly LeftLine[];
	  }
	/** Other tables of the same sheet or file, by the line of their titles. */
	| { readonly kind: 'other-tables'; readonly count: number; readonly lines: readonly LeftLine[] }
	| {
			readonly kind: 'other-sheets';
			readonly count: number;
			readonly sheets: readonly { readonly name: string; readonly people: number }[];
	  }
	/** Nobody has a name: people are shown, and created, by their address. */
	| { readonly kind: 'no-names'; readonly count: number };

/** What was read of a list, and what was not: nothing is left out in silence. */
export interface ReadingAccount {
	/** Different addresses among the rows. */
	readonly people: number;
	readonly items: readonly ReadingItem[];
	readonly choices: ReadingChoices;
}

/** How the list of a run was read: kept with it, so that nobody is left out in silence a week later either. */
export interface ListReading {
	readonly format: ListFormat;
	readonly mapping: ColumnMapping;
	/** With the rows that a person left out (`excluded`). */
	readonly account: ReadingAccount;
}

/** What was recognised of a file before anything is stored. */
export interface ListPreview {
	readonly name: string;
	readonly format: ListFormat;
	/** Column titles; invented (`Column 1`) where the file has no header. */
	readonly columns: readonly string[];
	/** The line of the column titles; `null` where the file has none. */
	readonly headerRow: number | null;
	/** Lines that may have the column titles; none where the file is no table. */
	readonly head: readonly LeftLine[];
	/** What the columns hold, as it was guessed. */
	readonly mapping: ColumnMapping;
	readonly rowCount: number;
}

export type AddressProblem =
	| 'empty'
	| 'no-at-sign'
	| 'several-addresses'
	| 'bad-local-part'
	| 'bad-domain'
	| 'domain-without-dot'
	| 'unknown-top-level-domain'
	| 'invisible-characters-inside'
	/** A directory's name of a guest (`…#EXT#@…`); `suggestion`: the guest's own address. */
	| 'guest-name'
	/** X.500, LDAP: what a directory calls somebody. */
	| 'directory-name'
	/** A template's own example. */
	| 'placeholder'
	| 'too-long';

/** What was done to a text on the way to the normalised address, e.g. `invisible:U+200B ZERO WIDTH SPACE`. */
export type CleanedThing =
	/** A person put another text in the cell's place; the original cell is kept. */
	| 'corrected'
	/** Taken from another column, or one of several in its cell. */
	| 'other-cell'
	| 'surrounding-space'
	| 'upper-case'
	| 'display-name'
	| 'mailto'
	| 'surrounding-quotes'
	| 'trailing-punctuation'
	| 'full-width'
	| 'international-domain'
	| `invisible:${string}`;

/** What is worth a look in a row that is checked all the same. */
export const warningKinds = ['probable-typo', 'repeated', 'cleaned', 'ragged-row', 'unclosed-quote', 'replaced-characters'] as const;
export type WarningKind = (typeof warningKinds)[number];

export type RowProblem =
	| { readonly kind: 'error'; readonly problem: AddressProblem; readonly details: Readonly<Record<string, string>> }
	| { readonly kind: 'probable-typo'; readonly suggestion: string }
	/** `row` is the line that has the address first. */
	| { readonly kind: 'repeated'; readonly row: number }
	| { readonly kind: 'cleaned'; readonly things: readonly CleanedThing[] }
	| { readonly kind: 'ragged-row'; readonly expected: number; readonly found: number }
	| { readonly kind: 'unclosed-quote' }
	/** Columns whose cells hold U+FFFD. */
	| { readonly kind: 'replaced-characters'; readonly columns: readonly number[] };

/** A row of an opened list as the window shows it. `index` is its place in the list, from 0. */
export interface CheckedRow extends SourceRow {
	readonly index: number;
	/** Texts put in the place of original cells, by column. */
	readonly corrected: Readonly<Record<number, string>>;
	/** The normalised address; `null` where the row has none. */
	readonly address: string | null;
	readonly problems: readonly RowProblem[];
	/** Left out of the run. */
	readonly excluded: boolean;
}

export const rowFilters = ['all', 'errors', 'warnings', 'edited', 'excluded', ...warningKinds] as const;
export type RowsFilter = (typeof rowFilters)[number];

/** A slip and what was probably meant, with the number of rows it stands in. */
export interface DomainCorrection {
	readonly from: string;
	readonly to: string;
	readonly rows: number;
}

/** What the last edit did, for the label of its undoing. */
export type EditLabel =
	| { readonly kind: 'cell'; readonly row: number }
	| { readonly kind: 'domain'; readonly from: string; readonly to: string; readonly rows: number }
	| { readonly kind: 'suggestions'; readonly rows: number }
	| { readonly kind: 'split'; readonly row: number; readonly into: number }
	| { readonly kind: 'exclude' | 'include'; readonly rows: number };

/** A list that was opened and neither checked nor thrown away. */
export interface ListDraft {
	readonly listId: string;
	readonly name: string;
	/** Where its people are to be added, if that is chosen. */
	readonly site: string | null;
	readonly rows: number;
	readonly corrected: number;
	readonly leftOut: number;
	/** ISO 8601, UTC: of its last change. */
	readonly keptAt: string;
}

/** What was chosen for a list, besides what is read of it. */
export interface DraftTarget {
	readonly site: string | null;
	/** The service project's key. */
	readonly desk: string | null;
	/** Several sites in place of the one, and the key that their service projects have; empty: each site's only one. */
	readonly several: { readonly sites: readonly string[]; readonly desk: string } | null;
	/** As it was said for this list. */
	readonly access: AccessSettings | null;
	/** The columns were chosen by hand. */
	readonly isMappingChosen: boolean;
}

/** An opened list as it stands: its columns, what is wrong with it, and what can be taken back. */
export interface ListState {
	/** Rises with every change. */
	readonly revision: number;
	readonly mapping: ColumnMapping;
	/** Different addresses among the rows to run. */
	readonly people: number;
	/** When this mapping was last used for this site and these column titles; `null`: it was guessed or chosen. */
	readonly rememberedAt: string | null;
	/** Rows that fit each filter. */
	readonly counts: Readonly<Record<RowsFilter, number>>;
	/** Rows that would go into the run. */
	readonly rowsToRun: number;
	/** Rows something is suggested for. */
	readonly suggestions: number;
	/** Most frequent first. */
	readonly corrections: readonly DomainCorrection[];
	readonly undo: EditLabel | null;
	readonly redo: EditLabel | null;
}
