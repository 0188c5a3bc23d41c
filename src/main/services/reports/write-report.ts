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

/** Each with how often it walks over all rows. */
const formats: Readonly<Record<Exclude<FileFormat, 'csv'>, { readonly walks: number; readonly chunks: (source: ReportSource) => Chunks }>> =
	{
		html: { walks: 0, chunks: htmlReport },
		xlsx: { walks: 3, chunks: xlsxReport },
		json: { walks: 1, chunks: (source) => jsonReport(source.run, source.rows(), source) },
	};

/** What unlocks rows, their survey, and what was not seen. */
const walksBefore = 3;
/** Over all rows of a run until its report is there. */
export const walksOf = (format: FileFormat): number => (format === 'csv' ? 1 : walksBefore + formats[format].walks);

/** Writes the whole report or nothing. Rows are streamed: a report of a million rows does not need their memory. */
export const writeReport = (source: ReportSource, format: keyof typeof formats, path: string): Promise<Outcome<null>> =>
	writeFileAtomically(path, formats[format].chunks(source));

/** As `writeReport`, of the rows alone. */
export const writeRows = ({ run, rows, changes, reasons }: RowsSource, path: string): Promise<Outcome<null>> =>
	writeFileAtomically(path, csvReport(run, rows(), { hasChanges: changes !== null, reasons }));
