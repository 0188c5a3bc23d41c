import { entryOf } from '../../causes/rule.ts';
import { type Step, unsendable } from '../step.ts';

/** The account works everywhere again, not on this site alone. */
export const enable: Step = {
	id: 'enable',
	once: false,
	isReached: async ({ evidence }) => entryOf(evidence)?.status === 'active' || entryOf(evidence)?.status === 'suspended',
	send: async ({ evidence }, { changes }, depart) => {
		const entry = entryOf(evidence);
		return entry === null ? unsendable('account-changed') : changes.enable(entry.accountId, depart);
	},
};
