import { writeFileAtomically } from '../../files/write-file.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { ReportFormat } from '#shared/reports.ts';
import { csvReport } from './csv-report.ts';
import { htmlReport } from './html-report.ts';
import { jsonReport } from './json-report.ts';
import type { ReportSource, RowsSource } from './report-source.ts';
import { xlsxReport } from './xlsx-report.ts';

/** Formats that are made here; a PDF is printed from the HTML page by a host that can. */
export type FileFormat = Exclude<ReportFormat, 'pdf' | 'print'>;

type Chunks = Iterable<string> | AsyncIterable<Uint8Array>;

const formats: Readonly<Record<Exclude<FileFormat, 'csv'>, (source: ReportSource) => Chunks>> = {
	html: htmlReport,
	xlsx: xlsxReport,
	json: (source) => jsonReport(source.run, source.rows(), source),
};

/** Writes the whole report or nothing. Rows are streamed: a report of a million rows does not need their memory. */
export const writeReport = (source: ReportSource, format: keyof typeof formats, path: string): Promise<Outcome<null>> =>
	writeFileAtomically(path, formats[format](source));

/** As `writeReport`, of the rows alone. */
export const writeRows = ({ run, rows, changes }: RowsSource, path: string): Promise<Outcome<null>> =>
	writeFileAtomically(path, csvReport(run, rows(), changes !== null));
