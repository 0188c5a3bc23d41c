import { meaningsOf } from '#shared/admin-files.ts';
import { handChecks } from '#shared/hand-checks.ts';
import { failureCodes } from '#shared/outcome.ts';
import type { AddressProblem } from '#core/lists/list.ts';
import type { FieldSource, ListReading, ReadingItem } from '#shared/lists.ts';
import type { Messages } from '#shared/messages/messages.ts';
import type { PlanRow } from '#shared/plan.ts';
import type { Run, RunRowDetail } from '#shared/run.ts';
import type { Decision, Unlock } from '#shared/unlock.ts';
import type { EvidenceItem, Json, Verdict } from '#shared/verdict.ts';
import { evidenceTopic } from '#core/evidence/evidence-topic.ts';
import { plausibleDomain, type Survey } from './survey.ts';

/** A row as a report tells it; `domain` is `null` where its address has none. */
export type ReportRow = RunRowDetail & { readonly domain: string | null };

/** What of a run a report may tell: everything, or nothing that is about one person. Reports are made of what comes out here. */
export interface Disclosure {
	run(run: Run): Run;
	reading(reading: ListReading): ListReading;
	row(row: RunRowDetail): ReportRow;
	planRow(row: PlanRow): PlanRow;
	unlock(unlock: Unlock): Unlock;
	survey(survey: Survey): Survey;
}

const domainOfRow = ({ cause, email }: RunRowDetail): string | null => (cause === 'invalid-address' ? null : plausibleDomain(email));

const asItIs = <T>(value: T): T => value;
export const everything: Disclosure = {
	run: asItIs,
	reading: asItIs,
	row: (row) => ({ ...row, domain: domainOfRow(row) }),
	planRow: asItIs,
	unlock: asItIs,
	survey: asItIs,
};

export interface Masking {
	readonly domains: boolean;
	readonly organisations: boolean;
}

/** Words of Atlassian's answers and of our own, for what an account is and whose. */
const states: ReadonlySet<Json> = new Set<Json>([
	null,
	...Object.values(meaningsOf).flat(),
	...Object.entries(handChecks).flat(2),
	'not_invited',
	'for_deletion',
	'closed',
	'unmanaged',
	'invited',
	'synced',
	'allowed',
	'refused',
	'forbidden',
	'not-found',
]);
const isState = (value: Json): boolean => states.has(value);
const isRole = (value: Json): boolean => typeof value === 'string' && /^atlassian\/[a-z-]{1,40}$/.test(value);
const isScalar = (value: Json): boolean => value === null || typeof value === 'boolean' || typeof value === 'number';

const addressProblems: Readonly<Record<AddressProblem, true>> = {
	empty: true,
	'no-at-sign': true,
	'several-addresses': true,
	'bad-local-part': true,
	'bad-domain': true,
	'domain-without-dot': true,
	'unknown-top-level-domain': true,
	'invisible-characters-inside': true,
	'guest-name': true,
	'directory-name': true,
	placeholder: true,
	'too-long': true,
};

/** Problems that name nobody. Others are sentences put together from an answer, and left out. */
const tellableProblems: ReadonlySet<Json> = new Set<Json>([
	...failureCodes,
	...Object.keys(addressProblems),
	'no organisation API key',
	'the site lists no portal-only accounts',
	'some portal-only accounts are listed without an address',
]);

/** Only what is listed here is told: whatever an answer holds besides is taken for somebody's. */
const tellable: Readonly<Record<string, (value: Json) => boolean>> = {
	status: isState,
	accountStatus: isState,
	claimStatus: isState,
	managementSource: isState,
	claimed: isState,
	managed: isState,
	'email-verified': isState,
	'service-management': isState,
	kind: isState,
	check: isState,
	seen: isState,
	roles: (value) => Array.isArray(value) && value.every((role: Json) => isRole(role)),
	problem: (value) => tellableProblems.has(value),
	found: (value) => value === null,
	active: isScalar,
	held: isScalar,
	suspendedHere: isScalar,
	canCreateRequest: isScalar,
	internal: isScalar,
	external: isScalar,
	accounts: isScalar,
	portalOnly: isScalar,
	withoutAddress: isScalar,
	nameless: isScalar,
	customers: isScalar,
	people: isScalar,
	row: isScalar,
};

/** How much was left and why. Lines, and what columns and sheets are called, are the list's own. */
const withoutTexts = (item: ReadingItem): ReadingItem => {
	switch (item.kind) {
		case 'other-columns':
		case 'somebody-elses':
		case 'from-other-column':
			return { ...item, columns: [], lines: [] };
		case 'other-sheets':
			return { kind: 'other-tables', count: item.count, lines: [] };
		case 'no-names':
			return item;
		default:
			return { ...item, lines: [] };
	}
};

