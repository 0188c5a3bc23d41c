import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Failure, type Outcome } from '#shared/outcome.ts';
import type { AuditActor, PlanStep, RowOutcome } from '#shared/plan.ts';
import type { DeskRef } from '#shared/run.ts';
import { chooseDesk, type ConnectRequest, connect, inspectDesk, type Organisation } from '../evidence/connect.ts';
import { readDeskCustomers } from '../evidence/desk-customers.ts';
import { readAllPages } from '../evidence/pages.ts';
import { RunStopped } from '../run-stopped.ts';
import type { SiteKnowledge } from '../evidence/site-knowledge.ts';
import type { SiteQuestions } from '../evidence/site-questions.ts';
import type { Clock } from '../ports.ts';
import type { AskedAs } from '../runs/run-store.ts';
import { type CarryOut, carryOut } from './carry-out.ts';
import { makeLookUp } from './look-up.ts';
import type { PlanStore, PlanWork, RowEnd, SeenRow } from './plan-store.ts';
import { steps } from '../remedies/steps.ts';
import type { SiteChanges } from '../remedies/site-changes.ts';
import { type Subject, type Verified, verifyPeople } from './verify.ts';

export interface Remediation {
	readonly planId: string;
	readonly store: PlanStore;
	readonly questions: SiteQuestions;
	readonly changes: SiteChanges;
	readonly clock: Clock;
	readonly connect: ConnectRequest;
	/** As whom the diagnosis was made; `null` where an older run did not keep it. */
	readonly askedAs: AskedAs | null;
	readonly deskKey: string;
	/** As it is known at the moment: what it forbids is not begun any more. */
	readonly access: () => CustomerAccess;
	/** The same once changes were made: what was refused says something too. */
	readonly accessAfter: () => CustomerAccess;
	/** As a diagnosis has it, so that what is seen afterwards is what a diagnosis would see. */
	readonly knowledge: SiteKnowledge;
	readonly actor: AuditActor;
	/** Only these rows this time; `null`: all. */
	readonly only: ReadonlySet<number> | null;
	readonly onStep: (step: PlanStep) => void;
	/** After what it tells is on disk. */
	readonly onRows: (ids: readonly number[]) => void;
	/** Aborted: no further change begins. */
	readonly halt: AbortSignal;
}

/** Rows side by side; the rate gates decide the pace. */
const workerCount = 4;
/** So many rows in a row that the site itself failed on: it is not the rows. */
const mostFailuresInARow = 3;
/** A directory takes its time to show what was changed; until the last of these that is no failure. */
const verifyDelaysMs = [0, 3_000, 10_000, 30_000, 60_000, 90_000];

const must = <T>(outcome: Outcome<T>): T => {
	if (outcome.ok) return outcome.value;
	throw new RunStopped(outcome.failure);
};

/** Hands out rows so that no account is changed by two workers at once. */
const makeQueue = (rows: readonly PlanWork[]) => {
	const waiting = [...rows];
	const busy = new Set<string>();
	const namesOf = ({ row, accountIds }: PlanWork): readonly string[] => [row.email, ...accountIds];
	return {
		take: (): PlanWork | undefined => {
			const index = waiting.findIndex((work) => namesOf(work).every((name) => !busy.has(name)));
			const [work] = index < 0 ? [] : waiting.splice(index, 1);
			if (work) for (const name of namesOf(work)) busy.add(name);
			return work;
		},
		release: (work: PlanWork): void => {
			for (const name of namesOf(work)) busy.delete(name);
		},
	};
};

/** User management says `forbidden…` of one account; every other missing right is the caller's. */
const isOfTheSite = ({ code, details }: Failure): boolean =>
	code === 'site-error' || (code === 'caller-lacks-rights' && !String(details['errorCode'] ?? '').startsWith('forbidden'));

/** Stops a plan that the site keeps failing on: a row that fails alone is that row's fault. */
const makeBreaker = () => {
	let inARow = 0;
	return (failure: Failure | null): void => {
		inARow = failure !== null && isOfTheSite(failure) ? inARow + 1 : 0;
		if (failure !== null && inARow >= mostFailuresInARow) throw new RunStopped(failure);
	};
};

const finishRow = (remediation: Remediation, work: PlanWork, end: RowEnd): void => {
	must(remediation.store.setRow(remediation.planId, work.row.id, end));
	remediation.onRows([work.row.id]);
};

