import type { ProbeAnswer, ProbeId, ProbeReason } from '../../probes.ts';
import { formatCount, plural } from './numbers.ts';
import type { CreationAnswer, ProbeNumbers } from '../../probe-details.ts';
import { causeTexts } from './causes.ts';

/** What a site lets us see, question by question. `source`: where an answer comes from. */
export const probeTexts: Record<ProbeId, { readonly question: string; readonly source: string }> = {
	'sweep-shows-portal-only': {
		question: 'Does the list of all users show portal-only customers?',
		source: 'The site’s user list, compared with the customers of its service projects',
	},
	'desk-shows-inactive': {
		question: 'Does the customer list of a service project show inactive customers when searched by address?',
		source: 'The customer list of a service project',
	},
	'open-desk-keeps-list': {
		question: 'Does a service project that is open to everybody keep a list of its customers?',
		source: 'Permission of people it does not list to raise requests, compared with its customer list',
	},
	'reporter-finds-inactive': {
		question: 'Does a search by reporter find inactive portal-only customers?',
		source: 'A request search by reporter, compared with an unused address',
	},
	'approved-domains-readable': {
		question: 'Can the approved domains be read?',
		source: 'The organisation’s app access settings, if available',
	},
	'filters-combine': {
		question: 'Can the directory be searched by address and role together?',
		source: 'The organisation’s user search',
	},
	'creation-answers': {
		question: 'What does the site answer to account creation?',
		source: 'Fixes carried out here',
	},
	'creation-obeys-access': {
		question: 'Does account creation follow Internal and External?',
		source: 'Fixes carried out here, compared with declared customer access',
	},
	'export-headers': {
		question: 'Which columns do Atlassian’s exports have?',
		source: 'Imported export files',
	},
	'restore-everywhere': {
		question: 'Can access be restored without naming the directory?',
		source: 'None: Invite Doctor always names the directory',
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
		`${plural(kept, 'attempt', 'attempts')} as declared; ${plural(atlassianAccounts, 'Atlassian account', 'Atlassian accounts')} created.`,
	'creation-answers': ({ cause, status, times }: CreationAnswer) =>
		`${cause === null ? 'No cause' : causeTexts[cause].label}: answer ${status}, ${plural(times, 'time', 'times')}`,
};

export const probeReasons: Record<Exclude<ProbeReason, 'seen'>, (numbers: ProbeNumbers) => string> = {
	'not-seen': () => 'A known person was not found.',
	'some-missing': ({ missing }) =>
		`${plural(missing, 'customer of the service projects is', 'customers of the service projects are')} missing.`,
	'nobody-to-tell-by': () => 'No suitable person on this site to test with.',
	'list-empty': () => 'An open service project lists nobody, so this shows nothing.',
	'no-open-desk': () => 'In no service project may people raise requests without being added.',
	'not-answered': () => 'The site gave no usable answer.',
	refused: () => 'The site refused the request.',
	'missing-scope': () => 'The scopes of the organisation API key do not cover this.',
	'no-org-key': () => 'No organisation API key for this site.',
	'too-many': ({ domains }) => `${plural(domains, 'domain', 'domains')}: too many to read one by one.`,
	'not-told-apart': () => 'The search also finds unused addresses, so it proves nothing.',
	'nothing-watched': () => 'Only real fixes show this. None was carried out here yet.',
	contradicted: ({ broken }) => `${plural(broken, 'attempt', 'attempts')} ended differently than declared.`,
	'shown-on-import': () => 'Shown by an import.',
	'would-change-the-site': () => 'Not tested, because testing would change the site.',
};

export const probeWords = {
	title: 'Available data',
	intro: 'Sites differ in the data they return. Runs use the sources that work on this site.',
	again: 'Check again',
	ask: 'Check the site',
	emptyTitle: 'Not checked yet',
	emptyText:
		'The check sends about twenty read requests for samples of users, customers and domains. It changes nothing. Later runs use the result.',
	table: 'Available data',
	columns: { question: 'Question', answer: 'Answer', source: 'Source', at: 'When' },
	/** Beside questions that no request answers. */
	kinds: {
		watching: 'Answered by real fixes only',
		importing: 'Answered by an import only',
		never: 'Never tested',
	},
	asked: (site: string) => `Available data of ${site} checked.`,
};
