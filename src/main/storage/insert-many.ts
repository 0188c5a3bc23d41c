import type { Sql, SqlValue } from './sql.ts';

/** Rows of one statement. More save little: what is left is the work on the tables. */
const rowsPerStatement = 50;

/**
 * Inserts rows, fifty a statement: handing over a statement costs as much as the row itself does. `into` is the text up to
 * `VALUES`; `width` its number of columns. For use inside a transaction.
 */
export const insertMany = (sql: Sql, into: string, width: number, rows: readonly (readonly SqlValue[])[]): void => {
	const one = `(${Array.from({ length: width }, () => '?').join(', ')})`;
	const many = `${into} VALUES ${Array.from({ length: rowsPerStatement }, () => one).join(', ')}`;
	const whole = rows.length - (rows.length % rowsPerStatement);
	for (let first = 0; first < whole; first += rowsPerStatement) sql.run(many, rows.slice(first, first + rowsPerStatement).flat());
	for (const row of rows.slice(whole)) sql.run(`${into} VALUES ${one}`, row);
};
