import type { Certainty } from '../../causes.ts';
import type { RemedyId } from '../../remedies.ts';

export const certaintyTexts: Record<Certainty, { readonly label: string; readonly meaning: string }> = {
	proven: { label: 'Proven', meaning: 'An answer of the site or of an export says so.' },
	likely: { label: 'Likely', meaning: 'An inference; the rule it rests on stands among the evidence.' },
	unknown: { label: 'Unknown', meaning: 'What could be asked does not settle it.' },
};

export const remedyTexts: Record<RemedyId, string> = {
	'add-to-desk': 'Add to the service project.',
	'create-and-add': 'Create a customer account and add it.',
	'restore-access': 'Restore access, grant the Customer role, then add.',
	'invite-with-role': 'Invite with the Customer role.',
	'grant-customer-role': 'Grant the Customer role.',
	'reactivate-portal-account': 'Reactivate the portal-only account.',
	'open-customer-access': 'Open customer access.',
	'approve-domain': 'Approve the domain.',
	'ask-owning-organisation': 'Ask the organisation that owns the account.',
	'enable-managed-account': 'Enable the managed account.',
	'replace-with-portal-account': 'Remove the account here and add the person with a portal-only account.',
	'add-to-organisation': 'Add to the customer organisation named in the list.',
	'enable-in-identity-provider': 'Enable in the identity provider.',
	'ask-person-to-reactivate': 'Ask the person to cancel the deletion.',
	'ask-person-to-verify': 'Ask the person to verify the email address.',
	'contact-atlassian': 'Contact Atlassian Support.',
	'cancel-deletion': 'Cancel the deletion.',
	'migrate-portal-account': 'Migrate the portal-only account.',
	'fix-desk-permission': 'Give customers their project permissions.',
	'fix-row': 'Correct the row.',
	'accept-suggestion': 'Accept the suggested address.',
};
