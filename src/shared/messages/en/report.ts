import type { Standing } from '../../causes.ts';
import type { AddableCounts } from '../../run.ts';
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
		noDesk: 'none chosen',
		theDesk: 'the service project',
		itsDomain: 'its domain',
		checked: 'Checked',
		unfinished: (from: string) => `${from}, not finished`,
		askedAs: 'Signed in as',
		askedAsUnknown: 'an account not stored here',
		askedAsLeftOut: 'left out',
		from: 'Source',
		live: 'live site',
		snapshot: (takenAt: string) => `snapshot of the site, taken ${takenAt}; the live site was not checked`,
		calls: 'Calls',
		rows: 'Rows',
		made: 'Report created',
	},

	standings: {
		added: 'already customers',
		addable: 'can be added',
		blocked: 'blocked',
		open: 'undetermined',
		repeated: 'duplicates',
	} satisfies Record<Standing, string>,

	summary: {
		heading: 'Summary',
		rows: (checked: number, all: number, isRunning: boolean) =>
			checked === all
				? `${all === 1 ? 'The only row of the list was' : `All ${rows(all)} of the list were`} checked.`
				: `${formatCount(checked)} of ${rows(all)} of the list ${checked === 1 ? 'was' : 'were'} checked; ${isRunning ? 'the run is still in progress' : 'the run stopped before the others'}.`,
		standings: (of: Readonly<Record<Standing, number>>, { proven, likely }: AddableCounts) =>
			`Of these rows, ${listed([
				[of.added, of.added === 1 ? 'is already a customer' : 'are already customers'],
				[of.addable, `can be added now${likely === 0 ? '' : ` (${formatCount(proven)} proven, ${formatCount(likely)} likely)`}`],
				[of.blocked, `${are(of.blocked)} blocked`],
				[of.open, `${are(of.open)} undetermined`],
				[of.repeated, `${are(of.repeated)} ${of.repeated === 1 ? 'a duplicate' : 'duplicates'}`],
			])}.`,
		mostFrequent: (label: string, many: number, share: string) => `Most frequent cause: “${label}”, ${rows(many)}, ${share} of the list.`,
		certainty: (proven: number, likely: number, unknown: number) =>
			`Of the verdicts, ${listed([
				[proven, `${are(proven)} proven by an answer`],
				[likely, `${are(likely)} likely`],
				[unknown, `${are(unknown)} unknown`],
			])}.`,
		bestDecision: (decision: string, many: number) => `The decision that unlocks the most rows: ${decision} (${rows(many)}).`,
		findings: 'A problem with the service project blocks everyone: see “Findings”.',
		changed: (many: number, added: number) =>
			`Since the first check, changes were made for ${rows(many)}. ${added === 1 ? '1 person has become a customer' : `${people(added)} have become customers`}.`,
	},

	causes: {
		heading: 'Causes',
		chart: 'Rows by cause',
		tableCaption: 'Rows by cause and certainty',
		columns: { cause: 'Cause', rows: 'Rows', share: 'Share', proven: 'Proven', likely: 'Likely', unknown: 'Unknown' },
		certaintyHeading: 'Certainty',
	},

	decisions: {
		heading: 'Decisions that unlock the most rows',
		intro:
			'Single decisions, ranked by the number of rows that nothing blocks afterwards. Decisions overlap, so the numbers do not add up.',
		none: 'No single decision would unlock more rows.',
		columns: { rank: 'Rank', decision: 'Decision', rows: 'Rows', by: 'Who' },
		by: {
			calls: 'Invite Doctor, in a plan',
			page: 'A person, manually',
			message: 'Another organisation, by message',
			list: 'The owner of the list',
		},
		more: (many: number) => `See the XLSX and JSON reports for ${plural(many, 'more decision', 'more decisions')}.`,
	},

	domains: {
		heading: 'Domains most affected',
		columns: { domain: 'Domain', rows: 'Rows', blocked: 'Not addable', cause: 'Most frequent cause' },
		none: 'No domain has rows that cannot be added.',
		more: (many: number) => `${plural(many, 'more domain has', 'more domains have')} rows that cannot be added. See the XLSX report.`,
	},

	unseen: {
		heading: 'Unavailable data',
		none: 'All required data was available.',
		unknownAccess:
			'Customer access (Internal, External and their domains): not available by API and not declared. Verdicts that depend on it are Likely, never Proven.',
		knownAccess: {
			declared: (at: string) => `Customer access is not available by API. Verdicts use the settings declared on ${at}.`,
			read: (at: string) => `Customer access was read on ${at}.`,
			inferred: (at: string) => `Customer access is not available by API. It was inferred from refusals on ${at}.`,
		},
		snapshot: (parts: string) => `Missing in the snapshot: ${parts}.`,
		why: {
			unscoped: 'not covered by the scopes of the token or key',
			'not-asked': 'not checked',
			'not-exported': 'not in the admin files',
			hidden: 'not shown by the site',
			unexpected: 'unreliable answer',
		},
		line: (question: string, why: string, many: number) => `${question}: ${why}, for ${people(many)}.`,
		noFacts: 'Not recorded: this run was made with an earlier version.',
	},

	findings: {
		heading: 'Findings on the service project',
		none: 'No problems with the service project as a whole.',
	},

	changes: {
		heading: 'Changes',
		intro: (plans: number, many: number) => `${plural(plans, 'plan', 'plans')} for ${rows(many)} of this list.`,
		beforeAfter: 'Before and after',
		beforeAfterColumns: { cause: 'Cause', before: 'Before', after: 'After', difference: 'Difference' },
		billableHeading: 'Restored billed roles',
		billable: (many: number) =>
			`${plural(many, 'restored account has a role', 'restored accounts have roles')} that your organisation pays for. Remove the roles you do not need.`,
		stranded: (many: number) =>
			`${people(many)} ${have(many)} been removed and ${have(many)} no new account yet. Finish the plan to create the missing accounts.`,
		columns: { line: 'Line', address: 'Address', remedy: 'Remedy', before: 'Before', after: 'After', outcome: 'Outcome', roles: 'Roles' },
		rowsHeading: 'Row by row',
		said: (words: string) => `Answer from the site: ${words}`,
		notSeen: 'not checked yet',
		untouched: (many: number) => `${rows(many)} (manual or not tried) ${are(many)} not listed here. See their causes or the XLSX report.`,
	},

	cause: {
		heading: 'Row by row, by cause',
		means: 'What it means',
		todo: 'What to do',
		nothingTodo: 'Nothing.',
		article: (problem: number) => `This is problem ${problem} in Atlassian’s support article about customers that cannot be added.`,
		columns: { line: 'Line', address: 'Address', name: 'Name', organisation: 'Organisation', certainty: 'Certainty' },
		suggests: (address: string) => `possible typo: ${address}?`,
		now: (cause: string) => `After the plan: ${cause}`,
		know: (answers: number) => `How we know: ${plural(answers, 'answer', 'answers')}`,
		knowNothing: 'This row was not checked.',
		asked: 'Asked',
		source: 'Source',
		answer: 'Answer',
		noEntry: 'no such entry',
		nothing: 'nothing',
		answerLeftOut: 'left out (names people)',
		cut: (shown: number, all: number) => `The first ${formatCount(shown)} of ${rows(all)}. See the XLSX or CSV report for all rows.`,
		printed: (shown: number) => `On paper, “How we know” is printed for the first ${rows(shown)} of each cause.`,
	},

	sheets: {
		summary: 'Summary',
		rows: 'Rows',
		blocked: 'Who cannot be added and why',
		decisions: 'Decisions',
		domains: 'Domains',
		changes: 'Changes',
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
			added: 'Already customers',
			addable: 'Can be added',
			blocked: 'Blocked',
			open: 'Undetermined',
			repeated: 'Duplicates',
			asked: 'Asked',
			source: 'Source',
			answer: 'Answer',
			when: 'When (UTC)',
			remedy: 'Remedy',
			before: 'Before',
			after: 'After',
			outcome: 'Outcome',
			said: 'Answer from the site',
			billable: 'Billed roles',
			afterPlan: 'After the plan',
		},
	},

	ending: {
		personal: 'This report contains personal data: addresses, names and account information. Share it with care.',
		withoutPersonal:
			'This report contains no personal data. People are numbered in the order of the list. Addresses, names, account ids, notes and original cells are left out.',
		made: (app: string, version: string, at: string) => `Made with ${app} ${version}, ${at}.`,
		times: 'All times are UTC.',
	},
};
