import { formatCount, plural } from './numbers.ts';

const addresses = (count: number): string => plural(count, 'new address', 'new addresses');
const domains = (count: number): string => plural(count, 'domain', 'domains');

interface InferenceNumbers {
	readonly refused: number;
	readonly tried: number;
	readonly domains: number;
}

/** Customer access of a site: what is known, and declaring what the page shows. */
export const accessWords = {
	title: 'Customer access',
	intro:
		'Atlassian has no reliable API for this setting. New runs use the settings below, unless you enter others when you import the list.',
	known: 'Current settings',
	settings: { internal: 'Internal', approvedDomains: 'Approved domains', external: 'External', allowedDomains: 'Allowed domains' },
	states: { on: 'On', off: 'Off', unknown: 'Unknown' },
	anyDomain: 'Any domain',
	noDomain: 'None',
	origins: { declared: 'declared', read: 'read from the organisation' },
	origin: (origin: string, when: string) => `${origin}, ${when}`,
	saidBy: (when: string, user: string, account: string | null) =>
		`Declared on ${when} by ${user}${account === null ? '' : `, for the account ${account}`}.`,
	takenBack: (when: string, user: string) => `Cleared on ${when} by ${user}.`,
	neverSaid: 'Not declared yet.',
	earlier: (count: number) => `${plural(count, 'earlier declaration', 'earlier declarations')}`,
	earlierOne: (when: string, user: string, account: string | null) => `${when}, ${user}${account === null ? '' : ` (${account})`}`,
	nothingSaid: 'All settings unknown',
	setting: (label: string, value: string) => `${label}: ${value}`,
	inference: {
		title: 'Inferred from refusals',
		closed: ({ refused, tried, domains: count }: InferenceNumbers) =>
			`${formatCount(refused)} of ${addresses(tried)} from ${domains(count)} were refused: Internal and External appear to be off.`,
		'external-only': ({ tried, domains: count }: InferenceNumbers) =>
			`All ${addresses(tried)} from ${domains(count)} got portal-only accounts: External appears to be on, Internal off.`,
		'by-domain': ({ refused, tried, domains: count }: InferenceNumbers) =>
			`Refusals depend on the domain: ${formatCount(refused)} of ${addresses(tried)} from ${domains(count)} were refused.`,
		ofDomain: (domain: string, refused: number, tried: number) => `${domain}: ${formatCount(refused)} of ${formatCount(tried)} refused`,
		more: (count: number) => `and ${domains(count)} more`,
		likely: (when: string) => `Inferred from fixes up to ${when}. Verdicts based on it are Likely, never Proven.`,
	},
	form: {
		title: 'Declare the settings',
		path: 'Jira settings › Products › Jira Service Management › Customer access',
		open: 'Open the page',
		openDomains: 'Approved domains',
		management: 'User management',
		save: 'Save',
		takeBack: 'Clear',
	},
	/** Where a list is imported for the site. */
	hint: {
		declared: 'Customer access is declared for this site and filled in below. Change it where the page shows something else.',
		read: 'The approved domains were read from the organisation. What you enter below overrides them.',
		inferred: 'Customer access was inferred from refusals. What you enter below overrides it.',
	},
	awaiting: {
		title: (rows: number) => `${plural(rows, 'row is', 'rows are')} only likely: declare what Customer access shows.`,
		text: 'The site is not contacted. The rows are judged again at once.',
		button: 'Enter settings…',
		dialog: 'What does Customer access show?',
		judged: (rows: number) => `${plural(rows, 'row was', 'rows were')} judged again.`,
	},
	refused: 'Customer access decides this: Internal, External and their domains. Check the page, then enter what it shows in the run.',
	approvals: {
		title: 'Access by approved domain',
		hint: 'People get in only if the domain grants the role Jira Service Management – Customer without admin approval.',
		all: (count: number) => `All ${formatCount(count)} domains`,
		mixed: 'Different',
		given: (domain: string, what: string) => `${domain} (${what})`,
		choices: {
			unknown: 'Not known',
			customer: 'Customer role',
			'other-apps': 'Other apps only',
			'needs-approval': 'Needs approval',
		},
	},
	seeKnown: 'View current settings',
	notDomain: (text: string) => `“${text}” is not a domain.`,
	tooManyDomains: (most: number) => `You can enter up to ${formatCount(most)} domains.`,
	kept: (site: string) => `Customer access saved for ${site}.`,
	back: (site: string) => `Cleared for ${site}: unknown again, except what was read or inferred.`,
};
