import type { RemedyId, StepId } from '../../remedies.ts';

export interface RemedyText {
	/** A few words: table, filters. */
	readonly label: string;
	/** What is done, or who has to do what. */
	readonly does: string;
	/** The same, in a plan that invites by email. */
	readonly doesByMail?: string;
	/** What the person has afterwards. */
	readonly after: (desk: string) => string;
	/** What it may cost or lead to; left out where there is nothing to know. */
	readonly cost?: string;
}

const inDesk = (desk: string): string => `A customer of ${desk}.`;
const canBeAdded = (desk: string): string => `Can be added to ${desk} with a new plan.`;

export const remedyDetails: Record<RemedyId, RemedyText> = {
	'add-to-desk': {
		label: 'Add',
		does: 'The person’s account is added to the service project.',
		after: inDesk,
	},
	'create-and-add': {
		label: 'Create and add',
		does: 'A customer account is created for the address and added to the service project.',
		doesByMail: 'A customer account is created for the address and added to the service project. The person gets an invitation email.',
		after: (desk) => `A customer of ${desk}, with a new account.`,
		cost: 'If an account already exists, nothing is created and the row gets a new verdict.',
	},
	'restore-access': {
		label: 'Restore access',
		does: 'The suspended account is restored, gets the free Customer role and is added.',
		after: (desk) => `A customer of ${desk}, with access restored.`,
		cost: 'Former roles come back with the account. Some may be billed; the row then lists them.',
	},
	'invite-with-role': {
		label: 'Invite',
		does: 'The account gets the Customer role only and is added. The person gets no email, even in a plan with invitation emails.',
		after: (desk) => `A customer of ${desk}, with the free Customer role.`,
		cost: 'Invitations are never sent twice. If the outcome is unknown, check it manually.',
	},
	'grant-customer-role': {
		label: 'Grant role',
		does: 'The account gets the free Customer role and is added.',
		after: (desk) => `A customer of ${desk}, with the free Customer role.`,
	},
	'enable-managed-account': {
		label: 'Reactivate account',
		does: 'The account, managed by your organisation, is reactivated, gets the free Customer role and is added.',
		after: (desk) => `A customer of ${desk}, with an active account.`,
		cost: 'The account works again everywhere, not only on this site.',
	},
	'replace-with-portal-account': {
		label: 'Remove and replace',
		does: 'The account is removed from your directory. Then a portal-only account is created for the address and added.',
		after: (desk) => `A customer of ${desk}, with a portal-only account.`,
		cost: 'The account’s roles and groups here are lost. People who were removed and have no new account yet are shown in red until this is resolved.',
	},
	'add-to-organisation': {
		label: 'Add to organisation',
		does: 'The person is added to the customer organisation named in the list.',
		after: (desk) => `A customer of ${desk}, in the customer organisation.`,
		cost: 'Members of a customer organisation can see each other’s requests.',
	},
	'ask-owning-organisation': {
		label: 'Write a message',
		does: 'Another organisation manages the account. Send it a message that asks for reactivation, one per domain.',
		after: canBeAdded,
	},
	'reactivate-portal-account': {
		label: 'Reactivate manually',
		does: 'Portal-only accounts cannot be reactivated by API. A person grants access on the Portal-only customers page.',
		after: canBeAdded,
	},
	'open-customer-access': {
		label: 'Open customer access',
		does: 'One decision for the whole site. A person makes it on the Customer access page.',
		after: canBeAdded,
		cost: 'This decides who can get an account on this site, not only for these rows.',
	},
	'approve-domain': {
		label: 'Approve domain',
		does: 'One decision per domain. A person makes it on the Approved domains page.',
		after: canBeAdded,
		cost: 'Everyone with an address in an approved domain can get an account on this site.',
	},
	'enable-in-identity-provider': {
		label: 'Activate in identity provider',
		does: 'A person activates the account in your identity provider.',
		after: canBeAdded,
	},
	'ask-person-to-reactivate': {
		label: 'Ask to cancel the deletion',
		does: 'Only the person can cancel the deletion of their account.',
		after: canBeAdded,
	},
	'ask-person-to-verify': {
		label: 'Ask to verify the email',
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
		does: 'A person cancels the deletion on the Managed accounts page.',
		after: canBeAdded,
	},
	'migrate-portal-account': {
		label: 'Migrate manually',
		does: 'A person migrates the portal-only account to the Atlassian account on the Portal-only customers page.',
		after: canBeAdded,
	},
	'fix-desk-permission': {
		label: 'Fix permissions',
		does: 'One change for the whole service project. A person makes it on the Permissions page.',
		after: canBeAdded,
	},
	'fix-row': {
		label: 'Correct the row',
		does: 'Correct the address in the run, or in your list.',
		after: () => 'The row can be checked.',
	},
	'accept-suggestion': {
		label: 'Correct the typo',
		does: 'Possible typo. Correct the address in the run, or in your list.',
		after: () => 'The row can be checked.',
	},
};

/** One change each, in the order a row says. */
export const changeTexts: Record<StepId, string> = {
	restore: 'Restore the account',
	enable: 'Reactivate the account',
	invite: 'Invite with the Customer role',
	remove: 'Remove from the directory',
	'assign-role': 'Grant the Customer role',
	create: 'Create a customer account',
	'invite-customer': 'Invite by email to the service project',
	'add-to-desk': 'Add to the service project',
	'add-to-organisation': 'Add to the customer organisation',
};
