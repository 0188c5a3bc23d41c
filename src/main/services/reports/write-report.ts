import type { RunStore } from '#core/runs/run-store.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { runUnlocks } from '../run-unlocks.ts';
import { csvReport } from './csv-report.ts';
import { htmlReport } from './html-report.ts';
import { jsonReport } from './json-report.ts';

export type ReportFormat = 'json' | 'csv' | 'html';

const formats = { json: jsonReport, csv: csvReport, html: htmlReport } as const;

/** Writes the whole report or nothing. Rows are streamed: a report of a million rows does not need their memory. */
export const writeReport = async (store: RunStore, runId: string, format: ReportFormat, path: string): Promise<Outcome<null>> => {
	const run = store.run(runId);
	if (!run.ok) return run;
	const unlocks = format === 'csv' ? done([]) : await runUnlocks(store, runId);
	return unlocks.ok ? writeFileAtomically(path, formats[format](run.value, store.allRows(runId), unlocks.value)) : unlocks;
};
