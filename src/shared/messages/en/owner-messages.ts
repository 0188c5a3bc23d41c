import type { MessageTemplate, OwnerAudience } from '../../owner-messages.ts';
import { plural } from './numbers.ts';

/** What is written about accounts that another organisation has disabled, until somebody words it differently. */
export const ownerTemplates: Readonly<Record<OwnerAudience, MessageTemplate>> = {
	people: {
		subject: 'Please have your Atlassian account at {domain} enabled',
		body: `Hello,

we would like to give you access to {desk} on {site}, but your Atlassian account is deactivated.

The account belongs to {domain}, and only the organisation that manages the Atlassian accounts of {domain} can enable it again. Please forward this message to whoever administers Atlassian there, and ask for your account to be reactivated:

admin.atlassian.com > Directory > Managed accounts > your account > Reactivate account

Nothing else has to be done: once your account is active, we add you.

Kind regards
{organisation}
`,
	},
	administrators: {
		subject: 'Please enable accounts of {domain} for our support portal',
		body: `Hello,

we would like to give these people access to our support portal, {desk} ({site}):

{addresses}

Their Atlassian accounts are managed by your organisation and are deactivated there, so we cannot add them. Could an administrator of your organisation activate them (admin.atlassian.com > Directory > Managed accounts > the person > Activate)? Nothing else is needed, and no licence of yours is used by us.

Thank you.
{organisation}
`,
	},
};

export const placeholderTexts = {
	domain: 'the domain of the addresses',
	site: 'the site',
	desk: 'the service project',
	organisation: 'your organisation, as the site’s check names it',
	addresses: 'all addresses of the domain: whoever gets the message sees them',
};

export const ownerMessageWords = {
	title: 'Messages',
	back: 'Back to the plan',
	loading: 'Writing the messages…',
	list: 'Domains',
	people: (count: number) => plural(count, 'person', 'people'),
	emptyTitle: 'No message to write',
	emptyText: 'No row of this plan waits for another organisation.',
	intro:
		'Another organisation manages these accounts. Nothing is sent from here: copy a message, or save it and open it in your mail program.',
	to: 'To',
	audiences: { people: 'The people', administrators: 'Their administrators' },
	toAdministrators: (domain: string) => `whoever administers Atlassian at ${domain}`,
	bcc: 'Bcc',
	bccHint: 'Addresses go into Bcc: these people need not learn of each other.',
	subject: 'Subject',
	body: 'Message',
	copySubject: 'Copy subject',
	copyBody: 'Copy message',
	copyAddresses: 'Copy addresses',
	saveEml: 'Save as .eml',
	saveCsv: 'Save all as CSV',
	saved: (name: string) => `Saved as ${name}.`,
	edit: 'Edit the text…',
	editTitle: 'Text of the messages',
	editIntro: 'The same text is used for every domain. These names in braces are filled in:',
	reset: 'Reset',
	save: 'Save',
	savedTemplate: 'The text was saved.',
	addressesWarning: '{addresses} in the text shows everybody who gets the message all addresses of the domain, although they are in Bcc.',
	columns: ['Domain', 'Address', 'Subject', 'Message'],
	csvName: 'messages.csv',
};
