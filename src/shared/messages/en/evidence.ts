import type { EvidenceTopic } from '../../evidence-topics.ts';

/** What was asked, without whom it was asked about. */
export const evidenceTopicTexts: Record<EvidenceTopic, string> = {
	directory: 'Directory entry',
	role: 'Jira Service Management role',
	manageable: 'Permission of this organisation to manage the account',
	owner: 'Organisation that manages the account',
	portal: 'Portal-only account',
	reporter: 'Reporter of requests with this address',
	'earlier-account': 'Account seen with this address before',
	'site-account': 'Atlassian account on the site',
	membership: 'Customer list of the service project',
	'organisation-members': 'Members of customer organisations',
	'can-raise': 'Permission to raise requests',
	creation: 'Answer of the site to account creation',
	access: 'Customer access',
	'by-hand': 'Manual check',
	inference: 'Inference',
	address: 'Address in the cell',
	repeat: 'Duplicate in the list',
	permission: 'Permission scheme of the service project',
	other: 'Other check',
};
