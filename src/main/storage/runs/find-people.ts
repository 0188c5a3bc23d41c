import type { FoundPerson } from '#shared/run.ts';
import type { Sql } from '../sql.ts';

/** So many rows are walked for what lies inside an address; a beginning is found by the key. */
const mostWalked = 200_000;

interface RunLine {
	readonly key: number;
	readonly runId: string;
	readonly listName: string;
	readonly site: string;
	readonly rows: number;
}

const newestFirst =
	'SELECT key, id AS runId, list_name AS listName, site_name AS site, row_count AS "rows" FROM run WHERE complete = 1 ORDER BY started_at DESC, key DESC';
const found = 'SELECT email, min(id) AS id FROM run_address WHERE run = ?';

/** Behind every text that begins with it. */
const endOf = (text: string): string => `${text}\u{10FFFF}`;

/** Each person once, in the newest run; those whose address begins with the text first. */
export const findPeople = (sql: Sql, text: string, count: number): readonly FoundPerson[] => {
	const people = new Map<string, FoundPerson>();
	const take = ({ runId, listName, site }: RunLine, rows: readonly { readonly email: string; readonly id: number }[]): void => {
		for (const { email, id } of rows) {
			const key = email.toLowerCase();
			if (people.size < count && !people.has(key)) people.set(key, { email, runId, id, listName, site });
		}
	};
	const runs = sql.all<RunLine>(newestFirst);
	for (const run of runs) {
		if (people.size >= count) break;
		take(run, sql.all(`${found} AND email >= ? AND email < ? GROUP BY email LIMIT ?`, [run.key, text, endOf(text), count]));
	}
	let walked = 0;
	for (const run of runs) {
		walked += run.rows;
		if (people.size >= count || (walked > mostWalked && walked > run.rows)) break;
		take(run, sql.all(`${found} AND instr(lower(email), ?) > 0 GROUP BY email LIMIT ?`, [run.key, text.toLowerCase(), count]));
	}
	return [...people.values()];
};
