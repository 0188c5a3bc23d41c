import type { ProbeAnswer, ProbeId, ProbeReason } from '#shared/probes.ts';

/** What the site lets us see, in the words of the command line; in the order in which it is shown. */
const questions: Record<ProbeId, string> = {
	'sweep-shows-portal-only': 'the list of all users shows portal-only customers',
	'desk-shows-inactive': "a desk's list, asked for an address, shows inactive customers",
	'reporter-finds-inactive': 'a search by reporter finds inactive portal-only customers',
	'approved-domains-readable': 'the approved domains can be read',
	'filters-combine': 'the directory is searched by address and role at once',
	'creation-answers': 'what is answered when an account is made is known',
	'creation-obeys-access': 'making accounts obeys Internal and External',
	'export-headers': "the columns of Atlassian's exports are known",
	'restore-everywhere': 'access is restored without naming the directory',
};

type Details = ProbeAnswer['details'];

const count = (details: Details, key: string): number => {
	const value = details[key];
	return typeof value === 'number' ? value : 0;
};

const seen: Partial<Record<ProbeId, (details: Details) => string>> = {
	'sweep-shows-portal-only': (details) =>
		`${count(details, 'portalOnly')} of ${count(details, 'accounts')} accounts, ${count(details, 'withAddress')} with their address`,
	'approved-domains-readable': (details) => {
		const approved = Array.isArray(details['approved']) ? details['approved'] : [];
		return `approved for service management: ${approved.join(', ') || 'none'}`;
	},
	'creation-obeys-access': (details) =>
		`${count(details, 'kept')} attempts as declared, ${count(details, 'atlassianAccounts')} Atlassian accounts made`,
	'creation-answers': (details) => {
		const answers = (Array.isArray(details['answers']) ? details['answers'] : []) as readonly Record<string, unknown>[];
		return answers.map(({ cause, status, times }) => `${String(cause)} ${String(status)} ×${String(times)}`).join(', ');
	},
};

const reasons: Record<ProbeReason, (details: Details) => string> = {
	seen: () => '',
	'not-seen': () => '',
	'some-missing': (details) => `${count(details, 'missing')} customers of the desks are missing there`,
	'nobody-to-tell-by': () => 'there is nobody here to tell by',
	'not-answered': () => 'no usable answer came',
	refused: () => 'refused',
	'missing-scope': () => 'the organisation key has scopes that leave it out',
	'no-org-key': () => 'no organisation key',
	'too-many': (details) => `${count(details, 'domains')} domains: too many to read one by one`,
	'not-told-apart': () => 'addresses that nobody has are found as well',
	'nothing-watched': () => 'real changes show it; none was made here yet',
	contradicted: (details) => `${count(details, 'broken')} attempts ended otherwise than declared`,
	'shown-on-import': () => 'an import shows it',
	'would-change-the-site': () => 'asking would change the site, so nobody asks',
};

/** One line of the table: the answer, the question, what it rests on. */
export const probeLine = ({ probe, answer, reason, details }: ProbeAnswer): string => {
	const why = (reason === 'seen' ? seen[probe]?.(details) : undefined) ?? reasons[reason](details);
	return `${answer.padEnd(5)} ${questions[probe]}${why === '' ? '' : ` (${why})`}`;
};

/** The answers in the order of the table, whatever order they were kept in. */
export const inProbeOrder = (answers: readonly ProbeAnswer[]): readonly ProbeAnswer[] =>
	Object.keys(questions).flatMap((id) => answers.filter(({ probe }) => probe === id));
