import type { CleanedThing, AddressProblem } from '#shared/lists.ts';

export type { AddressProblem, CleanedThing, ColumnMapping, FieldSource, ListPreview, SourceRow } from '#shared/lists.ts';

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

/** One row of a list, read: what the diagnosis starts from. */
export interface ListRow {
	readonly row: number;
	/** The original cells, whatever was corrected. */
	readonly cells: readonly string[];
	/** The text the address was read from: the address cell's, or what it was corrected to. */
	readonly original: string;
	readonly read: ReadAddress;
	readonly displayName: string | null;
	readonly organisation: string | null;
	/** The earlier row with the same normalised address. */
	readonly repeats: number | null;
	/** A corrected address where the domain is a near miss of a known one. */
	readonly suggestion: string | null;
}
