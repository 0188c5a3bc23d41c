export type { ColumnMapping, ListPreview, ListWarning, SourceRow } from '#shared/lists.ts';

export type AddressProblem =
	| 'empty'
	| 'no-at-sign'
	| 'several-addresses'
	| 'bad-local-part'
	| 'bad-domain'
	| 'domain-without-dot'
	| 'unknown-top-level-domain'
	| 'invisible-characters-inside'
	| 'too-long';

/** What became of the text in the address cell. */
export type ReadAddress =
	| { readonly valid: true; readonly address: string; readonly displayName: string | null; readonly cleaned: readonly CleanedThing[] }
	| {
			readonly valid: false;
			readonly problem: AddressProblem;
			readonly details: Readonly<Record<string, string>>;
			readonly cleaned: readonly CleanedThing[];
	  };

/** Of a read address, what a verdict can rest on. */
export type AddressToJudge =
	| Pick<Extract<ReadAddress, { valid: true }>, 'valid' | 'address'>
	| Pick<Extract<ReadAddress, { valid: false }>, 'valid' | 'problem' | 'details'>;

/** What was taken away on the way to the normalised address, e.g. `U+200B ZERO WIDTH SPACE`. */
export type CleanedThing =
	| 'surrounding-space'
	| 'upper-case'
	| 'display-name'
	| 'mailto'
	| 'surrounding-quotes'
	| 'trailing-punctuation'
	| 'full-width'
	| 'international-domain'
	| `invisible:${string}`;

/** One row of a list, read: what the diagnosis starts from. */
export interface ListRow {
	readonly row: number;
	readonly cells: readonly string[];
	/** The text of the address cell, untouched. */
	readonly original: string;
	readonly read: ReadAddress;
	readonly displayName: string | null;
	readonly organisation: string | null;
	/** The earlier row with the same normalised address. */
	readonly repeats: number | null;
	/** A corrected address where the domain is a near miss of a known one. */
	readonly suggestion: string | null;
}
