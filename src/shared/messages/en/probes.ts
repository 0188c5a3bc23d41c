import type { ProbeAnswer, ProbeId, ProbeReason } from '../../probes.ts';
import { formatCount, plural } from './numbers.ts';
import type { CreationAnswer, ProbeNumbers } from '../../probe-details.ts';
import { causeTexts } from './causes.ts';

/** What a site lets us see, question by question. `source`: where an answer comes from. */
export const probeTexts: Record<ProbeId, { readonly question: string; readonly source: string }> = {
	'sweep-shows-portal-only': {
		question: 'Does the list of all users show portal-only customers?',
		source: 'The site’s user list, held against the customers of its service projects',
	},
	'desk-shows-inactive': {
		question: 'Does a service project’s customer list, asked for an address, show inactive customers?',
		source: 'The customer list of a service project',
	},
	'open-desk-keeps-list': {
		question: 'Does a service project that is open to everybody keep a list of its customers?',
		source: 'Whether somebody whom it does not list may raise requests, held against its customer list',
	},
	'reporter-finds-inactive': {
		question: 'Does a search by reporter find inactive portal-only customers?',
		source: 'A search for requests by their reporter, held against an address nobody has',
	},
	'approved-domains-readable': {
		question: 'Can the approved domains be read?',
		source: 'The organisation’s app access settings, where they still answer',
	},
	'filters-combine': {
		question: 'Can the directory be searched by address and role at once?',
		source: 'The organisation’s user search',
	},
	'creation-answers': {
		question: 'What does the site answer when an account is made?',
		source: 'Fixes that were carried out here',
	},
	'creation-obeys-access': {
		question: 'Does making an account obey Internal and External?',
		source: 'Fixes that were carried out here, held against what was declared',
	},
	'export-headers': {
		question: 'Which columns do Atlassian’s exports have?',
		source: 'Export files that are imported',
	},
	'restore-everywhere': {
		question: 'Can access be restored without naming the directory?',
		source: 'Nothing: Invite Doctor always names the directory',
	},
};

export const probeAnswers: Record<ProbeAnswer['answer'], string> = { yes: 'Yes', no: 'No', open: 'Not known' };

/** What an answer rests on where it was seen: numbers and names. */
export const probeSeen = {
	'sweep-shows-portal-only': ({ accounts, portalOnly, withAddress }: ProbeNumbers) =>
		`${formatCount(portalOnly)} of ${plural(accounts, 'account', 'accounts')} are portal-only, ${formatCount(withAddress)} of them with their address.`,
	'approved-domains-readable': (approved: readonly string[]) =>
		approved.length === 0 ? 'No domain is approved for service management.' : `Approved for service management: ${approved.join(', ')}.`,
	'creation-obeys-access': ({ kept, atlassianAccounts }: ProbeNumbers) =>
		`${plural(kept, 'attempt', 'attempts')} ended as declared; ${plural(atlassianAccounts, 'Atlassian account', 'Atlassian accounts')} made.`,
	'creation-answers': ({ cause, status, times }: CreationAnswer) =>
		`${cause === null ? 'No cause' : causeTexts[cause].label}: answer ${status}, ${plural(times, 'time', 'times')}`,
};

export const probeReasons: Record<Exclude<ProbeReason, 'seen'>, (numbers: ProbeNumbers) => string> = {
	'not-seen': () => 'Somebody who should have shown was not there.',
	'some-missing': ({ missing }) =>
		`${plural(missing, 'customer of the service projects is', 'customers of the service projects are')} missing there.`,
	'nobody-to-tell-by': () => 'There is nobody on this site to tell it by.',
	'list-empty': () => 'An open service project lists nobody; that does not tell.',
	'no-open-desk': () => 'No service project was found where somebody who was not added may raise requests.',
	'not-answered': () => 'The site gave no usable answer.',
	refused: () => 'The site refused the question.',
	'missing-scope': () => 'The organisation API key has scopes that leave this out.',
	'no-org-key': () => 'There is no organisation API key for this site.',
	'too-many': ({ domains }) => `${plural(domains, 'domain', 'domains')}: too many to read one by one.`,
	'not-told-apart': () => 'It finds addresses that nobody has as well, so it tells nothing.',
	'nothing-watched': () => 'Only real fixes show it, and none was carried out here yet.',
	contradicted: ({ broken }) => `${plural(broken, 'attempt', 'attempts')} ended otherwise than was declared.`,
	'shown-on-import': () => 'An import shows it, and asks where it cannot tell.',
	'would-change-the-site': () => 'Asking would change the site, so nobody asks.',
};

export const probeWords = {
	title: 'What this site lets us see',
	intro: 'Sites differ in what they show. A run looks where this site was found to answer.',
	again: 'Ask the site again',
	ask: 'Ask the site',
	emptyTitle: 'This site was never asked',
	emptyText:
		'Asking makes about twenty read requests: it looks at samples of users, customers and domains, and changes nothing. The answers are kept, and every run after it knows where to look.',
	table: 'What this site lets us see',
	columns: { question: 'Question', answer: 'Answer', source: 'Source', at: 'When' },
	/** Beside questions that no request answers. */
	kinds: {
		watching: 'Only real fixes can answer this',
		importing: 'Only an import can answer this',
		never: 'Never asked',
	},
	asked: (site: string) => `${site} was asked what it lets us see.`,
};
