import { done, failed, type Outcome } from '#shared/outcome.ts';
import { holdsAddress } from './columns.ts';
import type { ColumnMapping, ListRow, ReadAddress, SourceRow } from './list.ts';
import { readAddress } from './read-address.ts';
import { makeSuggester } from './suggest-address.ts';

export interface ReadListOptions {
	/** Domains the site knows, for suggestions. */
	readonly siteDomains?: readonly string[];
}

/**
 * Reads a list through its mapping. `source` is walked at least twice (domains are counted before the first
 * suggestion can be made), so it has to start anew each time; nothing but the addresses is kept in memory.
 * Fails with `list-without-addresses` where no cell of the column looks like an address.
 */
export function readList(source: Iterable<SourceRow>, mapping: ColumnMapping, options: ReadListOptions = {}): Outcome<Iterable<ListRow>> {
	for (const { cells } of source) {
		if (holdsAddress(cells[mapping.email] ?? '')) return done({ [Symbol.iterator]: () => listRows(source, mapping, options) });
	}
	return failed('list-without-addresses', { column: mapping.email });
}

/** As `readList`, for a list that is known to hold addresses. */
export function* listRows(source: Iterable<SourceRow>, mapping: ColumnMapping, options: ReadListOptions = {}): Generator<ListRow> {
	for (const batch of listBatches(source, mapping, options)) yield* batch;
}

const rowsPerBatch = 250;
const pause: readonly ListRow[] = [];

/**
 * The same, some rows at a time, for who has to give others their turn in between. An empty batch says no more than
 * that: the first walk over the list, which counts its domains, has nothing to give yet.
 */
export function* listBatches(
	source: Iterable<SourceRow>,
	mapping: ColumnMapping,
	options: ReadListOptions = {},
): Generator<readonly ListRow[]> {
	const { listDomains, held } = yield* firstWalk(source, mapping);
	const suggest = makeSuggester({ listDomains, siteDomains: options.siteDomains ?? [] });
	const firstRows = new Map<string, number>();
	let batch: ListRow[] = [];
	for (const { row, cells, read } of held ?? readCells(source, mapping)) {
		let repeats: number | null = null;
		if (read.valid) {
			repeats = firstRows.get(read.address) ?? null;
			if (repeats === null) firstRows.set(read.address, row);
		}
		batch.push({
			row,
			cells,
			original: cells[mapping.email] ?? '',
			read,
			displayName: textOf(cells, mapping.name) ?? (read.valid ? read.displayName : null),
			organisation: textOf(cells, mapping.organisation),
			repeats,
			suggestion: read.valid ? suggest(read.address) : null,
		});
		if (batch.length < rowsPerBatch) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

type ReadRow = SourceRow & { readonly read: ReadAddress };

function* readCells(source: Iterable<SourceRow>, mapping: ColumnMapping): Generator<ReadRow> {
	for (const { row, cells } of source) yield { row, cells, read: readAddress(cells[mapping.email] ?? '') };
}

/** A list of usual length is kept from the first walk to the second: some 40 MB. A longer one is cut and read again. */
const mostHeld = 150_000;

/** Counts the domains of the list, and holds its rows where they are not too many. */
function* firstWalk(
	source: Iterable<SourceRow>,
	mapping: ColumnMapping,
): Generator<readonly ListRow[], { readonly listDomains: ReadonlyMap<string, number>; readonly held: readonly ReadRow[] | null }> {
	const listDomains = new Map<string, number>();
	const held: ReadRow[] = [];
	let walked = 0;
	for (const one of readCells(source, mapping)) {
		if (walked < mostHeld) held.push(one);
		else held.length = 0;
		if (++walked % rowsPerBatch === 0) yield pause;
		if (!one.read.valid) continue;
		const { address } = one.read;
		const domain = address.slice(address.lastIndexOf('@') + 1);
		listDomains.set(domain, (listDomains.get(domain) ?? 0) + 1);
	}
	return { listDomains, held: walked > mostHeld ? null : held };
}

function textOf(cells: readonly string[], column: number | null): string | null {
	const text = column === null ? undefined : cells[column]?.trim();
	return text === undefined || text === '' ? null : text;
}
