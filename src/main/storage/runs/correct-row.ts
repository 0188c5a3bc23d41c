import { domainOf } from '#core/evidence/evidence.ts';
import type { RowCorrection } from '#core/runs/run-store.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Sql } from '../sql.ts';
import { foldForSearch } from './run-records.ts';

interface Before {
	readonly id: number;
	readonly row: number;
	readonly email: string;
	readonly cause: string;
	readonly repeats: number | null;
	readonly name: string | null;
	readonly organisation: string | null;
	/** `null` of a row without an address. */
	readonly domain: string | null;
}

const columns = 'r.id, r.row, r.email, r.cause, r.repeats, r.name, r.organisation, r.domain';
const withAddress = `SELECT ${columns} FROM run_address a JOIN run_row r USING (run, id) WHERE a.run = ? AND a.email = ? AND r.domain IS NOT NULL`;

/**
 * Puts an address in the place of a row's, and of the rows that repeat it: they are open again, and what was found out of the
 * other address is gone. The original cells stay. A row that a plan holds keeps the address the plan is about (`row-in-plan`).
 * Returns the rows concerned. For use inside a transaction.
 */
export const correctRow = (sql: Sql, key: number, { id, original, read }: RowCorrection): Outcome<readonly number[]> => {
	const row = sql.get<Before>(`SELECT ${columns} FROM run_row r WHERE r.run = ? AND r.id = ?`, [key, id]);
	if (row === undefined || row.repeats !== null) return failed('wrong-use', { reason: 'row-not-found', id });
	const repeating = row.domain === null ? [] : sql.all<Before>(`${withAddress} AND r.repeats IS NOT NULL`, [key, row.email]);
	const concerned = [row, ...repeating];
	const ids = concerned.map((one) => one.id);
	const planned = sql.column(
		'SELECT 1 FROM plan_row r JOIN plan p ON p.key = r.plan WHERE p.run = ? AND r.id IN (SELECT value FROM json_each(?)) LIMIT 1',
		[key, JSON.stringify(ids)],
	);
	if (planned.length > 0) return failed('row-in-plan', { row: row.row });
	const { address } = read;
	const first = sql.all<Before>(`${withAddress} AND r.repeats IS NULL ORDER BY r.id`, [key, address]).find((one) => one.id !== id);
	for (const one of concerned) {
		const repeats = first?.row ?? (one.id === id ? null : row.row);
		const search = foldForSearch(`${address}\n${one.name ?? ''}\n${one.organisation ?? ''}`);
		sql.run(
			`UPDATE run_row SET email = ?, domain = ?, search = ?, repeats = ?, suggestion = NULL, cause = 'not-checked', certainty = 'unknown',
				remedy = NULL, facts = NULL WHERE run = ? AND id = ?`,
			[address, domainOf(address), search, repeats, key, one.id],
		);
		sql.run('UPDATE run_row_source SET original = ?, read = ?, suggestion = NULL WHERE run = ? AND id = ?', [
			original,
			JSON.stringify(read),
			key,
			one.id,
		]);
		sql.run('DELETE FROM run_row_evidence WHERE run = ? AND id = ?', [key, one.id]);
		sql.run('DELETE FROM run_address WHERE run = ? AND email = ? AND id = ?', [key, one.email, one.id]);
		sql.run('INSERT INTO run_address (run, email, id) VALUES (?, ?, ?)', [key, address, one.id]);
		sql.run('UPDATE run_count SET rows = rows - 1 WHERE run = ? AND cause = ?', [key, one.cause]);
		sql.run("UPDATE run_count SET rows = rows + 1 WHERE run = ? AND cause = 'not-checked'", [key]);
	}
	return done(ids);
};
