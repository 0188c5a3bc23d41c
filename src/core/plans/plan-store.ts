import type { Failure, Outcome } from '#shared/outcome.ts';
import type {
	AuditActor,
	Change,
	ChangeState,
	MailBudget,
	Plan,
	PlanRow,
	PlanRowDetail,
	RowOutcome,
	RowPhase,
	MessageSent,
	Stranded,
	WorkNote,
} from '#shared/plan.ts';
import type { OwnerAudience } from '#shared/owner-messages.ts';
import type { RowResult } from '#shared/row-results.ts';
import type { RemedyId, StepId } from '#shared/remedies.ts';
import type { CauseCode } from '#shared/causes.ts';
import type { Json, Verdict } from '#shared/verdict.ts';
import type { PersonFacts } from '../evidence/person-facts.ts';

export type NewPlan = Pick<Plan, 'id' | 'runId' | 'desk' | 'createdAt' | 'choices' | 'confirm' | 'people' | 'estimate'>;

export interface NewPlanRow extends Pick<PlanRow, 'id' | 'remedy' | 'steps' | 'before'> {
	/** Accounts that the diagnosis saw at this address: another one is another person. */
	readonly accountIds: readonly string[];
}

/** What a worker needs to go on with a row, whatever happened before. */
export interface PlanWork {
	readonly row: PlanRow;
	readonly accountIds: readonly string[];
	/** The row's journal, oldest first. */
	readonly changes: readonly (Change & { readonly id: number })[];
}

export type RowEnd = Pick<PlanRow, 'phase' | 'outcome' | 'failure' | 'said' | 'billable' | 'rolesUnread'>;

/** What was seen of a row afterwards. */
export interface SeenRow {
	readonly id: number;
	readonly verdict: Verdict;
	readonly phase: RowPhase;
	/** What the verdict rests on. */
	readonly facts?: PersonFacts;
}

/** A change that is about to leave. */
export interface Intent {
	readonly rowId: number;
	readonly step: StepId;
	readonly asked: Json;
	readonly at: string;
}

/** What became of it. */
export interface Settled {
	readonly state: Exclude<ChangeState, 'intent'>;
	readonly answered: Json;
	readonly at: string;
}

export interface PlanRowQuery {
	readonly outcomes?: readonly RowOutcome[] | undefined;
	readonly remedies?: readonly RemedyId[] | undefined;
	readonly results?: readonly RowResult[] | undefined;
	/** Only rows whose billed roles came back. */
	readonly billed?: boolean | undefined;
	/** Only refused rows that a retry may help. */
	readonly retryable?: boolean | undefined;
	/** Rows to pass over, and the most to give. */
	readonly from: number;
	readonly count: number;
}

/** Rows that are alike in all that tells what they came to. */
export interface RowsAlike {
	readonly remedy: RemedyId;
	readonly outcome: RowOutcome;
	readonly before: CauseCode;
	readonly after: CauseCode | null;
	readonly stranded: boolean;
	readonly billed: boolean;
	readonly note: WorkNote['kind'] | null;
	readonly rowCount: number;
}

/** The rows of one plan; or those of all plans of a run, each once, as the plan left it that had the last word on it. */
export type PlanScope = { readonly planId: string } | { readonly runId: string };

/**
 * Durable state of plans, their journal and the audit log that tells it. Synchronous: a call that has returned is on disk.
 */
export interface PlanStore {
	/** The plan with all its rows, or nothing. Audited. */
	create(plan: NewPlan, rows: Iterable<NewPlanRow>, actor: AuditActor): Outcome<null>;
	plan(planId: string): Outcome<Plan>;
	/** Newest first; of one run, or of all. */
	plans(runId: string | null): readonly Plan[];
	rows(planId: string, query: PlanRowQuery): { readonly total: number; readonly rows: readonly PlanRow[] };
	row(planId: string, id: number): Outcome<PlanRowDetail>;
	/** Ids of the rows that fit, in list order. */
	rowIds(planId: string, query: Omit<PlanRowQuery, 'from' | 'count'>): readonly number[];
	/** All rows in list order, streamed. */
	allRows(planId: string): Iterable<PlanRow>;
	/** The rows of all plans of a run, each once, as in `PlanScope`; streamed plan by plan, oldest first. */
	rowsOfRun(runId: string): Iterable<PlanRow>;
	/** All rows, counted. */
	rowsAlike(scope: PlanScope): readonly RowsAlike[];
	/** From which cause to which the plans of a run took its rows, as far as they were looked at again. */
	transitions(runId: string): readonly { readonly before: CauseCode; readonly after: CauseCode; readonly rowCount: number }[];
	/** Rows by calls whose phase is not `ended`, in list order, each with its journal. */
	work(planId: string): readonly PlanWork[];
	/** People removed without a portal-only account so far, of all plans. */
	stranded(): readonly Stranded[];
	/** Stores that the confirmation was given. Audited. */
	confirm(planId: string, actor: AuditActor, at: string): Outcome<null>;
	setState(planId: string, state: 'running' | 'paused' | 'stopped' | 'finished', stop: Failure | null, at: string): Outcome<null>;
	/** How many invitation e-mails the site may send in 24 hours; counted until `at`. */
	mailBudget(siteUrl: string, at: string): MailBudget;
	/** `null`: what counts where nobody said anything. */
	setMailBudget(siteUrl: string, perDay: number | null): Outcome<null>;
	/** When so many more e-mails may leave the plan's site, or as many as a day takes. */
	mailsFreeAt(planId: string, count: number, at: string): string;
	/** When this address was invited on the plan's site, by whichever plan; `null`: never. */
	invitedAt(planId: string, address: string): string | null;
	/** Fails with `mail-budget-spent` for one e-mail more than the site may send. Durable before the call leaves; resolves to the journal line's id. Audited. */
	recordIntent(planId: string, change: Intent, actor: AuditActor): Outcome<number>;
	/** What became of it. Audited. A line that is settled keeps its state, except `unknown`, which reading may settle. */
	settle(planId: string, changeId: number, settled: Settled, actor: AuditActor): Outcome<null>;
	setRow(planId: string, id: number, end: RowEnd): Outcome<null>;
	/** Rows that ended as one of these wait again, as far as that may help. Resolves to how many. */
	reopen(planId: string, outcomes: readonly RowOutcome[]): Outcome<number>;
	/** Says it of these rows, as far as a person has to work on them; `null` takes back what was said. Resolves to how many. */
	note(planId: string, ids: readonly number[], note: WorkNote | null): Outcome<number>;
	/** That the message about a domain was sent to these; `null` takes it back. */
	setMessageSent(planId: string, domain: string, to: OwnerAudience, sent: MessageSent | null): Outcome<null>;
	messagesSent(planId: string): readonly (MessageSent & { readonly domain: string; readonly to: OwnerAudience })[];
	/** What was seen after the change: kept with the plan's row, and beside the row's diagnosis in its run. Audited. */
	saveAfter(planId: string, rows: readonly SeenRow[], actor: AuditActor): Outcome<null>;
}
