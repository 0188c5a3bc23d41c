import { createHash } from 'node:crypto';
import type { AuditEntry } from '#shared/plan.ts';
import type { Sql } from '../sql.ts';
import { type EntryRecord, entryOf } from './audit-entries.ts';
import { detailsOf, planIdOf } from './record-check.ts';
import { addWithheld, deletedEvent, isWithheld, type ToldDeletion } from './withhold-people.ts';

/** The deletions that the log tells: their plans are not stored any more, and their entries hold less than was written. */
export class ToldDeletions {
	readonly #byPlan = new Map<string, Deletion>();
	readonly #all: readonly Deletion[];

	constructor(sql: Sql) {
		const records = sql.all<EntryRecord>('SELECT * FROM audit WHERE event = ? ORDER BY seq', [deletedEvent]);
		this.#all = records.map((record) => new Deletion(entryOf(record)));
		for (const one of this.#all) for (const plan of one.plans) this.#byPlan.set(plan, one);
	}

	get count(): number {
		return this.#all.length;
	}

	/** True of an entry whose plan was deleted after it: nothing is stored that it could be compared with. */
	isAboutDeleted(entry: AuditEntry): boolean {
		return this.#of(entry) !== null;
	}

	/** True of an entry that a deletion took the people out of, which is noted; its own hash is of what it said before. */
	vouchFor(entry: AuditEntry): boolean {
		const deletion = isWithheld(entry) ? this.#of(entry) : null;
		deletion?.see(entry);
		return deletion !== null;
	}

	/** Entries that tell a deletion after which what they vouch for was changed. To be asked after the last entry. */
	broken(): readonly number[] {
		return this.#all.filter((one) => !one.isSound()).map(({ seq }) => seq);
	}

	#of(entry: AuditEntry): Deletion | null {
		const found = this.#byPlan.get(planIdOf(entry));
		return found !== undefined && found.seq > entry.seq ? found : null;
	}
}

class Deletion {
	readonly seq: number;
	readonly plans: readonly string[];
	readonly #told: Partial<ToldDeletion>;
	readonly #hash = createHash('sha256');
	#seen = 0;

	constructor(entry: AuditEntry) {
		this.seq = entry.seq;
		this.#told = detailsOf(entry) as Partial<ToldDeletion>;
		this.plans = Array.isArray(this.#told.plans) ? this.#told.plans : [];
	}

	see(entry: AuditEntry): void {
		this.#seen += 1;
		addWithheld(this.#hash, entry);
	}

	isSound(): boolean {
		return this.#seen === this.#told.withheld && this.#hash.copy().digest('hex') === this.#told.digest;
	}
}
