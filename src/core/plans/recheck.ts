import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { PlanRow, PlanRowDetail } from '#shared/plan.ts';
import { chooseDesk, connect } from '../evidence/connect.ts';
import { RunStopped } from '../run-stopped.ts';
import type { PlanStore } from './plan-store.ts';
import type { Remediation } from './remediate.ts';
import { type Verified, verifyPeople } from './verify.ts';

export interface Recheck
	extends Pick<Remediation, 'planId' | 'store' | 'questions' | 'connect' | 'deskKey' | 'knowledge' | 'actor' | 'clock'> {
	readonly ids: readonly number[];
	readonly access: CustomerAccess;
	readonly signal: AbortSignal;
}

/** A guided row is done once the product sees something else than before; until then it stays on the list. */
const phaseOf = (row: PlanRow, { verdict }: Verified): PlanRow['phase'] =>
	row.guided && verdict.cause === row.before.cause ? 'waiting' : row.guided ? 'ended' : row.phase;

const lookAgain = async (recheck: Recheck, rows: ReadonlyMap<number, PlanRowDetail>): Promise<void> => {
	const { questions, store, planId, clock, access, knowledge, actor, signal } = recheck;
	const must = <T>(outcome: Outcome<T>): T => {
		if (outcome.ok) return outcome.value;
		throw new RunStopped(outcome.failure);
	};
	const { organisation, desks } = must(await connect(questions, recheck.connect));
	const desk = must(chooseDesk(must(desks), recheck.deskKey));
	const now = (): string => new Date(clock.now()).toISOString();
	const subjects = [...rows.values()].map(({ id, email }) => ({ id, address: email, failure: null, said: null, creationTried: false }));
	const context = { questions, organisation, deskId: desk.id, access, knowledge, now, signal };
	for await (const verified of verifyPeople(context, subjects)) {
		const seen = verified.flatMap((one) => {
			const row = rows.get(one.id);
			return row === undefined ? [] : [{ id: one.id, verdict: one.verdict, facts: one.facts, phase: phaseOf(row, one) }];
		});
		must(store.saveAfter(planId, seen, actor));
	}
};

const readRows = (store: PlanStore, planId: string, ids: readonly number[]): Outcome<readonly PlanRowDetail[]> => {
	const rows: PlanRowDetail[] = [];
	for (const id of ids) {
		const row = store.row(planId, id);
		if (!row.ok) return row;
		rows.push(row.value);
	}
	return done(rows);
};

/** Asks again about these rows and keeps what is seen. Failures: whatever keeps the site from answering. */
export const recheck = async (request: Recheck): Promise<Outcome<readonly PlanRow[]>> => {
	const { store, planId, ids } = request;
	const rows = readRows(store, planId, ids);
	if (!rows.ok) return rows;
	try {
		await lookAgain(request, new Map(rows.value.map((row) => [row.id, row])));
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		return failed(error.failure.code, error.failure.details);
	}
	return readRows(store, planId, ids);
};
