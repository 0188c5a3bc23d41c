import { entryOf } from '../../causes/rule.ts';
import { type Step, unsendable } from '../step.ts';

/** An invitation may send a mail each time and cannot be proven by reading that it was not sent: never repeated. */
export const invite: Step = {
	id: 'invite',
	once: true,
	isReached: async ({ evidence }) => entryOf(evidence)?.status === 'active',
	send: async ({ address }, { changes, organisation }, depart) =>
		organisation === null ? unsendable('account-changed') : changes.invite(organisation.id, address, organisation.jsmResource, depart),
};
