import type { Standing } from '../../causes.ts';
import { formatCount, plural } from './numbers.ts';

const rows = (many: number): string => plural(many, 'row', 'rows');
const people = (many: number): string => plural(many, 'person', 'people');
const are = (many: number): string => (many === 1 ? 'is' : 'are');
const have = (many: number): string => (many === 1 ? 'has' : 'have');

/** `3 are this, 4 are that and 5 are neither`; what there is none of is left out. */
const listed = (parts: readonly (readonly [many: number, what: string])[]): string => {
	const said = parts.filter(([many]) => many > 0).map(([many, what]) => `${formatCount(many)} ${what}`);
	return [said.slice(0, -1).join(', '), said.at(-1) ?? 'none'].filter((part) => part !== '').join(' and ');
};

/** Everything a report says beside causes, remedies and decisions. */
export const reportWords = {
	appName: 'Invite Doctor',
	title: 'Why people cannot be added as customers',
	logoAlt: (client: string) => (client === '' ? 'Logo' : `Logo of ${client}`),
	contents: 'Contents',
	unnamedList: (many: number) => `A list of ${rows(many)}`,
	person: (number: number, domain: string | null) => `Person ${formatCount(number)}${domain === null ? '' : ` (${domain})`}`,
	maskedDomain: (number: number) => `domain-${number}`,
	maskedOrganisation: (number: number) => `Organisation ${formatCount(number)}`,

	facts: {
		list: 'List',
		site: 'Site',
		desk: 'Service project',
		noDesk: 'none was chosen',
		theDesk: 'the service project',
		itsDomain: 'its domain',
		checked: 'Checked',
		unfinished: (from: string) => `${from}, not finished`,
		askedAs: 'Asked by',
		askedAsUnknown: 'an account that is not stored here',
		askedAsLeftOut: 'left out',
		from: 'Answers from',
		live: 'the site itself',
		snapshot: (takenAt: string) => `a snapshot of the site, taken ${takenAt}; the site itself was not asked`,
		calls: 'Calls',
		rows: 'Rows',
		made: 'Report made',
	},

	standings: {
		added: 'customers already',
		addable: 'can be added',
		blocked: 'blocked',
		open: 'not settled',
	} satisfies Record<Standing, string>,

	summary: {
		heading: 'Summary',
		rows: (checked: number, all: number, isRunning: boolean) =>
			checked === all
				? `${all === 1 ? 'The only row of the list was' : `All ${rows(all)} of the list were`} checked.`
				: `${formatCount(checked)} of ${rows(all)} of the list ${checked === 1 ? 'was' : 'were'} checked; ${isRunning ? 'the run goes on' : 'the run ended before the others'}.`,
		standings: (of: Readonly<Record<Standing, number>>) =>
			`Of these rows, ${listed([
				[of.added, of.added === 1 ? 'is a customer already' : 'are customers already'],
				[of.addable, 'can be added as things stand'],
				[of.blocked, `${are(of.blocked)} blocked by something that has to be removed first`],
				[of.open, `${are(of.open)} not settled`],
			])}.`,
		mostFrequent: (label: string, many: number, share: string) =>
			`What blocks most often is “${label}”: ${rows(many)}, ${share} of the list.`,
		certainty: (proven: number, likely: number, unknown: number) =>
			`Of the verdicts, ${listed([
				[proven, `${are(proven)} proven by an answer`],
				[likely, `${are(likely)} likely`],
				[unknown, `${are(unknown)} open`],
			])}.`,
		bestDecision: (decision: string, many: number) => `The decision that would unlock most: ${decision} (${rows(many)}).`,
		findings: 'Something concerns the service project as a whole, and keeps everybody out until it is mended: see “Findings”.',
		changed: (many: number, added: number) =>
			`Changes were made for ${rows(many)} since the first check; ${added === 1 ? '1 person has become a customer' : `${people(added)} have become customers`} by them.`,
	},

	causes: {
		heading: 'Causes',
		chart: 'Rows by cause',
		tableCaption: 'Rows by cause and certainty',
		columns: { cause: 'Cause', rows: 'Rows', share: 'Share', proven: 'Proven', likely: 'Likely', unknown: 'Unknown' },
		certaintyHeading: 'How certain that is',
	},

	decisions: {
		heading: 'What would unlock most',
		intro:
			'Single decisions, ranked by the rows that nothing would block any more after them. Each was judged again under the changed settings; rows are not counted by cause. Decisions overlap: the numbers do not add up.',
		none: 'No single decision would unlock more rows than are ready now.',
		columns: { rank: 'Rank', decision: 'Decision', rows: 'Rows', by: 'Who' },
		by: {
			calls: 'Invite Doctor, in a plan',
			page: 'A person, on a page',
			message: 'Another organisation, asked by a message',
			list: 'Whoever owns the list',
		},
		more: (many: number) => `${plural(many, 'further decision stands', 'further decisions stand')} in the XLSX and JSON reports.`,
	},

	domains: {
		heading: 'Domains most affected',
		columns: { domain: 'Domain', rows: 'Rows', blocked: 'Not addable', cause: 'Most frequent cause' },
		none: 'No domain has rows that cannot be added.',
		more: (many: number) => `${plural(many, 'further domain has', 'further domains have')} rows that cannot be added: see the XLSX report.`,
	},

	unseen: {
		heading: 'What the site did not let us see',
		none: 'Every question that was needed had an answer.',
		unknownAccess:
			'Customer access (Internal, External and their domains): no dependable interface tells, and nobody declared it. Verdicts that rest on it are likely at most.',
		knownAccess: {
			declared: (at: string) => `Customer access is not readable; it was declared on ${at}, and verdicts rest on that.`,
			read: (at: string) => `Customer access was read on ${at}.`,
			inferred: (at: string) => `Customer access is not readable; it was inferred on ${at} from refusals.`,
		},
		snapshot: (parts: string) => `The snapshot lacks parts that a live check would have asked for: ${parts}.`,
		why: {
			unscoped: 'the token or key has no scope for it',
			'not-asked': 'there was no way to ask',
			'not-exported': 'the files that were handed over do not say',
			hidden: 'the site does not show it',
			unexpected: 'the answer could not be trusted',
		},
		line: (question: string, why: string, many: number) => `${question}: ${why}, for ${people(many)}.`,
		noFacts: 'This run was stored by an earlier version that did not keep this.',
	},

	findings: {
		heading: 'Findings on the service project',
		none: 'Nothing was found that concerns the service project as a whole.',
	},

	changes: {
		heading: 'What was changed',
		intro: (plans: number, many: number) => `${plural(plans, 'plan', 'plans')} for ${rows(many)} of this list.`,
		beforeAfter: 'Before and after',
		beforeAfterColumns: { cause: 'Cause', before: 'Before', after: 'After', difference: 'Difference' },
		billableHeading: 'Billed roles that came back',
		billable: (many: number) =>
			`${plural(many, 'restored account has a role', 'restored accounts have roles')} that your organisation pays for. Take the roles away, or keep them on purpose.`,
		stranded: (many: number) => `${people(many)} ${have(many)} been removed and ${have(many)} no new account yet. This has to be finished.`,
		columns: { line: 'Line', address: 'Address', remedy: 'Remedy', before: 'Before', after: 'After', outcome: 'Outcome', roles: 'Roles' },
		rowsHeading: 'Row by row',
		said: (words: string) => `The site said: ${words}`,
		notSeen: 'not looked at yet',
		untouched: (many: number) =>
			`${rows(many)} left to a person or not tried yet ${are(many)} not listed here: they stand under their causes, and in the XLSX report.`,
	},

	cause: {
		heading: 'Row by row, by cause',
		means: 'What it means',
		todo: 'What to do',
		nothingTodo: 'Nothing.',
		article: (problem: number) => `This is problem ${problem} of Atlassian’s support article on customers that cannot be added.`,
		columns: { line: 'Line', address: 'Address', name: 'Name', organisation: 'Organisation', certainty: 'Certainty' },
		suggests: (address: string) => `probably meant: ${address}`,
		know: (answers: number) => `How we know: ${plural(answers, 'answer', 'answers')}`,
		knowNothing: 'Nothing was asked about this row.',
		asked: 'Asked',
		source: 'Source',
		answer: 'Answer',
		noEntry: 'nothing: there is no such entry',
		nothing: 'nothing',
		answerLeftOut: 'left out: it names people',
		cut: (shown: number, all: number) =>
			`The first ${formatCount(shown)} of ${rows(all)}. All rows are in the XLSX and CSV reports of this run.`,
		printed: (shown: number) => `On paper, “How we know” is printed for the first ${rows(shown)} of each cause.`,
	},

	sheets: {
		summary: 'Summary',
		rows: 'Rows',
		blocked: 'Who cannot be added and why',
		decisions: 'What to decide',
		domains: 'Domains',
		changes: 'What was changed',
		evidence: 'Evidence',
		columns: {
			line: 'Line',
			address: 'Address',
			name: 'Name',
			organisation: 'Organisation',
			cause: 'Cause',
			code: 'Cause code',
			certainty: 'Certainty',
			todo: 'What to do',
			suggestion: 'Suggestion',
			know: 'How we know',
			why: 'Why',
			share: 'Share',
			rows: 'Rows',
			added: 'Customers already',
			addable: 'Can be added',
			blocked: 'Blocked',
			open: 'Not settled',
			asked: 'Asked',
			source: 'Source',
			answer: 'Answer',
			when: 'When (UTC)',
			remedy: 'Remedy',
			before: 'Before',
			after: 'After',
			outcome: 'Outcome',
			said: 'The site said',
			billable: 'Billed roles',
		},
	},

	ending: {
		personal: 'This report contains personal data: addresses, names and what the site said about accounts. Hand it on with care.',
		withoutPersonal:
			'Personal data was left out: people are numbered in the order of the list, and addresses, names, account ids, notes and original cells are not in this report.',
		made: (app: string, version: string, at: string) => `Made with ${app} ${version}, ${at}.`,
		times: 'All times are UTC.',
	},
};
