import { entryOf } from '../../causes/rule.ts';
import { onlyDirectoryOf } from '../accounts.ts';
import { type Step, unsendable } from '../step.ts';

/** Takes the person out of the organisation's directory: roles and groups are lost, so only ever with a typed confirmation. */
export const remove: Step = {
	id: 'remove',
	once: false,
	goneIsDone: true,
	isReached: async ({ evidence, accountIds }, { questions, organisation }) => {
		const entry = entryOf(evidence);
		if (evidence.directory.known && entry === null) return true;
		if (entry === null || organisation === null || !accountIds.includes(entry.accountId)) return false;
		// The search may lag behind; which directories an account is in is asked by its id.
		const asked = await questions.directoriesOf(organisation.id, entry.accountId);
		return asked.ok && asked.value.value.items.length === 0;
	},
	send: async ({ evidence, accountIds }, context, depart) => {
		const entry = entryOf(evidence);
		// The confirmation was given for this account and no other.
		if (entry === null || context.organisation === null || !accountIds.includes(entry.accountId)) return unsendable('account-changed');
		const directory = await onlyDirectoryOf(entry.accountId, context);
		if (typeof directory !== 'string') return directory;
		return context.changes.remove(context.organisation.id, directory, entry.accountId, depart);
	},
};
