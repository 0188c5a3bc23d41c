import { RunStopped } from '../run-stopped.ts';
import type { Organisation } from './connect.ts';
import {
	activeIn,
	type DirectoryAnswers,
	type Found,
	raisingManageQuestion,
	readAnswers,
	searchEntries,
	searchHolders,
} from './directory.ts';
import type { SiteQuestions } from './site-questions.ts';

interface Search {
	/** What is asked about one account is asked once: see `askManageableOnce`. */
	readonly questions: SiteQuestions;
	readonly organisation: Organisation;
	readonly now: () => string;
	readonly filtersCombine: boolean;
	/** Searches under way side by side. */
	readonly workers: number;
	/** How many batches may be looked up beyond the one that is asked for. */
	readonly ahead: number;
	/** Addresses of one search. */
	readonly atOnce: number;
}

export interface DirectoryAhead {
	/** The batch's answers; soonest in the order of the batches. Throws `RunStopped`. */
	answers(batch: number): Promise<DirectoryAnswers>;
	/** Nothing more is asked; resolves when what is under way has ended. */
	end(): Promise<void>;
}

/**
 * What is asked about one account alone is asked as soon as the account is known, while lists are still being read; whoever needs
 * the answer asks the same question, and gets the one that is under way.
 */
export const askManageableOnce = (questions: SiteQuestions): SiteQuestions => {
	const asked = new Map<string, ReturnType<SiteQuestions['manageable']>>();
	return {
		...questions,
		manageable: (accountId) => {
			const answer = asked.get(accountId) ?? questions.manageable(accountId);
			asked.set(accountId, answer);
			return answer;
		},
	};
};

/** Batches whose active people fill searches by role together. */
const batchesTogether = 5;

/** What nobody waits for yet must not end the process when it fails. */
const quietly = <T>(promise: Promise<T>): Promise<T> => {
	promise.catch(() => undefined);
	return promise;
};

/** Some at a time, in the order they came; `urgent` ones before the others. */
class Line {
	readonly #waiting: (() => void)[] = [];
	readonly #running = new Set<Promise<unknown>>();
	readonly #workers: number;
	#isClosed = false;

	constructor(workers: number) {
		this.#workers = workers;
	}

	run<T>(work: () => Promise<T>, urgent: boolean): Promise<T> {
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		const begin = (): void => {
			if (this.#isClosed) {
				reject(new RunStopped({ code: 'cancelled', details: {} }));
				return;
			}
			const running = work().then(resolve, reject);
			this.#running.add(running);
			void running.then(() => {
				this.#running.delete(running);
				this.#next();
			});
		};
		if (urgent) this.#waiting.unshift(begin);
		else this.#waiting.push(begin);
		this.#next();
		return quietly(promise);
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		for (const begin of this.#waiting.splice(0)) begin();
		await Promise.all(this.#running);
	}

	#next(): void {
		while (this.#running.size < this.#workers) {
			const begin = this.#waiting.shift();
			if (begin === undefined) return;
			begin();
		}
	}
}

/**
 * Looks people up before they are judged, while the lists of the site are still being read. By role only those are asked for
 * who were found active, in full searches over the borders of batches and in the list's order: a run that is resumed asks
 * the same questions again.
 */
export const lookAhead = (search: Search, batches: readonly (readonly string[])[]): DirectoryAhead => {
	const { questions, organisation, now, filtersCombine, workers, ahead, atOnce } = search;
	const line = new Line(workers);
	/** For questions about one account: they are answered sooner than searches, and at another address. */
	const single = new Line(2 * workers);
	const entries: Promise<Found>[] = [];
	/** Resolves when the batch's active people are in the pool, or were taken from it. */
	const pooled: Promise<unknown>[] = [];
	const roles = new Map<string, Promise<Found>>();
	let pool: string[] = [];

	const askForRoles = (least: number): void => {
		while (pool.length > 0 && pool.length >= least) {
			const emails = pool.slice(0, atOnce);
			pool = pool.slice(atOnce);
			const found = line.run(() => searchHolders(questions, organisation, emails, now), true);
			for (const email of emails) roles.set(email, found);
		}
	};
	/** The last batch whose people are asked about together with those of this one. Where nobody looks ahead, that is itself. */
	const lastTogether = (batch: number): number =>
		ahead === 0 ? batch : Math.min(batch - (batch % batchesTogether) + batchesTogether, batches.length) - 1;
	const addToPool = (found: Found, batch: number): void => {
		pool.push(...activeIn(found, batches[batch] ?? []));
		askForRoles(batch === lastTogether(batch) ? 1 : atOnce);
	};
	const askAboutAccounts = (found: Found, batch: number): void => {
		for (const { accountId } of raisingManageQuestion(found, batches[batch] ?? [])) {
			void single.run(() => questions.manageable(accountId), false);
		}
	};
	const lookUp = (upTo: number): void => {
		for (let batch = entries.length; batch < Math.min(upTo + 1, batches.length); batch++) {
			const found = line.run(() => searchEntries(questions, organisation, batches[batch] ?? [], now), false);
			const before = pooled.at(-1);
			entries.push(found);
			void quietly(found.then((whole) => askAboutAccounts(whole, batch)));
			pooled.push(quietly(Promise.all([found, before]).then(([whole]) => filtersCombine && addToPool(whole, batch))));
		}
	};

	return {
		answers: async (batch) => {
			lookUp(Math.max(batch + ahead, lastTogether(batch)));
			const found = await entries[batch];
			if (found === undefined) throw new Error('there is no such batch');
			await pooled[lastTogether(batch)];
			const active = filtersCombine ? activeIn(found, batches[batch] ?? []) : [];
			const holders = new Map<string, Found>();
			for (const email of active) {
				const asked = await roles.get(email);
				if (asked !== undefined) holders.set(email, asked);
			}
			return readAnswers(organisation, found, (address) => holders.get(address) ?? null, filtersCombine);
		},
		end: async () => void (await Promise.all([line.close(), single.close()])),
	};
};
