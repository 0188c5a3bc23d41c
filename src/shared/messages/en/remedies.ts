import type { RemedyId, StepId } from '../../remedies.ts';

export interface RemedyText {
	/** A few words: table, filters. */
	readonly label: string;
	/** What is done, or who has to do what. */
	readonly does: string;
	/** What the person has afterwards. */
	readonly after: (desk: string) => string;
	/** What it may cost or lead to; left out where there is nothing to know. */
	readonly cost?: string;
}

const inDesk = (desk: string): string => `A customer of ${desk}.`;
const canBeAdded = (desk: string): string => `Can be added to ${desk}: make a new plan for it then.`;

export const remedyDetails: Record<RemedyId, RemedyText> = {
	'add-to-desk': {
		label: 'Add',
		does: 'The person’s account is added to the service project.',
		after: inDesk,
	},
	'create-and-add': {
		label: 'Create and add',
		does: 'A customer account is created for the address and added to the service project.',
		after: (desk) => `A customer of ${desk}, with a new account.`,
		cost: 'Where an account turns out to exist already, nothing is created: the row gets a new verdict.',
	},
	'restore-access': {
		label: 'Restore access',
		does: 'The suspended account is restored, gets the free Customer role, and is added.',
		after: (desk) => `A customer of ${desk}, with access restored.`,
		cost: 'Former roles come back with the account, and some of them may be billed. They are read afterwards, and billed ones are named on the row.',
	},
	'invite-with-role': {
		label: 'Invite',
		does: 'The address is invited with the Customer role alone, without a mail, and added.',
		after: (desk) => `A customer of ${desk}, with the free Customer role.`,
		cost: 'An invitation is never sent twice: where its outcome cannot be told, a person has to look.',
	},
	'grant-customer-role': {
		label: 'Grant role',
		does: 'The account gets the free Customer role, and is added.',
		after: (desk) => `A customer of ${desk}, with the free Customer role.`,
	},
	'enable-managed-account': {
		label: 'Enable account',
		does: 'The account, which your organisation manages, is enabled, gets the free Customer role, and is added.',
		after: (desk) => `A customer of ${desk}, with an active account.`,
		cost: 'The account works again everywhere, not on this site alone.',
	},
	'replace-with-portal-account': {
		label: 'Remove and replace',
		does: 'The account is removed from your directory; then a portal-only account is created for the address and added.',
		after: (desk) => `A customer of ${desk}, with a portal-only account.`,
		cost: 'Roles and groups that the account has here are lost. Somebody who was removed and has no new account yet is shown in red until it is settled.',
	},
	'add-to-organisation': {
		label: 'Add to organisation',
		does: 'The person is added to the customer organisation named in the list.',
		after: (desk) => `A customer of ${desk}, in the customer organisation.`,
		cost: 'Members of one customer organisation may see each other’s requests.',
	},
	'ask-owning-organisation': {
		label: 'Write a message',
		does: 'Another organisation manages the account. A message asks it to enable the account: copy it or save it, one for each domain.',
		after: canBeAdded,
	},
	'reactivate-portal-account': {
		label: 'Reactivate by hand',
		does: 'No interface reactivates a portal-only account: a person does it on a page.',
		after: canBeAdded,
	},
	'open-customer-access': {
		label: 'Open customer access',
		does: 'One decision for the whole site, made by a person on a page.',
		after: canBeAdded,
		cost: 'It decides who may get an account on this site, not for these rows alone.',
	},
	'approve-domain': {
		label: 'Approve domain',
		does: 'One decision for each domain, made by a person on a page.',
		after: canBeAdded,
		cost: 'Everybody of an approved domain may get an account on this site.',
	},
	'enable-in-identity-provider': {
		label: 'Enable in identity provider',
		does: 'A person enables the account in your identity provider.',
		after: canBeAdded,
	},
	'ask-person-to-reactivate': {
		label: 'Have the deletion cancelled',
		does: 'Only the person can cancel the deletion of their own account.',
		after: canBeAdded,
	},
	'ask-person-to-verify': {
		label: 'Have the email verified',
		does: 'The person opens the link in the verification email.',
		after: canBeAdded,
	},
	'contact-atlassian': {
		label: 'Contact Atlassian',
		does: 'Only Atlassian can lift the block.',
		after: canBeAdded,
	},
	'cancel-deletion': {
		label: 'Cancel deletion',
		does: 'A person cancels the deletion of the account on a page.',
		after: canBeAdded,
	},
	'migrate-portal-account': {
		label: 'Migrate by hand',
		does: 'A person migrates the portal-only account to the Atlassian account on a page.',
		after: canBeAdded,
	},
	'fix-desk-permission': {
		label: 'Fix permission',
		does: 'One change for the whole service project, made by a person on a page.',
		after: canBeAdded,
	},
	'fix-row': {
		label: 'Correct the row',
		does: 'The address has to be corrected in the list, which is then imported again.',
		after: () => 'A row that can be checked.',
	},
	'accept-suggestion': {
		label: 'Correct the typo',
		does: 'The address is probably mistyped. Correct it in the list, and import it again.',
		after: () => 'A row that can be checked.',
	},
};

/** One change each, in the order a row says. */
export const changeTexts: Record<StepId, string> = {
	restore: 'Restore the account',
	enable: 'Enable the account',
	invite: 'Invite with the Customer role',
	remove: 'Remove from the directory',
	'assign-role': 'Grant the Customer role',
	create: 'Create a customer account',
	'invite-customer': 'Invite by email to the service project',
	'add-to-desk': 'Add to the service project',
	'add-to-organisation': 'Add to the customer organisation',
};
