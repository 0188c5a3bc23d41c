import type { ListRow } from '#core/lists/list.ts';
import type { Clock, Turns } from '#core/ports.ts';
import type { ClearStep, NewRun, RunStore } from '#core/runs/run-store.ts';
import { failed, type Outcome } from '#shared/outcome.ts';
import { storeFailure } from '../storage/store-failure.ts';

/** Rows of one transaction: some 30 ms. Fewer would write the pages of the indexes more often than need be. */
const rowsAtOnce = 2000;

interface Creation {
	readonly store: RunStore;
	readonly clock: Clock;
	readonly turns: Turns;
	/** Aborting leaves nothing behind. */
	readonly signal: AbortSignal;
	readonly holder: string;
	readonly leaseMs: number;
}

/** Small batches as pieces for one transaction each; others get their turn while the list is read. */
async function* inPieces(batches: Iterable<readonly ListRow[]>, turns: Turns): AsyncGenerator<readonly ListRow[], undefined> {
	let piece: ListRow[] = [];
	for (const batch of batches) {
		piece.push(...batch);
		if (piece.length >= rowsAtOnce) {
			yield piece;
			piece = [];
		}
		if (turns.isDue()) await turns.give();
	}
	if (piece.length > 0) yield piece;
	return undefined;
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
	return second === undefined ? store.create(run, first) : createInPieces(creation, run, [first, second], pieces);
};

const createInPieces = async (
	{ store, clock, turns, signal, holder, leaseMs }: Creation,
	run: NewRun,
	begun: readonly (readonly ListRow[])[],
	rest: AsyncIterable<readonly ListRow[]>,
): Promise<Outcome<null>> => {
	const opened = store.draft(run, holder, clock.now(), leaseMs);
	if (!opened.ok) return opened;
	const draft = opened.value;
	const add = async (): Promise<Outcome<null>> => {
		for (const piece of begun) {
			const added = draft.add(piece, clock.now());
			if (!added.ok) return added;
		}
		for await (const piece of rest) {
			if (signal.aborted) return failed('cancelled');
			const added = draft.add(piece, clock.now());
			if (!added.ok) return added;
			await turns.give();
		}
		return draft.finish(clock.now());
	};
	let stored: Outcome<null> | null = null;
	try {
		stored = await add();
		return stored;
	} finally {
		if (stored?.ok !== true) await clearAway(draft.discard, turns);
	}
};
