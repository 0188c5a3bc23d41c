import type { Sql, SqlValue } from './sql.ts';

/** Rows of one statement. More save little: what is left is the work on the tables. */
const rowsPerStatement = 50;

/**
 * Inserts rows, fifty a statement: handing over a statement costs as much as the row itself does. `into` is the text up to
 * `VALUES`; `width` its number of columns; `values` those of all rows, one row behind the other. For use inside a transaction.
 */
export const insertMany = (sql: Sql, into: string, width: number, values: readonly SqlValue[]): void => {
	const one = `(${Array.from({ length: width }, () => '?').join(', ')})`;
	const many = `${into} VALUES ${Array.from({ length: rowsPerStatement }, () => one).join(', ')}`;
	const step = width * rowsPerStatement;
	const whole = values.length - (values.length % step);
	for (let from = 0; from < whole; from += step) sql.run(many, values.slice(from, from + step));
	for (let from = whole; from < values.length; from += width) sql.run(`${into} VALUES ${one}`, values.slice(from, from + width));
};
