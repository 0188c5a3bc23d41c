import { concernsOneAnswer, RunStopped } from '../../run-stopped.ts';
import type { PortalSource } from './portal-source.ts';

/** An id that an earlier run or change has seen at this address is asked for by itself: the site shows it though it lists it nowhere. */
export const knownIds: PortalSource = {
	id: 'known-ids',
	look: async ({ address, isWorthAsking, knownPortalId, questions, budget }) => {
		const id = isWorthAsking && budget.left > 0 ? knownPortalId(address) : null;
		if (id === null) return null;
		budget.left--;
		const asked = await questions.account(id);
		if (!asked.ok) {
			if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
			return null;
		}
		const { value: account, source, at } = asked.value;
		// An address can be changed: what is another's by now says nothing of this one.
		if (account === null || (account.email !== null && account.email !== address)) return null;
		const value = { accountId: account.accountId, active: account.active };
		return { known: true, value, proof: { asked: `the account ${id}, seen at ${address} before`, source, answer: value, at } };
	},
};
