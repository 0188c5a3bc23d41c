import { entryOf } from '../../causes/rule.ts';
import { type Step, unsendable } from '../step.ts';

/** The free Customer role on the site's service management. Whoever has a role there already needs none. */
export const assignRole: Step = {
	id: 'assign-role',
	once: false,
	isReached: async ({ evidence }) =>
		evidence.jsmRole?.known === true && evidence.jsmRole.value.held && !evidence.jsmRole.value.suspendedHere,
	send: async ({ evidence }, { changes, organisation }, depart) => {
		const entry = entryOf(evidence);
		if (entry === null || organisation === null) return unsendable('account-changed');
		return changes.assignCustomerRole(organisation.id, entry.accountId, organisation.jsmResource, depart);
	},
};
