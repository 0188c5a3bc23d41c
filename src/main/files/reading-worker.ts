import { parentPort, workerData } from 'node:worker_threads';
import type { RowBlock, RowTable } from '#core/lists/row-table.ts';
import { adminFileRows } from './admin-file-source.ts';
import { ListError } from './list-failure.ts';
import type { FromReader, ToReader } from './read-away.ts';
import { readList } from './read-list.ts';

/**
 * What runs in a thread of its own: files that strangers made are read here, so that one which takes all the memory or all
 * the time ends this thread and not the app.
 */

/** So much text in one message that taking it in holds nobody up. */
const messageCharacters = 1024 * 1024;

/** What is handed over is not copied: it is gone here. */
const say = (message: FromReader, handedOver: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(message, handedOver);

const sendRows = (rows: RowTable): void => {
	const { blocks, rest } = rows.pack();
	let batch: RowBlock[] = [];
	let characters = 0;
	for (const block of blocks) {
		batch.push(block);
		characters += block.text.length;
		if (characters < messageCharacters) continue;
		say({ kind: 'blocks', blocks: batch }, buffersOf(batch));
		batch = [];
		characters = 0;
	}
	say({ kind: 'blocks', blocks: batch }, buffersOf(batch));
	say({ kind: 'rows', rest });
};

const buffersOf = (blocks: readonly RowBlock[]): readonly ArrayBuffer[] =>
	blocks.flatMap(({ bounds, rows, signs: { glances, hashes, domainHashes } }) =>
		[bounds, rows, glances, hashes, domainHashes].map(({ buffer }) => buffer),
	);

const run = async (task: ToReader): Promise<void> => {
	try {
		if (task.kind === 'list') {
			const { rows, readings, ...list } = await readList({ ...task.source, bytes: Buffer.from(task.source.bytes) }, task.options);
			sendRows(rows);
			say({ kind: 'list', list, readings: readings && { addresses: readings.addresses.pack(), flags: readings.flags } });
		} else {
			sendRows(await adminFileRows(Buffer.from(task.bytes)));
			say({ kind: 'done' });
		}
	} catch (error) {
		if (!(error instanceof ListError)) throw error;
		say({ kind: 'failed', failure: error.failure });
	}
};

await run(workerData as ToReader);
