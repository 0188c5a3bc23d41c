import type { ListRow } from '#core/lists/list.ts';
import type { Turns } from '#core/ports.ts';
import type { ClearStep, NewRun, RowToJudge, RunCreation, RunDraft } from '#core/runs/run-store.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { storeFailure } from '../../storage/store-failure.ts';

/** Rows of one transaction: some 20 ms. Fewer wait for the disk more often in all; more hold up the process. */
const pieceRows = 2000;

interface Creation {
	readonly store: RunCreation;
	readonly turns: Turns;
	/** Aborting leaves nothing behind. */
	readonly signal: AbortSignal;
}

/** Small batches as pieces of `pieceRows` or a little more; others get their turn while the list is read. */
async function* inPieces(batches: Iterable<readonly ListRow[]>, turns: Turns): AsyncGenerator<readonly ListRow[], undefined> {
	let piece: ListRow[] = [];
	for (const batch of batches) {
		piece.push(...batch);
		if (piece.length >= pieceRows) {
			yield piece;
			piece = [];
		}
		if (turns.isDue()) await turns.give();
	}
	if (piece.length > 0) yield piece;
	return undefined;
}

/** Hands on a list that is being stored, and notes of its rows what is judged, so that nobody reads them back. */
export function* notingRows(batches: Iterable<readonly ListRow[]>, noted: (readonly RowToJudge[])[]): Generator<readonly ListRow[]> {
	let id = 0;
	for (const batch of batches) {
		noted.push(batch.map(({ original, read, repeats, suggestion }) => ({ id: id++, judged: false, original, read, repeats, suggestion })));
		yield batch;
	}
}

/** Where the disk has no room even for that, what is left stays hidden, and goes when the app starts again. */
export const clearAway = async (step: ClearStep, turns: Turns): Promise<void> => {
	try {
		while (step()) await turns.give();
	} catch (error) {
		if (storeFailure(error) === null) throw error;
	}
};

/**
 * Stores a run with its rows, or nothing. A list of usual length is one transaction. A longer one is stored in pieces,
 * so that the process stays answerable, and is there for nobody before its last piece is.
 */
export const createRun = async (creation: Creation, run: NewRun, batches: Iterable<readonly ListRow[]>): Promise<Outcome<null>> => {
	const { store, turns } = creation;
	const pieces = inPieces(batches, turns);
	const first = (await pieces.next()).value ?? [];
	const second = (await pieces.next()).value;
	return second === undefined ? store.create(run, first) : createInPieces(creation, run, { begun: [first, second], rest: pieces });
};

interface Pieces {
	readonly begun: readonly (readonly ListRow[])[];
	readonly rest: AsyncIterable<readonly ListRow[]>;
}

const createInPieces = async ({ store, turns, signal }: Creation, run: NewRun, { begun, rest }: Pieces): Promise<Outcome<null>> => {
	const opened = store.draft(run);
	if (!opened.ok) return opened;
	const draft = opened.value;
	/** The piece before; the next one is made while it is stored. */
	let underWay: ReturnType<RunDraft['add']> = done(null);
	const add = async (piece: readonly ListRow[]): Promise<Outcome<null>> => {
		const added = await underWay;
		if (!added.ok) return added;
		if (signal.aborted) return failed('cancelled');
		underWay = draft.add(piece);
		await turns.give();
		return done(null);
	};
	const addAll = async (): Promise<Outcome<null>> => {
		for (const piece of begun) {
			const added = await add(piece);
			if (!added.ok) return added;
		}
		for await (const piece of rest) {
			const added = await add(piece);
			if (!added.ok) return added;
		}
		const added = await underWay;
		return added.ok ? draft.finish() : added;
	};
	let stored: Outcome<null> | null = null;
	try {
		stored = await addAll();
		return stored;
	} finally {
		if (stored?.ok !== true) {
			// What it fails with is told already.
			await Promise.resolve(underWay).catch(() => undefined);
			await clearAway(draft.discard, turns);
		}
	}
};