/** The row's invitation was not sent so far. */
const needsMail = ({ row, changes }: PlanWork): boolean =>
	row.steps.includes('invite-customer') && !changes.some(({ step, state }) => step === 'invite-customer' && state === 'applied');

/** `stop` once nothing more is to be begun; a failure where only what needs an e-mail has to wait. */
const takeRow = async (
	remediation: Remediation,
	context: CarryOut,
	work: PlanWork,
	noteEnd: (failure: Failure | null) => void,
): Promise<'stop' | Failure | null> => {
	const result = await carryOut(work, context);
	if (result.kind === 'left') return result.spent ?? 'stop';
	finishRow(remediation, work, result.end);
	noteEnd(result.end.failure);
	return null;
};

/** What needs no e-mail goes on where those of the day are spent; the failure says that some are left. */
const changeRows = async (remediation: Remediation, context: CarryOut, rows: readonly PlanWork[]): Promise<Failure | null> => {
	const queue = makeQueue(rows);
	const noteEnd = makeBreaker();
	const faults: unknown[] = [];
	let spent: Failure | null = null;
	const worker = async (): Promise<void> => {
		for (let work = queue.take(); work && faults.length === 0 && !remediation.halt.aborted; work = queue.take()) {
			try {
				if (spent !== null && needsMail(work)) continue;
				const left = await takeRow(remediation, context, work, noteEnd);
				if (left === 'stop') return;
				spent = left ?? spent;
			} catch (error) {
				faults.push(error);
			} finally {
				queue.release(work);
			}
		}
	};
	await Promise.all(Array.from({ length: workerCount }, worker));
	if (faults.length > 0) throw faults[0];
	return spent;
};

/**
 * One after the other, and none after one that was removed and did not get its account; nobody at all where the token may remove
 * people and not make their new accounts.
 */
const replacePeople = async (remediation: Remediation, context: CarryOut, rows: readonly PlanWork[]): Promise<void> => {
	if (rows.length > 0 && !remediation.halt.aborted) must(await context.changes.mayCreate());
	for (const work of rows) {
		if (remediation.halt.aborted) return;
		const result = await carryOut(work, context);
		if (result.kind === 'left') return;
		finishRow(remediation, work, result.end);
		const { outcome, failure } = result.end;
		if (outcome === 'rejected' && failure !== null) throw new RunStopped(failure);
	}
};

const subjectOf = ({ row }: PlanWork): Subject => ({
	id: row.id,
	address: row.email,
	failure: row.failure,
	said: row.said,
	creationTried: row.steps.some((id) => steps[id].makesAccount === true),
});

/** Whether waiting may still change what was seen: applied, and not everything that was changed shows yet. */
const mayLag = ({ verdict, listsNobody }: Verified, outcome: RowOutcome | undefined): boolean =>
	outcome === 'applied' && verdict.cause !== 'already-customer' && !(listsNobody && verdict.cause === 'ready-existing');

/** Every row that was touched is looked at again, and what is seen becomes its verdict. */
const verifyRows = async (remediation: Remediation, context: Omit<Parameters<typeof verifyPeople>[0], 'signal'>): Promise<void> => {
	const { store, planId, clock, halt, actor } = remediation;
	const touched = store.work(planId).filter(({ row }) => row.phase === 'verifying');
	const outcomes = new Map(touched.map(({ row }) => [row.id, row.outcome]));
	let open = touched.map(subjectOf);
	if (open.length > 0) remediation.onStep('verifying');
	for (const [round, delayMs] of verifyDelaysMs.entries()) {
		if (open.length === 0) return;
		if (delayMs > 0) await clock.sleep(delayMs, halt).catch(() => undefined);
		const isLast = round === verifyDelaysMs.length - 1;
		const lagging = new Set<number>();
		for await (const verified of verifyPeople({ ...context, signal: halt }, open)) {
			const rows = verified.map((one) => ({ ...one, lags: !isLast && mayLag(one, outcomes.get(one.id)) }));
			for (const { id } of rows.filter(({ lags }) => lags)) lagging.add(id);
			const seen = rows.map(({ id, verdict, facts, lags }): SeenRow => ({ id, verdict, facts, phase: lags ? 'verifying' : 'ended' }));
			must(store.saveAfter(planId, seen, actor));
			remediation.onRows(seen.map(({ id }) => id));
		}
		open = open.filter(({ id }) => lagging.has(id));
	}
};

