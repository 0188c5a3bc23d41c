import { type ColumnRole, type Coverage, type ExportKind, type ExportNotice, meaningsOf, type ValueRole } from '#shared/admin-files.ts';
import type { ExportFault, ExportNoticeCode } from '#shared/admin-files.ts';
import type { FailureDetails } from '#shared/outcome.ts';
import type { ExportInfo } from '#shared/snapshot.ts';
import { plain } from './plain.ts';

export const kindWords: Record<ExportKind, string> = {
	users: 'Export users',
	managed: 'Export managed accounts',
	domains: 'Export accounts from domains',
	portal: 'Portal-only customers',
};

const coverageWords: Record<Coverage, string> = {
	all: 'complete',
	active: 'active people only',
	unknown: 'not said whether complete',
};

/** e.g. `export:1  Export users of 2026-11-20 (users.csv): 380 people, complete`. */
export const exportLine = ({ part, kind, fileName, takenAt, people, coverage, unreadable }: ExportInfo): string => {
	const lost = unreadable === 0 ? '' : `, ${unreadable} lines with an address that cannot be read`;
	return `${part}  ${kindWords[kind]} of ${takenAt.slice(0, 10)} (${plain(fileName)}): ${people} people, ${coverageWords[coverage]}${lost}`;
};

/** As `--map` takes them. */
const roleWords: Record<ColumnRole, string> = {
	address: 'address',
	name: 'name',
	'account-id': 'account-id',
	status: 'status',
	'last-active': 'last-active',
	claimed: 'claimed',
	managed: 'managed',
	'email-verified': 'email-verified',
	'service-management': 'service-management',
	groups: 'groups',
};

const quoted = (value: FailureDetails[string] | undefined): string =>
	plain(typeof value === 'object' ? value.join(', ') : String(value ?? ''));

const faults: Record<ExportFault, (details: FailureDetails) => string> = {
	'not-found': () => 'there is no such file.',
	unreadable: ({ reason }) => `it cannot be read${reason === undefined ? '' : ` (${quoted(reason)})`}.`,
	empty: () => 'it is empty.',
	binary: ({ kind }) => `it is not a text file${kind === undefined ? '' : ` but ${quoted(kind)}`}. Save it as CSV and try again.`,
	encrypted: () => 'it is protected by a password. Save it without one and try again.',
	damaged: () => 'it is damaged, or was not downloaded whole.',
	'too-large': () => 'it is larger than 64 MB.',
	'too-many-rows': () => 'it has more than 1,000,000 rows.',
	'too-many-columns': ({ row }) => `line ${quoted(row)} has more than 256 columns: is the delimiter right?`,
	'cell-too-large': ({ row }) => `a cell${row === undefined ? '' : ` in line ${quoted(row)}`} is larger than 32 KB: is a quote missing?`,
	'header-only': () => 'it has a header and nobody below it.',
	'no-header': () => 'no line of it titles its columns, and this kind of file cannot be read without.',
	'no-addresses': () => 'there is no e-mail address in it.',
	'no-status-beside': ({ line }) =>
		`beside the person in line ${quoted(line)} stands no status, or more than one. Copy the table with its Status column, or save it as CSV; where only one of the two is marked, say what no mark means: --values active=.`,
	'not-whole': ({ shown, total }) =>
		`it holds ${quoted(shown)} of the ${quoted(total)} people it speaks of, so it is not complete. Add the other pages, or leave --complete out.`,
};

/** Why a file is not taken for an export. */
export const exportFaultSentence = (details: FailureDetails): string => {
	const { file, fault } = details;
	const known = typeof fault === 'string' && Object.hasOwn(faults, fault) ? faults[fault as ExportFault](details) : 'it cannot be read.';
	return `${quoted(file)} was not added: ${known}`;
};

export const unknownKindSentence = ({ file, columns }: FailureDetails): string =>
	`${quoted(file)} was not added: its header fits several kinds of export, or none (${quoted(columns) || 'no header'}). Say which with --kind: ${Object.entries(
		kindWords,
	)
		.map(([kind, words]) => `${kind} (${words})`)
		.join(', ')}.`;

export const unmappedColumnsSentence = ({ file, missing, columns }: FailureDetails): string => {
	const roles = Array.isArray(missing) ? (missing as readonly string[]) : [];
	const example = roles.map((role) => `${roleWords[role as ColumnRole] ?? role}=TITLE`).join(',');
	return `${quoted(file)} was not added: no column of it is known as ${roles.join(' or ')}. Name it with --map ${example}. It has: ${quoted(columns)}.`;
};

export const unmappedValuesSentence = ({ file, column, role, values, line }: FailureDetails): string => {
	const meanings = typeof role === 'string' && Object.hasOwn(meaningsOf, role) ? meaningsOf[role as ValueRole] : [];
	const where = column === '' ? `beside people (line ${quoted(line)})` : `in the column ${quoted(column)} (first in line ${quoted(line)})`;
	const [first = ''] = Array.isArray(values) ? (values as readonly string[]) : [];
	return `${quoted(file)} was not added: nobody has said what these values ${where} mean: ${quoted(values)}. Say it with --values, e.g. --values "${meanings[0] ?? ''}=${plain(first)}". A value can mean ${meanings.join(', ')}.`;
};

const notices: Record<ExportNoticeCode, (details: ExportNotice['details']) => string> = {
	'other-site': ({ column }) =>
		`its column ${plain(String(column))} seems to be of another site, so nothing is known of who may use service management. Should it be this site's, say --map "service-management=${plain(String(column))}".`,
	'which-site': ({ columns, column }) =>
		`which of its columns ${plain(String(columns))} is this site's cannot be told, so nothing is known of who may use service management. Say it, e.g. --map "service-management=${plain(String(column))}".`,
	'no-access-column': () =>
		'no column says who may use service management: active people without access cannot be told. Export users with product access has one.',
	'unreadable-lines': ({ count, line }) =>
		`${count} lines hold an address that cannot be read (first line ${line}): each may be anybody's, so who is not found in the file stays unknown.`,
	'shows-part': ({ shown, total }) => `it holds ${shown} of the ${total} people it speaks of.`,
	'contradicting-lines': ({ count, line, other }) =>
		`${count} addresses stand on lines that contradict each other (first lines ${line} and ${other}): nothing is concluded for them.`,
};

export const noticeSentence = ({ code, details }: ExportNotice): string => notices[code](details);
