import { decideCause } from '#core/causes/decide-cause.ts';
import { chooseDesk, type ConnectRequest, connect, inspectDesk } from '#core/evidence/connect.ts';
import { gatherDirectory, gatherPerson, readSiteAccounts } from '#core/evidence/gather.ts';
import type { SiteQuestions } from '#core/evidence/site-questions.ts';
import type { CustomerAccess } from '#shared/customer-access.ts';
import type { Verdict } from '#shared/verdict.ts';

export interface Diagnosed {
	readonly findings: readonly Verdict[];
	readonly verdicts: readonly Verdict[];
	/** What ended it before its first row. */
	readonly stopped: string | null;
}

export interface Asked {
	readonly connect: ConnectRequest;
	readonly deskKey: string;
	readonly access: CustomerAccess;
	readonly addresses: readonly string[];
}

/** When it diagnoses: long after anything was pulled. */
const laterTime = '2026-12-24T18:00:00.000Z';

/** The pipeline of a diagnosis over any source of answers, without a store. */
export const diagnoseWith = async (
	questions: SiteQuestions,
	{ connect: request, deskKey, access, addresses }: Asked,
): Promise<Diagnosed> => {
	const now = () => laterTime;
	const none = { findings: [], verdicts: [] };
	try {
		const connection = await connect(questions, request);
		if (!connection.ok) return { ...none, stopped: connection.failure.code };
		if (!connection.value.desks.ok) return { ...none, stopped: connection.value.desks.failure.code };
		const desk = chooseDesk(connection.value.desks.value, deskKey);
		if (!desk.ok) return { ...none, stopped: desk.failure.code };
		const { organisation } = connection.value;
		const findings = await inspectDesk(questions, desk.value, organisation);
		if (!findings.ok) return { ...none, stopped: findings.failure.code };
		const context = {
			questions,
			organisation,
			access,
			now,
			roleBudget: { holders: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY },
		};
		const accounts = await readSiteAccounts(questions, desk.value.id, addresses.length, now);
		const directory = await gatherDirectory(context, addresses);
		const verdicts: Verdict[] = [];
		for (const address of addresses) {
			verdicts.push(decideCause(await gatherPerson(context, accounts, directory, { address, suggestion: null, byHand: [] })));
		}
		return { findings: findings.value, verdicts, stopped: null };
	} catch (error) {
		return { ...none, stopped: error instanceof Error ? error.message : 'thrown' };
	}
};

/** What of a verdict must not depend on where its answers came from. */
export const essence = ({ cause, certainty, remedy, suggestion }: Verdict) => ({ cause, certainty, remedy, suggestion });
