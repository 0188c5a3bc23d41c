import { watchPages } from '../evidence/page-watch.ts';
import { readAllPages } from '../evidence/pages.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import { entryOf } from '../causes/rule.ts';
import { accountToAdd } from './accounts.ts';
import { type Step, unsendable } from './step.ts';

/** Makes the account; which kind, the site's customer access decides. Answers 409 where the address has one already. */
export const create: Step = {
	id: 'create',
	once: false,
	makesAccount: true,
	isReached: async ({ createdId, evidence, applied }) => {
		const portal = evidence.portal.known ? evidence.portal.value : null;
		// A search that lags still shows the account that this row has just removed.
		const hasAnother = entryOf(evidence) !== null && !applied.includes('remove');
		return createdId !== null || portal?.active === true || hasAnother;
	},
	send: ({ address, displayName }, { changes }, depart) => changes.createCustomer({ email: address, displayName }, depart),
};

/**
 * Makes the account as `create` does, and sends an e-mail. Reading that finds no account does not prove that no e-mail left: never
 * sent again, by no plan.
 */
export const inviteCustomer: Step = {
	id: 'invite-customer',
	once: true,
	makesAccount: true,
	isReached: create.isReached,
	send: async ({ address, displayName }, { changes, deskId, invitedAt }, depart) => {
		const at = invitedAt(address);
		return at === null ? changes.inviteCustomer(deskId, { email: address, displayName }, depart) : unsendable('already-invited', { at });
	},
};

/** Adding again is answered 204 again; customers are added one by one, because a failed batch names nobody. */
export const addToDesk: Step = {
	id: 'add-to-desk',
	once: false,
	repeatIsHarmless: true,
	isReached: async (person, { questions, deskId }) => {
		const accountId = accountToAdd(person);
		const watch = watchPages();
		for (let start: number | null = 0; start !== null; ) {
			const asked: Awaited<ReturnType<typeof questions.deskCustomers>> = await questions.deskCustomers(deskId, {
				query: person.address,
				start,
				limit: 50,
			});
			if (!asked.ok) throw new RunStopped(asked.failure);
			if (asked.value.value.items.some((one) => one.active && one.accountId === accountId)) return true;
			if (watch.problemWith(asked.value.value.items) !== null) return false;
			start = asked.value.value.next === null ? null : Number(asked.value.value.next);
		}
		return false;
	},
	send: async (person, { changes, deskId }, depart) => {
		const accountId = accountToAdd(person);
		return accountId === null ? unsendable('account-changed') : changes.addToDesk(deskId, accountId, depart);
	},
};

/** Members of a customer organisation see each other's requests: only where it was asked for. */
export const addToOrganisation: Step = {
	id: 'add-to-organisation',
	once: false,
	repeatIsHarmless: true,
	isReached: async (person, { questions, customerOrganisation }) => {
		const accountId = accountToAdd(person);
		const organisation = await customerOrganisation(person.organisation ?? '');
		if (accountId === null || organisation === null) return false;
		const asked = await readAllPages((cursor) => questions.organisationsOf(accountId, cursor));
		// An account that was made a moment ago may not be known to this call yet.
		if (!asked.ok && concernsOneAnswer(asked.failure)) return false;
		if (!asked.ok) throw new RunStopped(asked.failure);
		return asked.value.value.some(({ id }) => id === organisation.id);
	},
	send: async (person, { changes, customerOrganisation }, depart) => {
		const accountId = accountToAdd(person);
		if (accountId === null) return unsendable('account-changed');
		const organisation = await customerOrganisation(person.organisation ?? '');
		if (organisation === null) return unsendable('organisation-not-found', { organisation: person.organisation ?? '' });
		return changes.addToOrganisation(organisation.id, accountId, depart);
	},
};
