import type { EvidenceTopic } from '../../evidence-topics.ts';

/** What was asked, without whom it was asked about. */
export const evidenceTopicTexts: Record<EvidenceTopic, string> = {
	directory: 'The entry in the organisation’s directory',
	role: 'The service management role on this site',
	manageable: 'Whether this organisation may enable the account',
	owner: 'Whose account it is',
	portal: 'The portal-only account on this site',
	reporter: 'Who reported requests under the address',
	'earlier-account': 'An account that was seen at the address before',
	'site-account': 'The Atlassian account as the site lists it',
	membership: 'The service project’s list of customers',
	'organisation-members': 'The members of customer organisations',
	'can-raise': 'Whether the account may raise requests',
	creation: 'What the site said when an account was to be made',
	access: 'The site’s customer access',
	'by-hand': 'A check by hand',
	inference: 'What follows from it',
	address: 'Whether the cell holds an address',
	repeat: 'Whether the address stood in the list earlier',
	permission: 'The service project’s permission scheme',
	other: 'Another question',
};
