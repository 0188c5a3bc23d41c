import { entryOf } from '../../causes/rule.ts';
import { directoryOf } from '../accounts.ts';
import { type Step, unsendable } from '../step.ts';

/** Takes the person out of the organisation's directory: roles and groups are lost, so only ever with a typed confirmation. */
export const remove: Step = {
	id: 'remove',
	once: false,
	isReached: async ({ evidence }) => evidence.directory.known && evidence.directory.value === null,
	send: async ({ evidence, accountIds }, context, depart) => {
		const entry = entryOf(evidence);
		// The confirmation was given for this account and no other.
		if (entry === null || context.organisation === null || !accountIds.includes(entry.accountId)) return unsendable('account-changed');
		const directory = await directoryOf(entry.accountId, context);
		if (typeof directory !== 'string') return directory;
		return context.changes.remove(context.organisation.id, directory, entry.accountId, depart);
	},
};
