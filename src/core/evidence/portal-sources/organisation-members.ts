import { isPortalOnly } from '../account-sweep.ts';
import type { PortalRecord } from '../evidence.ts';
import type { RareQuestions } from '../rare-questions.ts';
import { concernsOneAnswer, RunStopped } from '../../run-stopped.ts';
import type { CustomerOrganisation, SiteQuestions } from '../site-questions.ts';

/** Portal-only members of the site's customer organisations, by address. */
export interface OrganisationMembers {
	readonly byEmail: ReadonlyMap<string, PortalRecord>;
	readonly source: string;
	readonly at: string;
}

/** A site may have thousands of organisations: what is not read within these calls stays unseen, and is taken for nothing else. */
const mostCalls = 100;

const source = 'GET /rest/servicedeskapi/organization/{organizationId}/user';

type Asked<T> = Promise<
	| { readonly ok: true; readonly value: { readonly value: { readonly items: readonly T[]; readonly next: string | null } } }
	| { readonly ok: false; readonly failure: Parameters<typeof concernsOneAnswer>[0] }
>;

/** Page after page while there are calls left; what is refused is an empty list. */
async function* pages<T>(ask: (cursor: string | null) => Asked<T>, calls: { left: number }): AsyncGenerator<readonly T[]> {
	for (let cursor: string | null = null, more = true; more && calls.left > 0; ) {
		calls.left--;
		const asked = await ask(cursor);
		if (!asked.ok) {
			const bearable = concernsOneAnswer(asked.failure) || asked.failure.code === 'caller-lacks-rights';
			if (!bearable) throw new RunStopped(asked.failure);
			return;
		}
		yield asked.value.value.items;
		cursor = asked.value.value.next;
		more = cursor !== null;
	}
}

/** Read only where the sweep is blind: elsewhere it says all of this with fewer calls. */
export const readOrganisationMembers = async (
	questions: Pick<SiteQuestions, 'customerOrganisations'>,
	rare: Pick<RareQuestions, 'organisationMembers'>,
	now: () => string,
): Promise<OrganisationMembers> => {
	const calls = { left: mostCalls };
	const byEmail = new Map<string, PortalRecord>();
	const organisations: CustomerOrganisation[] = [];
	for await (const page of pages((cursor) => questions.customerOrganisations(cursor), calls)) organisations.push(...page);
	for (const { id } of organisations) {
		for await (const page of pages((cursor) => rare.organisationMembers(id, cursor), calls)) {
			for (const { email, accountId, active } of page.filter(isPortalOnly)) {
				if (email !== null && byEmail.get(email)?.active !== true) byEmail.set(email, { accountId, active });
			}
		}
	}
	return { byEmail, source, at: now() };
};
