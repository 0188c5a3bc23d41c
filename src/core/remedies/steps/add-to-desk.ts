import { RunStopped } from '../../evidence/settle.ts';
import { accountToAdd } from '../accounts.ts';
import { type Step, unsendable } from '../step.ts';

/** Adding again is answered 204 again; customers are added one by one, because a failed batch names nobody. */
export const addToDesk: Step = {
	id: 'add-to-desk',
	once: false,
	repeatIsHarmless: true,
	isReached: async (person, { questions, deskId }) => {
		const accountId = accountToAdd(person);
		for (let start: number | null = 0; start !== null; ) {
			const asked: Awaited<ReturnType<typeof questions.deskCustomers>> = await questions.deskCustomers(deskId, {
				query: person.address,
				start,
				limit: 50,
			});
			if (!asked.ok) throw new RunStopped(asked.failure);
			if (asked.value.value.items.some((one) => one.active && one.accountId === accountId)) return true;
			start = asked.value.value.next === null ? null : Number(asked.value.value.next);
		}
		return false;
	},
	send: async (person, { changes, deskId }, depart) => {
		const accountId = accountToAdd(person);
		return accountId === null ? unsendable('account-changed') : changes.addToDesk(deskId, accountId, depart);
	},
};
