import { concernsOneAnswer, RunStopped } from '../../evidence/settle.ts';
import { readAllPages } from '../../evidence/pages.ts';
import { accountToAdd } from '../accounts.ts';
import { type Step, unsendable } from '../step.ts';

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
