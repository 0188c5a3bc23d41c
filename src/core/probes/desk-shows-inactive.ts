import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { customersPerPage, inactiveOf } from './portal-sample.ts';
import type { Probe } from './probe.ts';

/** Does a desk's list, asked for an address, show an inactive customer? Source: atlassian-api.md 12.3. */
export const deskShowsInactive: Probe = {
	id: 'desk-shows-inactive',
	look: async ({ sample, questions, desks }) => {
		const seen = await sample();
		const inList = seen.listed.flatMap(({ deskId, portalOnly }) =>
			portalOnly.flatMap(({ active, email, accountId }) =>
				!active && email !== null ? [{ deskId, email, accountId, isMember: true }] : [],
			),
		);
		// Not seen in a list, so perhaps in none: finding this one proves it, missing it proves nothing.
		const elsewhere = desks.slice(0, 1).flatMap(({ id }) => inactiveOf(seen).map((one) => ({ ...one, deskId: id, isMember: false })));
		const [person] = [...inList, ...elsewhere];
		if (person === undefined) return { answer: 'open', reason: 'nobody-to-tell-by' };
		const asked = await questions.deskCustomers(person.deskId, { query: person.email, start: 0, limit: customersPerPage });
		if (!asked.ok) {
			if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
			return { answer: 'open', reason: 'not-answered' };
		}
		if (asked.value.value.items.some(({ accountId }) => accountId === person.accountId)) return { answer: 'yes', reason: 'seen' };
		return person.isMember ? { answer: 'no', reason: 'not-seen' } : { answer: 'open', reason: 'nobody-to-tell-by' };
	},
};