const withoutText = (source: FieldSource): FieldSource =>
	source !== null && typeof source === 'object' && 'text' in source ? { text: '' } : source;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const withoutPeople = (answer: Json, leftOut: string): Json => {
	if (answer === null || typeof answer === 'boolean') return answer;
	if (!isObject(answer)) return leftOut;
	const kept = Object.entries(answer).filter(([key, value]) => Object.hasOwn(tellable, key) && tellable[key]?.(value) === true);
	return kept.length === 0 ? leftOut : Object.fromEntries(kept);
};

/** Calls by their template and the names of our own rules; the file or snapshot that answered may be called after somebody. */
const sourcePattern =
	/^(?:(?:GET|POST|PUT|PATCH|DELETE) \/[\w{}/.-]*|rule:[a-z-]+|(?:(?:, )?(?:export [a-z ]+|portal-only customers list) of \d{4}-\d\d-\d\d)+|list|by hand|declared|read|inferred|unknown)/;

/** Numbers things in the order in which they are first asked for. */
const numbering = (known: readonly string[], label: (number: number) => string) => {
	const numbers = new Map(known.map((name, index) => [name, index + 1]));
	return (name: string): string => {
		const number = numbers.get(name) ?? numbers.size + 1;
		numbers.set(name, number);
		return label(number);
	};
};

/**
 * Leaves out addresses, names, account ids, cells, notes and the site's own words. People are numbered in the order of the
 * list, so that the same person has the same number in every report of a run.
 */
export const withoutPersonalData = (masking: Masking, survey: Survey, texts: Messages): Disclosure => {
	const { evidenceTopicTexts: topics, reportWords: words } = texts;
	const domain = masking.domains
		? numbering(
				survey.domains.map((one) => one.domain),
				words.maskedDomain,
			)
		: asItIs<string>;
	const organisation = masking.organisations ? numbering(survey.organisations, words.maskedOrganisation) : asItIs<string>;

	const shown = (host: string | null): string | null => (host === null ? null : domain(host));
	const evidence = ({ asked, source, answer, at }: EvidenceItem): EvidenceItem => ({
		asked: topics[evidenceTopic(asked)],
		source: sourcePattern.exec(source)?.[0] ?? '',
		answer: withoutPeople(answer, words.cause.answerLeftOut),
		at,
	});
	const verdict = ({ cause, certainty, remedy, evidence: items, suggestion }: Verdict): Verdict => {
		const meant = suggestion === undefined ? null : shown(plausibleDomain(suggestion));
		return { cause, certainty, remedy, evidence: items.map(evidence), ...(meant === null ? {} : { suggestion: meant }) };
	};
	const decision = (one: Decision): Decision => (one.domain === undefined ? one : { ...one, domain: domain(one.domain) });
	const group = (name: string | null): string | null => (name === null || name === '' ? name : organisation(name));

	return {
		run: (run) => ({
			...run,
			listName: words.unnamedList(run.rowCount),
			columns: [],
			stop: run.stop && { code: run.stop.code, details: {} },
			access: { ...run.access, approvedDomains: null, allowedDomains: null },
			findings: run.findings.map(verdict),
		}),
		reading: ({ format, mapping, account }) => ({
			format: format.kind === 'workbook' ? { kind: 'workbook', sheet: '', sheets: [] } : format,
			mapping: { email: mapping.email, name: withoutText(mapping.name), organisation: withoutText(mapping.organisation) },
			account: { ...account, items: account.items.map(withoutTexts) },
		}),
		row: (row) => {
			const host = shown(domainOfRow(row));
			return {
				...row,
				email: words.person(row.id + 1, host),
				domain: host,
				name: null,
				organisation: group(row.organisation),
				suggestion: row.suggestion === null ? null : shown(plausibleDomain(row.suggestion)),
				cells: [],
				cleaned: [],
				verdict: verdict(row.verdict),
				...(row.verdictAfter === undefined ? {} : { verdictAfter: verdict(row.verdictAfter) }),
			};
		},
		planRow: (row) => ({
			...row,
			email: words.person(row.id + 1, row.before.cause === 'invalid-address' ? null : shown(plausibleDomain(row.email))),
			name: null,
			organisation: group(row.organisation),
			failure: row.failure && { code: row.failure.code, details: {} },
			said: null,
			...(row.note?.kind === 'cannot' ? { note: { ...row.note, reason: words.cause.answerLeftOut } } : {}),
			billable: row.billable.map((role) => role.replace(/ on .*$/s, '')),
		}),
		unlock: (unlock) => ({
			...unlock,
			...decision(unlock),
			...(unlock.with === undefined ? {} : { with: decision(unlock.with) }),
		}),
		survey: (all) => ({
			...all,
			domains: all.domains.map((one) => ({ ...one, domain: domain(one.domain) })),
			organisations: [],
			hasNames: false,
		}),
	};
};
