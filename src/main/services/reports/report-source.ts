import type { Turns } from '#core/ports.ts';
import type { PlanStore } from '#core/plans/plan-store.ts';
import type { RunIndex, RunRows } from '#core/runs/run-store.ts';
import type { UserManagement } from '#shared/customer-access.ts';
import type { ListReading } from '#shared/lists.ts';
import type { Language } from '#shared/languages.ts';
import type { Messages } from '#shared/messages/messages.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Logo } from '#shared/reports.ts';
import type { Run } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';
import { runUnlocks } from '../runs/run-unlocks.ts';
import { type Disclosure, everything, type Masking, type ReportRow, withoutPersonalData } from './disclosure.ts';
import { type RemediationResult, remediationResult } from './remediation-result.ts';
import { isNotAddable, type Survey, surveyRun } from './survey.ts';

/** For whom a report is, and what of the people in it may be told. */
export interface ReportRequest {
	readonly client: string;
	readonly logo: Logo | null;
	/** `null`: everything is told. */
	readonly masking: Masking | null;
	/** English where none is named. */
	readonly language?: Language;
}

/** What a report knows beside the run's own records. */
export interface ReportOrigin {
	/** The account the site was asked with; `null` where it is not stored here. */
	readonly account: string | null;
	readonly management: UserManagement;
	/** ISO 8601, UTC. */
	readonly madeAt: string;
	readonly version: string;
}

/** Everything a report may tell, already without what it may not. Formats see nothing else. */
export interface ReportSource extends ReportRequest, ReportOrigin {
	readonly texts: Messages;
	readonly run: Run;
	/** How the list was read; `null` where there was none, or nobody knows any more. */
	readonly reading: ListReading | null;
	readonly survey: Survey;
	/** Most rows first. */
	readonly unlocks: readonly Unlock[];
	/** `null` where nothing was changed. */
	readonly changes: RemediationResult | null;
	/** By row: why what is left to a person cannot be done. */
	readonly reasons: ReadonlyMap<number, string>;
	/** In list order, streamed. */
	rows(): Iterable<ReportRow>;
	/** In list order. */
	rowsOf(ids: readonly number[]): readonly ReportRow[];
	/** Rows that cannot be added as things stand, in list order, streamed. */
	notAddable(): Iterable<ReportRow>;
}

/** What a table of the rows needs of it. */
export type RowsSource = Pick<ReportSource, 'run' | 'rows' | 'changes' | 'reasons'>;

interface Asked {
	readonly runs: RunIndex & RunRows;
	readonly plans: PlanStore;
	readonly runId: string;
	readonly texts: Messages;
	readonly turns: Turns;
}

const reasonsOf = async (runId: string, plans: PlanStore, disclosure: Disclosure, turns: Turns): Promise<ReadonlyMap<number, string>> => {
	const reasons = new Map<number, string>();
	if (!plans.rowsAlike({ runId }).some(({ note }) => note === 'cannot')) return reasons;
	for (const row of plans.rowsOfRun(runId)) {
		const { note } = disclosure.planRow(row);
		if (note?.kind === 'cannot') reasons.set(row.id, note.reason);
		if (turns.isDue()) await turns.give();
	}
	return reasons;
};

const openWith = async ({ runs, plans, turns }: Asked, run: Run, disclosure: Disclosure): Promise<RowsSource> => {
	const changes = await remediationResult(run, plans, turns);
	return {
		run: disclosure.run(run),
		rows: function* () {
			for (const row of runs.allRows(run.id)) yield disclosure.row(row);
		},
		changes: changes && {
			...changes,
			billed: changes.billed.map((row) => disclosure.planRow(row)),
			rows: () => Iterator.from(changes.rows()).map((row) => disclosure.planRow(row)),
		},
		reasons: await reasonsOf(run.id, plans, disclosure, turns),
	};
};

/** Who is masked is numbered by the survey of the run. */
export const openRowsSource = async (asked: Asked, { masking }: Pick<ReportRequest, 'masking'>): Promise<Outcome<RowsSource>> => {
	const { runs, runId, texts, turns } = asked;
	const run = runs.run(runId);
	if (!run.ok) return run;
	const disclosure = masking === null ? everything : withoutPersonalData(masking, await surveyRun(runs, run.value, turns), texts);
	return done(await openWith(asked, run.value, disclosure));
};

export const openReportSource = async (asked: Asked, request: ReportRequest, origin: ReportOrigin): Promise<Outcome<ReportSource>> => {
	const { runs, runId, texts, turns } = asked;
	const found = runs.run(runId);
	if (!found.ok) return found;
	const unlocks = await runUnlocks(runs, runId);
	if (!unlocks.ok) return unlocks;
	const reading = runs.reading(runId);
	if (!reading.ok) return reading;
	const run = found.value;
	const survey = await surveyRun(runs, run, turns);
	const { masking } = request;
	const disclosure = masking === null ? everything : withoutPersonalData(masking, survey, texts);
	const opened = await openWith(asked, run, disclosure);
	return done({
		...request,
		...origin,
		...opened,
		account: masking === null ? origin.account : null,
		texts,
		reading: reading.value && disclosure.reading(reading.value),
		survey: disclosure.survey(survey),
		unlocks: unlocks.value.map((unlock) => disclosure.unlock(unlock)),
		rowsOf: (ids) => runs.details(runId, ids).map((row) => disclosure.row(row)),
		notAddable: function* () {
			for (const row of opened.rows()) if (isNotAddable(row.cause, run)) yield row;
		},
	});
};
