import type { RunStore } from '#core/runs/run-store.ts';
import type { Outcome } from '#shared/outcome.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { csvReport } from './csv-report.ts';
import { htmlReport } from './html-report.ts';
import { jsonReport } from './json-report.ts';

export type ReportFormat = 'json' | 'csv' | 'html';

const formats = { json: jsonReport, csv: csvReport, html: htmlReport } as const;

/** Writes the whole report or nothing. Rows are streamed: a report of a million rows does not need their memory. */
export const writeReport = async (store: RunStore, runId: string, format: ReportFormat, path: string): Promise<Outcome<null>> => {
	const run = store.run(runId);
	return run.ok ? writeFileAtomically(path, formats[format](run.value, store.allRows(runId))) : run;
};
