import { done, type Failure, failed } from '#shared/outcome.ts';
import type { AuditActor, ChangeState } from '#shared/plan.ts';
import type { StepId } from '#shared/remedies.ts';
import type { Json } from '#shared/verdict.ts';
import { entryOf } from '../causes/rule.ts';
import type { PersonEvidence } from '../evidence/evidence.ts';
import { RunStopped } from '../run-stopped.ts';
import type { Clock } from '../ports.ts';
import { billableRoles } from '../remedies/billable-roles.ts';
import { RowJournal } from './journal.ts';
import type { LookUp } from './look-up.ts';
import type { PlanStore, PlanWork, RowEnd } from './plan-store.ts';
import type { ChangeAnswer, Depart } from '../remedies/site-changes.ts';
import type { Step, StepContext, StepPerson, Unsendable } from '../remedies/step.ts';
import { steps } from '../remedies/steps.ts';
import { decideCause } from '../causes/decide-cause.ts';
import { idsIn } from '../remedies/accounts.ts';

export interface CarryOut extends StepContext {
	readonly planId: string;
	readonly store: Pick<PlanStore, 'recordIntent' | 'settle'>;
	readonly clock: Clock;
	readonly actor: AuditActor;
	readonly lookUp: LookUp;
	/** Aborted: no further change begins. What is under way is waited for. */
	readonly halt: AbortSignal;
}

/** `left`: nothing more was begun; the row goes on where it stands, `spent` says once there are e-mails again. `end`: it has its outcome. */
export type CarriedRow = { readonly kind: 'left'; readonly spent?: Failure } | { readonly kind: 'end'; readonly end: RowEnd };

/** Steps after which an account may have roles that it had not before. */
const changesAccess: ReadonlySet<StepId> = new Set(['restore', 'enable', 'invite', 'assign-role']);

/** Between two reads that are to settle what became of a change. */
const settleMs = 2_000;
/** A step that came to nothing this often, after what no answer told, is given up for its row. */
const mostAttempts = 3;
/** Before a refusal that a lagging directory may explain is believed. */
const lagDelaysMs = [3_000, 10_000, 30_000];

/** From the first 429 in a row to giving up. */
const limitedPatienceMs = 300_000;

/** The account that reading found where one was to be made. */
const madeAccount = (evidence: PersonEvidence): string | null => {
	const portal = evidence.portal.known ? evidence.portal.value : null;
	return portal?.active === true ? portal.accountId : (entryOf(evidence)?.accountId ?? null);
};

const end = (outcome: RowEnd['outcome'], change: Partial<RowEnd> = {}): CarriedRow => ({
	kind: 'end',
	end: { phase: 'verifying', outcome, failure: null, said: null, billable: [], ...change },
});

const left: CarriedRow = { kind: 'left' };

/** One row on its way: what the journal says, and what the site showed last. */
class Row {
	readonly #work: PlanWork;
	readonly #context: CarryOut;
	readonly #journal: RowJournal;
	#limitedSinceTicks: number | null = null;

	constructor(work: PlanWork, context: CarryOut) {
		this.#work = work;
		this.#context = context;
		this.#journal = new RowJournal(work.changes);
	}

	/** However it ended: where access was changed, what the account has now is read, and told where it is billed. */
	async run(): Promise<CarriedRow> {
		const result = await this.#takeAll();
		if (result.kind === 'left' || !this.#mayHaveNewRoles()) return result;
		const billable = await this.#readBillable();
		return { kind: 'end', end: { ...result.end, ...(billable === null ? { rolesUnread: true } : { billable }) } };
	}

	async #takeAll(): Promise<CarriedRow> {
		for (const id of this.#work.row.steps) {
			const result = await this.#take(steps[id]);
			if (result !== null) return result;
		}
		return end('applied');
	}

