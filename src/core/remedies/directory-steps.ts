import { entryOf } from '../causes/rule.ts';
import { directoryOf, onlyDirectoryOf } from './accounts.ts';
import { type Step, unsendable } from './step.ts';

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

/** An invitation may send a mail each time and cannot be proven by reading that it was not sent: never repeated. */
export const invite: Step = {
	id: 'invite',
	once: true,
	isReached: async ({ evidence }) => entryOf(evidence)?.status === 'active',
	send: async ({ address }, { changes, organisation }, depart) =>
		organisation === null ? unsendable('account-changed') : changes.invite(organisation.id, address, organisation.jsmResource, depart),
};

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
