import type { Run, RunReport, RunRowDetail, SnapshotStamp } from '#shared/run.ts';
import type { ReportSource } from './report-source.ts';

const rowOf = (
	{ row, email, verdict, after }: RunRowDetail,
	reason: string | undefined,
): RunReport['rows'][number] & { suggestion?: string } => ({
	row,
	email,
	cause: verdict.cause,
	certainty: verdict.certainty,
	remedy: verdict.remedy,
	evidence: verdict.evidence,
	...(verdict.suggestion === undefined ? {} : { suggestion: verdict.suggestion }),
	...(after === undefined ? {} : { after: { cause: after.cause, certainty: after.certainty, plan: after.planId, at: after.at } }),
	...(reason === undefined ? {} : { cannotBeDone: reason }),
});

/** Which snapshot, and how old it was when the run began. */
const snapshotOf = ({ startedAt }: Run, { id, takenAt, missing }: SnapshotStamp): NonNullable<RunReport['run']['snapshot']> => ({
	id,
	takenAt,
	ageMs: Math.max(0, Date.parse(startedAt) - Date.parse(takenAt)),
	missing,
});

/** The machine's report: its shape is a promise (`RunReport`). */
export function* jsonReport(
	run: Run,
	rows: Iterable<RunRowDetail>,
	{ reading, unlocks, survey: { standings, addable }, reasons }: Pick<ReportSource, 'reading' | 'unlocks' | 'survey' | 'reasons'>,
): Generator<string> {
	const head: Omit<RunReport, 'rows'> = {
		run: {
			id: run.id,
			site: run.site.url,
			desk: run.desk?.key ?? null,
			mode: run.mode,
			...(run.snapshot === null ? {} : { snapshot: snapshotOf(run, run.snapshot) }),
			startedAt: run.startedAt,
			finishedAt: run.finishedAt,
			calls: run.calls,
		},
		...(reading === null ? {} : { reading }),
		summary: run.summary as Readonly<Record<string, number>>,
		findings: run.findings,
		standings: { ...standings, addable },
		unlock: unlocks,
	};
	const text = JSON.stringify(head, null, 2);
	yield `${text.slice(0, -2)},\n  "rows": [`;
	let separator = '\n';
	for (const row of rows) {
		yield `${separator}    ${JSON.stringify(rowOf(row, reasons.get(row.id)))}`;
		separator = ',\n';
	}
	yield '\n  ]\n}\n';
}