const customerOrganisations = (questions: SiteQuestions) => {
	let all: Promise<ReadonlyMap<string, { readonly id: string }>> | null = null;
	const read = async (): Promise<ReadonlyMap<string, { readonly id: string }>> => {
		const listed = must(await readAllPages((cursor) => questions.customerOrganisations(cursor)));
		return new Map(listed.value.map(({ id, name }) => [fold(name), { id }]));
	};
	return async (name: string): Promise<{ readonly id: string } | null> => {
		all ??= read();
		return (await all).get(fold(name)) ?? null;
	};
};

const fold = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Where customers have no permission in the project, whoever is added can do nothing there: that comes first. */
const refuseClosedDesk = async (questions: SiteQuestions, desk: DeskRef, organisation: Organisation | null): Promise<void> => {
	const [finding] = must(await inspectDesk(questions, desk, organisation));
	if (finding === undefined) return;
	const code = finding.cause === 'service-management-offline' ? finding.cause : 'desk-permission-missing';
	throw new RunStopped({ code, details: { desk: desk.key } });
};

/** A token of another account, or a site that has become another one: nothing of the plan was meant for them. */
const refuseOthers = (asked: AskedAs | null, now: AskedAs): void => {
	if (asked === null) return;
	const isOther = asked.accountId !== null && now.accountId !== null && asked.accountId !== now.accountId;
	if (asked.cloudId !== now.cloudId) throw new RunStopped({ code: 'site-changed', details: {} });
	if (isOther) throw new RunStopped({ code: 'caller-changed', details: {} });
};

/** How many people wait for an e-mail, and when it goes on. */
const untilThereAreMails = ({ store, planId }: Remediation, { code, details }: Failure, at: string): Failure => {
	const left = store.work(planId).filter(needsMail).length;
	return { code, details: { ...details, left, resumeAt: store.mailsFreeAt(planId, left, at) } };
};

const workThrough = async (remediation: Remediation): Promise<'finished' | 'paused'> => {
	const { planId, store, questions, changes, clock, actor, halt, access } = remediation;
	const now = (): string => new Date(clock.now()).toISOString();
	remediation.onStep('connecting');
	const { organisation, desks, account, cloudId } = must(await connect(questions, remediation.connect));
	refuseOthers(remediation.askedAs, { accountId: account?.accountId ?? null, cloudId });
	const desk = must(chooseDesk(must(desks), remediation.deskKey));
	await refuseClosedDesk(questions, desk, organisation);
	const waiting = store.work(planId).filter(({ row }) => row.phase !== 'verifying');
	const { only } = remediation;
	const rows = only === null ? waiting : waiting.filter(({ row }) => only.has(row.id));
	const site = { questions, organisation, now };
	const customers = await readDeskCustomers(questions, desk.id, rows.length, now);
	const context: CarryOut = {
		...site,
		changes,
		deskId: desk.id,
		customerOrganisation: customerOrganisations(questions),
		invitedAt: (address) => store.invitedAt(planId, address),
		planId,
		store,
		clock,
		actor,
		lookUp: makeLookUp({ ...site, access, customers, knowledge: remediation.knowledge }),
		halt,
	};
	if (rows.length > 0) remediation.onStep('changing');
	const spent = await changeRows(
		remediation,
		context,
		rows.filter(({ row }) => !row.destructive),
	);
	await replacePeople(
		remediation,
		context,
		rows.filter(({ row }) => row.destructive),
	);
	if (halt.aborted) throw new RunStopped({ code: 'cancelled', details: {} });
	await verifyRows(remediation, { ...site, access: remediation.accessAfter(), deskId: desk.id, knowledge: remediation.knowledge });
	if (spent !== null) throw new RunStopped(untilThereAreMails(remediation, spent, now()));
	remediation.onStep('done');
	return store.work(planId).length === 0 ? 'finished' : 'paused';
};

/**
 * Carries a plan out from wherever it stands: changes, then verification. Everything it tells is on disk before it tells
 * it; the plan's state is the caller's to store. Failures: whatever ends it early (a rejected token, a site that keeps
 * failing, `cancelled`, a full disk); the rows it did not reach are left as they are.
 */
export const remediate = async (remediation: Remediation): Promise<Outcome<'finished' | 'paused'>> => {
	try {
		return done(await workThrough(remediation));
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		return remediation.halt.aborted ? failed('cancelled') : failed(error.failure.code, error.failure.details);
	}
};
