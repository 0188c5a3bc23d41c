import type { AdminFileKind } from '#shared/admin-files.ts';
import type { AdminFile } from './admin-file.ts';
import { pageWords } from './recognise-kind.ts';

/** What is missing to settle a question, in words: which file an admin has to be asked for. */
export interface Needs {
	readonly users: string;
	readonly access: string;
	readonly managed: string;
	readonly owner: string;
	readonly switchedOffBy: string;
	readonly portal: string;
}

/** How the newest file of a kind falls short of telling who is absent; `null` where there is none of it. */
const shortcoming = (files: readonly AdminFile[], kind: AdminFileKind): string | null => {
	const file = files.find(({ header }) => header.kind === kind);
	if (file === undefined) return null;
	const { coverage, unreadable } = file.header;
	if (coverage === 'active') return 'with all users, not only active ones,';
	return coverage === 'unknown' ? 'that is known to be complete' : unreadable > 0 ? 'without unreadable lines' : '';
};

const ask = (files: readonly AdminFile[], kind: AdminFileKind, what: string): string => {
	const lacking = shortcoming(files, kind);
	const name = kind === 'portal' ? pageWords(kind) : `the file ${pageWords(kind)}`;
	return `${name}${lacking === null || lacking === '' ? '' : ` ${lacking}`} would tell ${what}`;
};

/** `files`: newest first. */
export const needsOf = (files: readonly AdminFile[]): Needs => ({
	users: ask(files, 'users', 'whether the address has an Atlassian account here, and whether its access was revoked'),
	access: 'the file Export users with product access would tell whether the account may use Jira Service Management',
	managed: ask(files, 'managed', 'whether this organisation manages an account of this address that is in no directory'),
	owner:
		'the file Export accounts from domains (column Claimed), Export managed accounts or a list of the verified domains would tell which organisation manages the account',
	switchedOffBy:
		'no export tells whether this organisation or its identity provider switched the account off: a run with the organisation API key would',
	portal: ask(files, 'portal', 'whether the address has a portal-only account, and whether that is inactive'),
});
