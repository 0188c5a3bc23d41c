import { entryOf } from '../../causes/rule.ts';
import { directoryOf } from '../accounts.ts';
import { type Step, unsendable } from '../step.ts';

/** Former roles come back with the account, and what they cost: they are read afterwards (`billable-roles.ts`). */
export const restore: Step = {
	id: 'restore',
	once: false,
	isReached: async ({ evidence }) => {
		const suspendedHere = evidence.jsmRole?.known === true && evidence.jsmRole.value.suspendedHere;
		return entryOf(evidence)?.status === 'active' && !suspendedHere;
	},
	send: async ({ evidence }, context, depart) => {
		const entry = entryOf(evidence);
		if (entry === null || context.organisation === null) return unsendable('account-changed');
		const directory = await directoryOf(entry.accountId, context);
		if (typeof directory !== 'string') return directory;
		return context.changes.restore(context.organisation.id, directory, entry.accountId, depart);
	},
};
