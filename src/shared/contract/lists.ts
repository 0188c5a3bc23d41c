import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
	type CheckedRow,
	type DraftTarget,
	encodings,
	type ListDraft,
	type ListPreview,
	type ListState,
	type ReadingAccount,
	readingChoices,
	type RowsFilter,
	rowFilters,
} from '../lists.ts';
import { access, columnIndex, deskKey, givenFile, listId, mapping, outcome, pastedText, rowId, siteName } from './parts.ts';

const rowsFilter = z.enum(rowFilters as unknown as [RowsFilter, ...RowsFilter[]]);
const encoding = z.enum(encodings);
const sheetName = z.string().min(1).max(255);

const title = z.string().min(1).max(1000);

/** What a person can choose where something of a file is left out. */
const choices = {
	hiddenRows: z.enum(readingChoices.hiddenRows).optional(),
	frames: z.enum(readingChoices.frames).optional(),
	addresses: z.enum(readingChoices.addresses).optional(),
	tables: z.enum(readingChoices.tables).optional(),
	headerLine: z.number().int().min(0).max(2_000_000).nullable().optional(),
	guests: z.enum(readingChoices.guests).optional(),
};

const reading = {
	/** The mapping last used for these column titles there is taken. */
	site: siteName.optional(),
	/** Title of the address column, where the guess is not to be trusted; case does not matter. */
	emailColumn: title.optional(),
	/** Titles of the columns that name people, put together in this order. */
	nameColumns: z.array(title).min(1).max(8).optional(),
	organisationColumn: title.optional(),
	/** Of a text file; left out: as it is recognised. */
	encoding: encoding.optional(),
	/** Of a workbook; left out: the one with most people. */
	sheet: sheetName.optional(),
	/** As a draft, until it is checked or closed. */
	keep: z.boolean().optional(),
	...choices,
};

interface Opened {
	readonly preview: ListPreview;
	readonly state: ListState;
	/** What of the file is not among the rows. */
	readonly account: ReadingAccount;
}

export const listsContract = {
	/** A file of `largestFileBytes` at most, or what was pasted. */
	open: oc.input(z.union([givenFile.extend(reading), pastedText.extend(reading)])).output(outcome<Opened & { readonly listId: string }>()),
	/** Another sheet of the same workbook; one that was left is found again with its corrections. */
	openSheet: oc.input(z.object({ listId, sheet: sheetName, site: siteName.optional() })).output(outcome<Opened>()),
	/** The same text in another encoding; a reading that was left is found again with its corrections. */
	openEncoding: oc.input(z.object({ listId, encoding, site: siteName.optional() })).output(outcome<Opened>()),
	/** The same file with other choices; a reading that was left is found again with its corrections. */
	openWith: oc.input(z.object({ listId, site: siteName.optional(), ...choices })).output(outcome<Opened>()),
	/** Reads the list through other columns; corrections stay on their cells. */
	map: oc.input(z.object({ listId, mapping })).output(outcome<ListState>()),
	/** Takes the mapping remembered for a site, if there is one. */
	recall: oc.input(z.object({ listId, site: siteName })).output(outcome<ListState>()),
	problems: oc.input(z.object({ listId })).output(outcome<ListState>()),
	/** Rows by their position among those that fit the filter. */
	rows: oc
		.input(z.object({ listId, from: z.number().int().min(0).max(1_000_000), count: z.number().int().min(1).max(500), filter: rowsFilter }))
		.output(outcome<{ readonly revision: number; readonly total: number; readonly rows: readonly CheckedRow[] }>()),
	/** The place of the nearest row with an error or a warning, but for what was merely cleaned; `from` -1: the first. */
	nearestProblem: oc
		.input(z.object({ listId, from: z.number().int().min(-1).max(1_000_001), direction: z.enum(['next', 'previous']) }))
		.output(outcome<number | null>()),
	/** Puts a text in a cell's place. Original cells are kept for the report. */
	correct: oc.input(z.object({ listId, index: rowId, column: columnIndex, text: z.string().max(2000) })).output(outcome<ListState>()),
	/** Takes up what is suggested: in one row, in all rows of a domain, or with neither in every row there is. */
	accept: oc
		.input(z.object({ listId, domain: z.string().min(1).max(253).optional(), index: rowId.optional() }))
		.output(outcome<ListState>()),
	/** Gives each address of the row's cell a row of its own. */
	split: oc.input(z.object({ listId, index: rowId })).output(outcome<ListState>()),
	/** Leaves rows out of the run, or takes them back. */
	exclude: oc
		.input(z.object({ listId, rows: z.union([z.array(rowId).max(10_000), rowsFilter]), excluded: z.boolean() }))
		.output(outcome<ListState>()),
	/** What is kept of lists that were opened and neither checked nor closed; the newest first. */
	drafts: oc.output(outcome<readonly ListDraft[]>()),
	/** Opens one of them as it was left. */
	resume: oc
		.input(z.object({ listId }))
		.output(outcome<Opened & { readonly listId: string; readonly isPasted: boolean; readonly target: DraftTarget }>()),
	/** What was chosen for a list that is kept. */
	choose: oc
		.input(
			z.object({
				listId,
				target: z.object({
					site: siteName.nullable(),
					desk: deskKey.nullable(),
					several: z.object({ sites: z.array(siteName).max(1000).readonly(), desk: z.string().max(100) }).nullable(),
					access: access.nullable(),
					isMappingChosen: z.boolean(),
				}),
			}),
		)
		.output(outcome<null>()),
	undo: oc.input(z.object({ listId })).output(outcome<ListState>()),
	redo: oc.input(z.object({ listId })).output(outcome<ListState>()),
	close: oc.input(z.object({ listId })).output(outcome<null>()),
};
