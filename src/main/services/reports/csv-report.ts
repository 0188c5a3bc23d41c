import type { Run, RunRowDetail } from '#shared/run.ts';
import { csvLine } from '../../files/csv.ts';

/** The list as it came, with the result behind it. A byte order mark, because spreadsheets guess without one. */
export function* csvReport(run: Run, rows: Iterable<RunRowDetail>): Generator<string> {
	const width = run.columns.length;
	// A list is passed on without what stood around it: each row says that the site itself was not asked, and when.
	const stamp = run.snapshot === null ? [] : [`${run.snapshot.id} of ${run.snapshot.takenAt}`];
	const titles = ['Line', ...run.columns, 'Address', 'Cause', 'Certainty', 'Remedy', 'Suggestion', ...stamp.map(() => 'Snapshot')];
	yield `\uFEFF${csvLine(titles)}`;
	for (const { row, cells, email, verdict } of rows) {
		const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
		yield csvLine([
			String(row),
			...padded,
			email,
			verdict.cause,
			verdict.certainty,
			verdict.remedy ?? '',
			verdict.suggestion ?? '',
			...stamp,
		]);
	}
}
