import { AddressIndex, type PackedIndex } from '#core/lists/address-index.ts';
import type { RowReadings } from '#core/lists/arrange-list.ts';
import { type PackedTable, type RowBlock, RowTable } from '#core/lists/row-table.ts';
import type { Failure } from '#shared/outcome.ts';
import { startThread } from '../thread.ts';
import { ListError } from './list-failure.ts';
import type { ListBytes, ReadList, ReadListOptions } from './read-list.ts';

/** What a reading thread is asked for. */
export type ToReader =
	| { readonly kind: 'list'; readonly source: Omit<ListBytes, 'bytes'> & { readonly bytes: Uint8Array }; readonly options: ReadListOptions }
	| { readonly kind: 'admin-file'; readonly bytes: Uint8Array };

/** What it answers: its rows in pieces, then what belongs to them. */
export type FromReader =
	| { readonly kind: 'blocks'; readonly blocks: readonly RowBlock[] }
	| { readonly kind: 'rows'; readonly rest: PackedTable }
	| { readonly kind: 'list'; readonly list: Omit<ReadList, 'rows' | 'readings'>; readonly readings: PackedReadings | null }
	| { readonly kind: 'done' }
	| { readonly kind: 'failed'; readonly failure: Failure };

interface PackedReadings {
	readonly addresses: PackedIndex;
	readonly flags: RowReadings['flags'];
}

/** A million rows take a tenth of either. */
export const readingLimits = { memoryMb: 1024, ms: 120_000 } as const;
export type ReadingLimits = { readonly [L in keyof typeof readingLimits]: number };

interface Answer {
	readonly rows: RowTable;
	readonly list: Omit<ReadList, 'rows'> | null;
}

const ask = (task: ToReader, { memoryMb, ms }: ReadingLimits): Promise<Answer> =>
	new Promise((resolve, reject) => {
		const worker = startThread('reading-worker', import.meta.url, {
			workerData: task,
			resourceLimits: { maxOldGenerationSizeMb: memoryMb },
		});
		const blocks: RowBlock[] = [];
		let rows = new RowTable();
		const end = (settle: () => void): void => {
			clearTimeout(timer);
			void worker.terminate();
			settle();
		};
		const timer = setTimeout(() => end(() => reject(new ListError('list-too-slow', { reason: 'time' }))), ms);
		worker.on('message', (message: FromReader) => {
			if (message.kind === 'blocks') for (const block of message.blocks) blocks.push(block);
			else if (message.kind === 'rows') rows = RowTable.unpack(blocks, message.rest);
			else if (message.kind === 'failed') end(() => reject(new ListError(message.failure.code, message.failure.details)));
			else end(() => resolve({ rows, list: message.kind === 'list' ? listOf(message) : null }));
		});
		worker.on('exit', (code) => end(() => reject(new Error(`the reading thread ended with ${code}`))));
		worker.on('error', (error: Error & { readonly code?: string }) =>
			end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ListError('list-too-slow', { reason: 'memory' }) : error)),
		);
	});

const listOf = ({ list, readings }: Extract<FromReader, { kind: 'list' }>): Answer['list'] => ({
	...list,
	readings: readings === null ? null : { addresses: AddressIndex.unpack(readings.addresses), flags: readings.flags },
});

/** As `readList`, in a thread of its own. */
export const readListAway = async (
	{ name, bytes, origin }: ListBytes,
	options: ReadListOptions,
	limits: ReadingLimits = readingLimits,
): Promise<ReadList> => {
	const { rows, list } = await ask({ kind: 'list', source: { name, bytes, origin }, options }, limits);
	if (list === null) throw new Error('a list was asked for');
	return { ...list, rows };
};

/** The rows of an admin's file, read in a thread of its own. Throws `ListError`. */
export const readAdminFileAway = async (bytes: Buffer, limits: ReadingLimits = readingLimits): Promise<RowTable> =>
	(await ask({ kind: 'admin-file', bytes }, limits)).rows;
