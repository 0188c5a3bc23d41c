import { formatCount, plural } from './numbers.ts';

const addresses = (count: number): string => plural(count, 'new address', 'new addresses');
const domains = (count: number): string => plural(count, 'domain', 'domains');

interface InferenceNumbers {
	readonly refused: number;
	readonly tried: number;
	readonly domains: number;
}

/** Customer access of a site: what is known of it, and saying what the page shows. */
export const accessWords = {
	title: 'Customer access',
	intro:
		'Atlassian has no dependable way to read this setting. What is known of it counts for every run that is begun without settings of its own.',
	known: 'What is known',
	settings: { internal: 'Internal', approvedDomains: 'Approved domains', external: 'External', allowedDomains: 'Allowed domains' },
	states: { on: 'On', off: 'Off', unknown: 'Unknown' },
	anyDomain: 'Any domain',
	noDomain: 'None',
	origins: { declared: 'declared', read: 'read from the organisation' },
	origin: (origin: string, when: string) => `${origin}, ${when}`,
	saidBy: (when: string, user: string, account: string) => `Said on ${when} by ${user}, for the account ${account}.`,
	takenBack: (when: string, user: string) => `On ${when} ${user} took back what was said, or said nothing of it.`,
	neverSaid: 'Nobody has said yet what the page shows.',
	earlier: (count: number) => `${plural(count, 'earlier declaration', 'earlier declarations')}`,
	earlierOne: (when: string, user: string, account: string) => `${when}, ${user} (${account})`,
	nothingSaid: 'Nothing said of it',
	setting: (label: string, value: string) => `${label}: ${value}`,
	inference: {
		title: 'What refusals suggest',
		closed: ({ refused, tried, domains: count }: InferenceNumbers) =>
			`${formatCount(refused)} of ${addresses(tried)} of ${domains(count)} were refused: Internal and External look off.`,
		'external-only': ({ tried, domains: count }: InferenceNumbers) =>
			`All ${addresses(tried)} of ${domains(count)} got portal-only accounts: External looks on and Internal off.`,
		'by-domain': ({ refused, tried, domains: count }: InferenceNumbers) =>
			`Refusals follow the domain: ${formatCount(refused)} of ${addresses(tried)} of ${domains(count)} were refused.`,
		ofDomain: (domain: string, refused: number, tried: number) => `${domain}: ${formatCount(refused)} of ${formatCount(tried)} refused`,
		more: (count: number) => `and ${domains(count)} more`,
		likely: (when: string) => `Inferred from fixes until ${when}. Whatever rests on it is likely at most.`,
	},
	form: {
		title: 'What the page shows',
		path: 'Jira settings › Products › Jira Service Management › Customer access',
		open: 'Open the page',
		openDomains: 'Approved domains',
		management: 'User management',
		save: 'Keep what I said',
		takeBack: 'Take back what was said',
	},
	/** Where a list is imported for the site. */
	hint: {
		declared: 'Customer access of this site was declared before. It counts where you say nothing below.',
		read: 'Approved domains of this site were read. They count where you say nothing below.',
		inferred: 'Customer access of this site was inferred from refusals. It counts where you say nothing below.',
	},
	approvals: {
		title: 'What each approved domain gives',
		hint: 'Only the role Jira Service Management – Customer, without approval by an administrator, lets people in.',
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
	seeKnown: 'See what is known',
	notDomain: (text: string) => `“${text}” is not a domain.`,
	tooManyDomains: (most: number) => `More than ${formatCount(most)} domains cannot be kept.`,
	kept: (site: string) => `Kept: what was said of ${site} counts from now on.`,
	back: (site: string) => `Taken back: customer access of ${site} counts as unknown again, but for what was read or inferred.`,
};
