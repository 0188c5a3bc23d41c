import type { CustomerAccess } from '#shared/customer-access.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { Rehearsed } from '#shared/plan.ts';
import { decideCause } from '../causes/decide-cause.ts';
import { chooseDesk, connect } from '../evidence/connect.ts';
import { readDeskCustomers } from '../evidence/desk-customers.ts';
import { RunStopped } from '../run-stopped.ts';
import { makeLookUp } from './look-up.ts';
import type { PlanWork } from './plan-store.ts';
import { stillStands } from './carry-out.ts';
import type { Remediation } from './remediate.ts';

export interface Rehearsal extends Pick<Remediation, 'questions' | 'connect' | 'deskKey' | 'knowledge' | 'clock'> {
	readonly work: readonly PlanWork[];
	readonly access: CustomerAccess;
}

const look = async ({ work, questions, access, knowledge, clock, ...request }: Rehearsal): Promise<readonly Rehearsed[]> => {
	const connection = await connect(questions, request.connect);
	if (!connection.ok) throw new RunStopped(connection.failure);
	const now = (): string => new Date(clock.now()).toISOString();
	const { organisation, desks } = connection.value;
	if (!desks.ok) throw new RunStopped(desks.failure);
	const desk = chooseDesk(desks.value, request.deskKey);
	if (!desk.ok) throw new RunStopped(desk.failure);
	const customers = await readDeskCustomers(questions, desk.value.id, work.length, now);
	const lookUp = makeLookUp({ questions, organisation, customers, access: () => access, knowledge, now });
	const rehearsed: Rehearsed[] = [];
	for (const one of work) {
		const portalIds = one.accountIds.filter((id) => id.startsWith('qm:'));
		const evidence = await lookUp.person(one.row.email, portalIds);
		const { cause, certainty } = decideCause(evidence);
		const stands = stillStands(one, evidence);
		rehearsed.push({ id: one.row.id, stands, seen: stands ? one.row.before : { cause, certainty } });
	}
	return rehearsed;
};

/** The dry run: looks at each row exactly as it would be looked at just before its first change, and sends nothing. */
export const rehearse = async (rehearsal: Rehearsal): Promise<Outcome<readonly Rehearsed[]>> => {
	try {
		return done(await look(rehearsal));
	} catch (error) {
		if (!(error instanceof RunStopped)) throw error;
		return failed(error.failure.code, error.failure.details);
	}
};
