import type { Run, RunRowDetail } from '#shared/run.ts';
import { csvLine } from '../../files/csv.ts';
import type { ReportSource } from './report-source.ts';

const afterTitles = ['Cause after plan', 'Certainty after plan', 'Seen after plan'];
const afterCells = ({ after }: RunRowDetail): readonly string[] =>
	after === undefined ? afterTitles.map(() => '') : [after.cause, after.certainty, after.at];

interface Done {
	/** Plans changed something. */
	readonly hasChanges: boolean;
	readonly reasons: ReportSource['reasons'];
}

/** The list as it came, with the result behind it; with what was seen and said afterwards where there is any. A byte order mark, because spreadsheets guess without one. */
export function* csvReport(run: Run, rows: Iterable<RunRowDetail>, { hasChanges, reasons }: Done): Generator<string> {
	const width = run.columns.length;
	// A list is passed on without what stood around it: each row says that the site itself was not asked, and when.
	const stamp = run.snapshot === null ? [] : [`${run.snapshot.id} of ${run.snapshot.takenAt}`];
	const found = ['Address', 'Cause', 'Certainty', 'Remedy', 'Suggestion'];
	const titles = [
		'Line',
		...run.columns,
		...found,
		...stamp.map(() => 'Snapshot'),
		...(hasChanges ? afterTitles : []),
		...(reasons.size > 0 ? ['Cannot be done because'] : []),
	];
	yield `\uFEFF${csvLine(titles)}`;
	for (const detail of rows) {
		const { row, cells, email, verdict } = detail;
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
			...(hasChanges ? afterCells(detail) : []),
			...(reasons.size > 0 ? [reasons.get(detail.id) ?? ''] : []),
		]);
	}
}
