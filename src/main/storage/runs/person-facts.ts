import type { FactRow } from '#core/causes/unlock.ts';
import type { PersonFacts } from '#core/evidence/person-facts.ts';
import type { FactsAs } from '#core/runs/run-store.ts';
import type { Sql } from '../sql.ts';

/** Stores facts once, whatever number of rows has them. One for each transaction: what is rolled back must not be remembered. */
export const makeFactKeys = (sql: Sql): ((facts: PersonFacts) => number) => {
	const keys = new Map<PersonFacts | string, number>();
	return (facts) => {
		const same = keys.get(facts);
		if (same !== undefined) return same;
		const text = JSON.stringify(facts);
		const known = keys.get(text);
		if (known !== undefined) {
			keys.set(facts, known);
			return known;
		}
		sql.run('INSERT INTO person_facts (facts) VALUES (?) ON CONFLICT DO NOTHING', [text]);
		const key = sql.column<number>('SELECT key FROM person_facts WHERE facts = ?', [text])[0];
		if (key === undefined) throw new Error('facts were stored and are not there');
		keys.set(text, key).set(facts, key);
		return key;
	};
};

interface FactRecord {
	readonly id: number;
	readonly facts: number;
	readonly email: string;
	readonly suggestion: string | null;
}

/** A page is read in a few milliseconds. */
const pageSize = 2000;

const factsOf: Readonly<Record<FactsAs, string>> = { diagnosed: 'r.facts', 'seen-last': 'coalesce(a.facts, r.facts)' };

/** Rows whose facts were kept, in list order, page by page. */
export function* readFactRows(sql: Sql, run: number, as: FactsAs): Generator<readonly FactRow[]> {
	const known = new Map<number, PersonFacts>();
	const kept = (key: number): PersonFacts => {
		const before = known.get(key);
		if (before !== undefined) return before;
		// Text this store wrote itself.
		const facts = JSON.parse(sql.column<string>('SELECT facts FROM person_facts WHERE key = ?', [key])[0] ?? '') as PersonFacts;
		known.set(key, facts);
		return facts;
	};
	for (let after = -1; ; ) {
		const page = sql.all<FactRecord>(
			`SELECT r.id, ${factsOf[as]} AS facts, r.email, r.suggestion
			FROM run_row r LEFT JOIN run_row_after a ON a.run = r.run AND a.id = r.id
			WHERE r.run = ? AND r.id > ? AND ${factsOf[as]} IS NOT NULL ORDER BY r.id LIMIT ?`,
			[run, after, pageSize],
		);
		yield page.map(({ id, facts, email, suggestion }) => ({ id, facts: kept(facts), address: email, suggestion }));
		const last = page.at(-1);
		if (last === undefined || page.length < pageSize) return;
		after = last.id;
	}
}
