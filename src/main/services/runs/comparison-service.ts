import { readAddress } from '#core/lists/read-address.ts';
import { countTransitions, type Pair, selectPairs } from '#core/runs/compare-runs.ts';
import type { RunComparisons, RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { ComparedCause, ComparedRow, ComparedRows, HistoryEntry, Transition } from '#shared/comparison.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { FoundPerson, RunRow } from '#shared/run.ts';
import { makeTurns } from '../../turns.ts';

export interface TwoRuns {
	readonly before: string;
	readonly after: string;
}

export interface ComparedQuery extends TwoRuns {
	/** Left out, both of them: everybody who changed. */
	readonly from?: ComparedCause | undefined;
	readonly to?: ComparedCause | undefined;
	/** Without who is in one of the lists only. */
	readonly inBoth?: boolean | undefined;
}

/** What changed between two runs, and what became of one address over all of them. Reads what is stored; asks nothing. */
export class ComparisonService {
	readonly #store: RunIndex & RunRows & RunComparisons;

	constructor(store: RunIndex & RunRows & RunComparisons) {
		this.#store = store;
	}

	async compare(runs: TwoRuns): Promise<Outcome<readonly Transition[]>> {
		const there = this.#bothThere(runs);
		return there.ok ? done(await countTransitions(this.#store.pairs(runs.before, runs.after), makeTurns())) : there;
	}

	async compared(query: ComparedQuery, start: number, count: number): Promise<Outcome<ComparedRows>> {
		const pairs = await this.#select(query);
		if (!pairs.ok) return pairs;
		return done({ total: pairs.value.length, rows: this.#rowsOf(query, pairs.value.slice(start, start + count)) });
	}

	/** Fails with `wrong-use` where the text is no address. */
	history(text: string, siteUrl: string | null): Outcome<readonly HistoryEntry[]> {
		const read = readAddress(text);
		if (!read.valid) return failed('wrong-use', { what: `This is not an address: ${text.slice(0, 100)}` });
		return done(this.#store.history(read.address, siteUrl));
	}

	/** People by a part of their address, each in the newest run that has them. */
	find(text: string, count: number): readonly FoundPerson[] {
		return this.#store.find(text, count);
	}

	#bothThere({ before, after }: TwoRuns): Outcome<null> {
		const runs = [this.#store.run(before), this.#store.run(after)];
		return (runs.find(({ ok }) => !ok) as Outcome<null> | undefined) ?? done(null);
	}

	async #select({ from, to, inBoth, ...runs }: ComparedQuery): Promise<Outcome<readonly Pair[]>> {
		const there = this.#bothThere(runs);
		if (!there.ok) return there;
		const changedOnly = from === undefined && to === undefined;
		const filter = { from: from ?? null, to: to ?? null, changedOnly, inBoth: inBoth === true };
		return done(await selectPairs(this.#store.pairs(runs.before, runs.after), filter, makeTurns()));
	}

	#rowsOf({ before, after }: TwoRuns, pairs: readonly Pair[]): readonly ComparedRow[] {
		const read = (runId: string, ids: readonly number[]): ReadonlyMap<number, RunRow> =>
			new Map(this.#store.rows(runId, ids).map((row) => [row.id, row]));
		const rowsBefore = read(
			before,
			pairs.flatMap((pair) => pair.before?.id ?? []),
		);
		const rowsAfter = read(
			after,
			pairs.flatMap((pair) => pair.after?.id ?? []),
		);
		return pairs.map((pair) => ({
			before: (pair.before && rowsBefore.get(pair.before.id)) ?? null,
			after: (pair.after && rowsAfter.get(pair.after.id)) ?? null,
		}));
	}
}
