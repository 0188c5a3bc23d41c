import type { MessageTemplate, OwnerAudience } from '../../owner-messages.ts';
import { plural } from './numbers.ts';

/** What is written about accounts that another organisation has disabled, until somebody words it differently. */
export const ownerTemplates: Readonly<Record<OwnerAudience, MessageTemplate>> = {
	people: {
		subject: 'Please have your Atlassian account at {domain} reactivated',
		body: `Hello,

We would like to give you access to {desk} on {site}, but your Atlassian account is deactivated.

Only the organisation that manages the Atlassian accounts of {domain} can reactivate it. Please forward this message to the Atlassian administrator there and ask them to reactivate your account:

admin.atlassian.com > Directory > Managed accounts > your account > Reactivate account

That is all. We will add you once your account is active.

Kind regards
{organisation}
`,
	},
	administrators: {
		subject: 'Please reactivate accounts of {domain} for our support portal',
		body: `Hello,

We would like to give these people access to our support portal, {desk} ({site}):

{addresses}

Your organisation manages their Atlassian accounts and has deactivated them, so we cannot add them. Could an administrator of your organisation reactivate them (admin.atlassian.com > Directory > Managed accounts > the person > Reactivate account)? Nothing else is needed. This uses none of your licences.

Thank you.
{organisation}
`,
	},
};

export const placeholderTexts = {
	domain: 'the domain of the addresses',
	site: 'the site',
	desk: 'the service project',
	organisation: 'your organisation, as found by the site check',
	addresses: 'all addresses of the domain; visible to all recipients',
};

export const ownerMessageWords = {
	title: 'Messages',
	back: 'Back to the plan',
	loading: 'Loading messages…',
	list: 'Domains',
	people: (count: number) => plural(count, 'person', 'people'),
	emptyTitle: 'No messages',
	emptyText: 'No row of this plan depends on another organisation.',
	intro:
		'Another organisation manages these accounts. Invite Doctor sends nothing. Copy a message, or save it and open it in your email program.',
	to: 'To',
	audiences: { people: 'The people', administrators: 'Their administrators' },
	toAdministrators: (domain: string) => `the Atlassian administrators of ${domain}`,
	bcc: 'Bcc',
	bccHint: 'Use Bcc so that recipients do not see each other.',
	subject: 'Subject',
	body: 'Message',
	copySubject: 'Copy subject',
	copyBody: 'Copy message',
	copyAddresses: 'Copy addresses',
	markSent: 'Mark as sent',
	notSent: 'Not sent',
	sentBy: (when: string, user: string) => `Sent on ${when} by ${user}`,
	sentOn: (day: string) => `sent on ${day}`,
	saveEml: 'Save as .eml',
	saveCsv: 'Save all as CSV',
	saved: (name: string) => `Saved as ${name}.`,
	edit: 'Edit the text…',
	editTitle: 'Text of the messages',
	editIntro: 'The same text is used for all domains. These names in braces are filled in:',
	reset: 'Reset',
	save: 'Save',
	savedTemplate: 'Text saved.',
	addressesWarning: '{addresses} in the text shows all addresses of the domain to all recipients, despite Bcc.',
	columns: ['Domain', 'Address', 'Subject', 'Message'],
	csvName: 'messages.csv',
};