	/** Takes one step to its end. `null`: done, or not needed. */
	async #take(step: Step): Promise<CarriedRow | null> {
		for (let lags = 0; ; ) {
			const last = this.#journal.last(step.id);
			if (last?.state === 'applied') return null;
			if (last?.state === 'needs-person') return end('needs-person', { failure: { code: 'unsettled', details: {} } });
			if (this.#context.halt.aborted) return left;
			if (last?.state === 'intent' || last?.state === 'unknown') {
				const stuck = await this.#settleByReading(step, last.id);
				if (stuck !== null) return stuck;
				continue;
			}
			const person = await this.#look(step, step.makesAccount === true && this.#journal.hasEarlierAttempt(step.id));
			if (!this.#journal.hasBegun && !stillStands(this.#work, person.evidence)) return end('stale');
			if (!step.repeatIsHarmless && (await step.isReached(person, this.#context))) return null;
			const sent = await this.#send(step, person);
			if (sent.kind === 'done') return null;
			if (sent.kind === 'result') return sent.result;
			if (sent.kind === 'lag') {
				const delayMs = lagDelaysMs[lags++];
				if (delayMs === undefined) return end('rejected', { failure: sent.failure, said: sent.said });
				if (!(await this.#wait(delayMs))) return left;
			}
		}
	}

	/** Reads twice with a pause: only then is a change that nobody answered taken for not made. */
	async #settleByReading(step: Step, changeId: number): Promise<CarriedRow | null> {
		for (const isLast of [false, true]) {
			const person = await this.#look(step, step.makesAccount === true);
			if (await step.isReached(person, this.#context)) {
				const made = step.makesAccount === true ? madeAccount(person.evidence) : null;
				this.#settle(changeId, 'applied', { settledBy: 'reading', ...(made === null ? {} : { accountId: made }) });
				return null;
			}
			if (!isLast && !(await this.#wait(settleMs))) return left;
		}
		if (step.once) {
			this.#settle(changeId, 'needs-person', { settledBy: 'reading', found: null });
			return end('needs-person', { failure: { code: 'unsettled', details: { step: step.id } } });
		}
		this.#settle(changeId, 'not-applied', { settledBy: 'reading' });
		if (this.#journal.failedAttempts(step.id) < mostAttempts) return null;
		return end('rejected', { failure: { code: 'site-error', details: { step: step.id } } });
	}

	async #send(step: Step, person: StepPerson): Promise<Sent> {
		const { store, planId, actor, now } = this.#context;
		let changeId: number | null = null;
		const depart: Depart = (asked) => {
			if (this.#context.halt.aborted) return failed('cancelled');
			const at = now();
			const stored = store.recordIntent(planId, { rowId: this.#work.row.id, step: step.id, asked, at }, actor);
			if (!stored.ok) return stored;
			changeId = stored.value;
			this.#journal.begin({ id: stored.value, step: step.id, state: 'intent', asked, answered: null, intentAt: at, settledAt: null });
			return done(null);
		};
		const answer = await step.send(person, this.#context, depart);
		return this.#conclude(step, answer, changeId);
	}

	/** Stores what became of it before anything else is done about it. */
	#conclude(step: Step, answer: ChangeAnswer<unknown> | Unsendable, changeId: number | null): Sent {
		switch (answer.kind) {
			case 'unsendable':
				return this.#unsendable(answer);
			case 'unsent':
				if (answer.failure.code === 'cancelled') return { kind: 'result', result: left };
				if (answer.failure.code === 'mail-budget-spent') return { kind: 'result', result: { kind: 'left', spent: answer.failure } };
				throw new RunStopped(answer.failure);
			case 'limited':
				this.#settle(changeId, 'not-applied', { status: 429 });
				return this.#limited(step);
			case 'unknown':
				this.#settle(changeId, 'unknown', { status: answer.status, problem: answer.code });
				return { kind: 'again' };
			case 'done':
				this.#limitedSinceTicks = null;
				this.#settle(changeId, 'applied', { status: answer.status, ...(typeof answer.value === 'object' ? (answer.value as object) : {}) });
				return { kind: 'done' };
			case 'refused': {
				const { status, errorCode, said } = answer;
				if (step.goneIsDone && status === 404 && this.#journal.hasEarlierAttempt(step.id)) {
					this.#settle(changeId, 'applied', { status, settledBy: 'second attempt' });
					return { kind: 'done' };
				}
				this.#settle(changeId, 'rejected', { status, errorCode, said });
				return this.#refused(step, answer);
			}
		}
	}

	#refused(step: Step, { code, status, errorCode, said, lacks }: Extract<ChangeAnswer, { kind: 'refused' }>): Sent {
		const failure: Failure = { code, details: { ...lacks, status, ...(errorCode === null ? {} : { errorCode }) } };
		if (code === 'token-rejected' || code === 'sign-in-needed' || code === 'org-key-rejected') throw new RunStopped(failure);
		// The address is taken by the account this row removed, or by the one it made without being told.
		const isOurs = this.#journal.applied.includes('remove') || this.#journal.hasEarlierAttempt(step.id);
		// Somebody else made it meanwhile, or it is hidden from us: a new diagnosis, no error.
		if (code === 'account-exists' && !isOurs) return { kind: 'result', result: end('stale', { failure, said }) };
		// An account that was made or switched on a moment ago may not be known everywhere yet.
		const mayLag = code === 'account-exists' || (code === 'call-refused' && step.makesAccount !== true && this.#journal.applied.length > 0);
		if (mayLag) return { kind: 'lag', failure, said };
		return { kind: 'result', result: end('rejected', { failure, said }) };
	}

	/** The gate keeps each pause; here ends the patience with a site that never lets the change through. */
	#limited(step: Step): Sent {
		const { clock } = this.#context;
		this.#limitedSinceTicks ??= clock.ticks();
		if (clock.ticks() - this.#limitedSinceTicks <= limitedPatienceMs) return { kind: 'again' };
		const resumeAt = new Date(clock.now() + limitedPatienceMs).toISOString();
		throw new RunStopped({ code: 'rate-limited', details: { step: step.id, resumeAt } });
	}

	#unsendable({ code, details }: Unsendable): Sent {
		const failure: Failure = { code, details };
		if (code === 'account-changed' && !this.#journal.hasBegun) return { kind: 'result', result: end('stale', { failure }) };
		if (code === 'account-changed') return { kind: 'lag', failure, said: null };
		return { kind: 'result', result: end('needs-person', { failure }) };
	}

	async #look(step: Step, sweepAnew = false): Promise<StepPerson> {
		const { row, accountIds } = this.#work;
		const { createdId, applied } = this.#journal;
		const known = [...accountIds, ...(createdId === null ? [] : [createdId])].filter((id) => id.startsWith('qm:'));
		const portalIds = step.makesAccount === true && sweepAnew ? [] : known;
		const evidence: PersonEvidence = await this.#context.lookUp.person(row.email, portalIds, sweepAnew);
		return {
			address: row.email,
			displayName: row.name ?? row.email,
			organisation: row.organisation,
			evidence,
			createdId,
			accountIds,
			applied,
		};
	}

	/** A portal-only account has none. */
	#mayHaveNewRoles(): boolean {
		const { applied, createdId } = this.#journal;
		const isInvitedHere = applied.includes('invite-customer') && createdId !== null && !createdId.startsWith('qm:');
		return isInvitedHere || applied.some((step) => changesAccess.has(step));
	}

	async #readBillable(): Promise<readonly string[] | null> {
		const ids = [...(this.#journal.createdId === null ? [] : [this.#journal.createdId]), ...this.#work.accountIds];
		const id = ids.find((one) => !one.startsWith('qm:'));
		return id === undefined ? null : billableRoles(id, this.#context);
	}

	#settle(changeId: number | null, state: Exclude<ChangeState, 'intent'>, answered: Json): void {
		if (changeId === null) throw new Error('a change was answered that never left');
		const { store, planId, actor, now } = this.#context;
		const at = now();
		const stored = store.settle(planId, changeId, { state, answered, at }, actor);
		if (!stored.ok) throw new RunStopped(stored.failure);
		this.#journal.settle(changeId, { state, answered, settledAt: at });
	}

	async #wait(ms: number): Promise<boolean> {
		const { clock, halt } = this.#context;
		return clock.sleep(ms, halt).then(
			() => true,
			() => false,
		);
	}
}

type Sent =
	| { readonly kind: 'done' | 'again' }
	| { readonly kind: 'lag'; readonly failure: Failure; readonly said: string | null }
	| { readonly kind: 'result'; readonly result: CarriedRow };

/**
 * Carries one row out, from wherever its journal says it stands. Throws `RunStopped` where the plan has to stop; the row is
 * then left as it is. Before each change the person is looked at anew; nothing is sent whose intent is not stored.
 */
export const carryOut = (work: PlanWork, context: CarryOut): Promise<CarriedRow> => new Row(work, context).run();

/** Whether what was diagnosed is still so: the same account (or still none), and the same cause. */
export const stillStands = ({ row, accountIds }: Pick<PlanWork, 'row' | 'accountIds'>, evidence: PersonEvidence): boolean =>
	idsIn(evidence).every((id) => accountIds.includes(id)) && decideCause(evidence).cause === row.before.cause;
