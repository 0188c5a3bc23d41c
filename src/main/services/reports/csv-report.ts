import type { Run, RunRowDetail } from '#shared/run.ts';
import { csvLine } from '../../files/csv.ts';

/** The list as it came, with the result behind it. A byte order mark, because spreadsheets guess without one. */
export function* csvReport(run: Run, rows: Iterable<RunRowDetail>): Generator<string> {
	const width = run.columns.length;
	yield `\uFEFF${csvLine(['Line', ...run.columns, 'Address', 'Cause', 'Certainty', 'Remedy', 'Suggestion'])}`;
	for (const { row, cells, email, verdict } of rows) {
		const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
		yield csvLine([String(row), ...padded, email, verdict.cause, verdict.certainty, verdict.remedy ?? '', verdict.suggestion ?? '']);
	}
}
