import type { CauseCode, Certainty } from '#shared/causes.ts';
import type { Failure } from '#shared/outcome.ts';
import type { Change, ChangeState, Plan, PlanChoices, PlanRow, PlanState, RowOutcome } from '#shared/plan.ts';
import { isGuided, remedyCatalogue, type StepId } from '#shared/remedies.ts';
import type { DeskRef } from '#shared/run.ts';
import type { Json } from '#shared/verdict.ts';
import { noteOf } from './manual-work.ts';
import { stored } from '../runs/run-records.ts';

/** A line of `plan` with what it needs of its run. */
export interface PlanRecord {
	readonly key: number;
	readonly id: string;
	readonly run: number;
	readonly run_id: string;
	readonly list_name: string;
	readonly site_name: string;
	readonly site_url: string;
	readonly desk: string;
	readonly created_at: string;
	readonly finished_at: string | null;
	readonly choices: string;
	readonly state: PlanState;
	readonly stop: string | null;
	readonly confirm: string | null;
	readonly people: string;
	readonly confirmed_at: string | null;
	readonly estimate: string;
	readonly row_count: number;
}

export interface OutcomeRecord {
	readonly outcome: RowOutcome;
	readonly rows: number;
}

export interface PlanRowRecord
	extends Pick<PlanRow, 'id' | 'row' | 'email' | 'name' | 'organisation' | 'remedy' | 'phase' | 'outcome' | 'said'> {
	readonly steps: string;
	readonly before_cause: CauseCode;
	readonly before_certainty: Certainty;
	readonly accounts: string;
	readonly failure: string | null;
	readonly billable: string;
	readonly after_cause: CauseCode | null;
	readonly after_certainty: Certainty | null;
	/** 1 or 0: SQLite has no booleans. */
	readonly stranded: number;
	readonly note: string | null;
}

export interface ChangeRecord {
	readonly id: number;
	readonly row_id: number;
	readonly step: StepId;
	readonly state: ChangeState;
	readonly asked: string;
	readonly answered: string;
	readonly intent_at: string;
	readonly settled_at: string | null;
}

/**
 * A plan as it stands. One that says `running` while nobody holds the right to change its site was left by a
 * process that died: it is shown as stopped, without a failure.
 */
export const planOf = (record: PlanRecord, counts: readonly OutcomeRecord[], isHeld: (siteUrl: string) => boolean): Plan => {
	const abandoned = record.state === 'running' && !isHeld(record.site_url);
	return {
		id: record.id,
		runId: record.run_id,
		listName: record.list_name,
		site: { name: record.site_name, url: record.site_url },
		desk: stored<DeskRef>(record.desk),
		createdAt: record.created_at,
		finishedAt: record.finished_at,
		choices: stored<PlanChoices>(record.choices),
		state: abandoned ? 'stopped' : record.state,
		stop: record.stop === null ? null : stored<Failure>(record.stop),
		confirm: record.confirm,
		people: record.people,
		confirmedAt: record.confirmed_at,
		rowCount: record.row_count,
		outcomes: Object.fromEntries(counts.filter(({ rows }) => rows > 0).map(({ outcome, rows }) => [outcome, rows])),
		estimate: stored<Plan['estimate']>(record.estimate),
	};
};

export const planRowOf = (record: PlanRowRecord): PlanRow => {
	const { id, row, email, name, organisation, remedy, phase, outcome, said, after_cause, after_certainty } = record;
	const billable = stored<string[] | null>(record.billable);
	return {
		id,
		row,
		email,
		name,
		organisation,
		remedy,
		steps: stored<StepId[]>(record.steps),
		guided: isGuided(remedy),
		destructive: remedyCatalogue[remedy].destructive,
		before: { cause: record.before_cause, certainty: record.before_certainty },
		phase,
		outcome,
		failure: record.failure === null ? null : stored<Failure>(record.failure),
		said,
		billable: billable ?? [],
		...(billable === null ? { rolesUnread: true } : {}),
		after: after_cause === null || after_certainty === null ? null : { cause: after_cause, certainty: after_certainty },
		stranded: record.stranded === 1,
		...(record.note === null ? {} : { note: noteOf(record.note) }),
	};
};

export const changeOf = (record: ChangeRecord): Change & { readonly id: number } => ({
	id: record.id,
	step: record.step,
	state: record.state,
	asked: stored<Json>(record.asked),
	answered: stored<Json>(record.answered),
	intentAt: record.intent_at,
	settledAt: record.settled_at,
});
