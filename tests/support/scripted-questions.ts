import type { Organisation } from '#core/evidence/connect.ts';
import type {
	Answered,
	CustomerOrganisation,
	Desk,
	DeskCustomer,
	DirectoryUser,
	JiraUser,
	Manageable,
	Page,
	ReadPage,
	RoleAssignment,
	SiteQuestions,
	Unreadable,
} from '#core/evidence/site-questions.ts';
import { done, type Failure, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import { someTime } from './evidence.ts';

/** A small site in memory. What a test does not say is a site where everything is in order and nobody lives. */
export interface ScriptedSite {
	cloudId: string;
	caller: JiraUser;
	permissions: Record<string, boolean | null>;
	organisations: { readonly id: string; readonly name: string | null }[];
	/** By organisation. */
	workspaces: Record<string, readonly { readonly id: string; readonly hostUrl: string | null; readonly status: string | null }[]>;
	directories: readonly { readonly id: string; readonly name: string | null }[];
	domains: readonly string[];
	directory: DirectoryUser[];
	/** Role assignments by account id; they also decide the filtered search. */
	roles: Record<string, readonly RoleAssignment[]>;
	/** Records of the directory that come garbled, by address; `key` is what of them can still be read. */
	garbled: Record<string, Unreadable>;
	manageable: Record<string, Manageable>;
	accounts: JiraUser[];
	/** Records of the sweep that come garbled; they follow the accounts. */
	garbledAccounts: Unreadable[];
	desks: readonly Desk[];
	holders: Record<string, readonly string[]>;
	customers: DeskCustomer[];
	garbledCustomers: Unreadable[];
	/** Directories by account; who is not named is in all of them, if the directory knows them. */
	directoriesOf: Record<string, readonly string[]>;
	customerOrganisations: CustomerOrganisation[];
	/** Ids of customer organisations by account. */
	memberships: Record<string, readonly string[]>;
	requestTypes: readonly string[];
	/** Account ids that may raise every request type of the desk. */
	raisers: string[];
	/** Entries on a page of the admin API. */
	adminPage: number;
}

type Name = keyof SiteQuestions;

/** Says what a question is answered instead; `null` leaves it to the site. */
export type Interference = { [K in Name]?: (...asked: Parameters<SiteQuestions[K]>) => Failure | null };

export interface ScriptedQuestions extends SiteQuestions {
	readonly site: ScriptedSite;
	/** Every question asked, in order. */
	readonly log: readonly { readonly name: Name; readonly args: readonly unknown[] }[];
	count(name?: Name): number;
}

export const siteHost = 'halden.atlassian.net';
export const jsmResource = 'ari:cloud:jira-servicedesk::site/cloud-1';

/** That of the site, as connecting to it finds it. */
export const organisation: Organisation = {
	id: 'org-1',
	name: null,
	jsmResource,
	directories: [{ id: 'directory-1', name: null }],
	verifiedDomains: [],
	isResourceGuessed: false,
	offline: null,
	missesKnown: false,
	ignoresRoles: false,
};

export const failure = (code: FailureCode, details: Failure['details'] = {}): Failure => ({ code, details });

const emptySite = (): ScriptedSite => ({
	cloudId: 'cloud-1',
	caller: { accountId: '5b-admin', accountType: 'atlassian', email: 'admin@halden.example', active: true, displayName: 'Robin' },
	permissions: { ADMINISTER: true, USER_PICKER: true },
	organisations: [{ id: 'org-1', name: 'Halden' }],
	workspaces: { 'org-1': [{ id: jsmResource, hostUrl: `https://${siteHost}`, status: 'online' }] },
	directories: [{ id: 'directory-1', name: 'Halden' }],
	domains: ['halden.example'],
	directory: [],
	roles: {},
	garbled: {},
	manageable: {},
	accounts: [],
	garbledAccounts: [],
	desks: [{ id: '1', projectId: '10001', projectKey: 'HELP', projectName: 'Help Centre' }],
	holders: { BROWSE_PROJECTS: ['sd.customer.portal.only'], CREATE_ISSUES: ['sd.customer.portal.only'] },
	customers: [],
	garbledCustomers: [],
	directoriesOf: {},
	customerOrganisations: [],
	memberships: {},
	requestTypes: ['11', '12'],
	raisers: [],
	adminPage: 100,
});

const cut = <T>(all: readonly T[], cursor: string | null, length: number): Page<T> => {
	const start = Number(cursor ?? 0);
	return { items: all.slice(start, start + length), next: start + length < all.length ? String(start + length) : null };
};

const isUnreadable = (entry: object): entry is Unreadable => 'problem' in entry;

const sort = <T extends object>(entries: readonly (T | Unreadable)[]): { items: T[]; unreadable: Unreadable[] } => ({
	items: entries.filter((entry): entry is T => !isUnreadable(entry)),
	unreadable: entries.filter(isUnreadable),
});

/** A site that answers from memory, counts what it is asked, and misbehaves where the test says so. */
export const scriptQuestions = (overrides: Partial<ScriptedSite> = {}, interference: Interference = {}): ScriptedQuestions => {
	const site: ScriptedSite = { ...emptySite(), ...overrides };
	if (site.accounts.length === 0 && overrides.accounts === undefined) site.accounts = [site.caller];
	const log: { name: Name; args: readonly unknown[] }[] = [];

	const reply = async <T>(
		name: Name,
		args: readonly unknown[],
		wrong: Failure | null | undefined,
		value: () => T,
	): Promise<Outcome<Answered<T>>> => {
		log.push({ name, args });
		if (wrong) return failed(wrong.code, wrong.details);
		return done({ value: value(), source: `scripted ${name}`, at: someTime });
	};

	const holdsFiltered = (user: DirectoryUser, roleIds?: readonly string[], resourceIds?: readonly string[]): boolean =>
		roleIds === undefined ||
		(site.roles[user.accountId] ?? []).some(
			({ resourceId, roles }) => resourceIds?.includes(resourceId) && roles.some((one) => roleIds.includes(one)),
		);

	return {
		site,
		log,
		count: (name) => log.filter((one) => name === undefined || one.name === name).length,
		tenant: () => reply('tenant', [], interference.tenant?.(), () => ({ cloudId: site.cloudId })),
		myself: () => reply('myself', [], interference.myself?.(), () => site.caller),
		myPermissions: (keys, project) =>
			reply('myPermissions', [keys, project], interference.myPermissions?.(keys, project), () =>
				Object.fromEntries(keys.map((key) => [key, site.permissions[key] ?? null])),
			),
		desks: (cursor) => reply('desks', [cursor], interference.desks?.(cursor), () => ({ ...cut(site.desks, cursor, 50), unreadable: [] })),
		permissionHolders: (key) => reply('permissionHolders', [key], interference.permissionHolders?.(key), () => site.holders),
		deskCustomers: (deskId, page) =>
			reply('deskCustomers', [deskId, page], interference.deskCustomers?.(deskId, page), (): ReadPage<DeskCustomer> => {
				const everybody = [...site.customers, ...site.garbledCustomers];
				const found = everybody.filter((one) => page.query === undefined || isUnreadable(one) || one.email?.includes(page.query));
				const { items, next } = cut(found, String(page.start), page.limit);
				return { ...sort<DeskCustomer>(items), next };
			}),
		users: (startAt, maxResults) =>
			reply('users', [startAt, maxResults], interference.users?.(startAt, maxResults), (): ReadPage<JiraUser> => {
				const page = [...site.accounts, ...site.garbledAccounts].slice(startAt, startAt + maxResults);
				return { ...sort<JiraUser>(page), next: page.length > 0 ? String(startAt + page.length) : null };
			}),
		account: (accountId) =>
			reply(
				'account',
				[accountId],
				interference.account?.(accountId),
				() => site.accounts.find((one) => one.accountId === accountId) ?? null,
			),
		customerOrganisations: (cursor) =>
			reply('customerOrganisations', [cursor], interference.customerOrganisations?.(cursor), () =>
				cut(site.customerOrganisations, cursor, 50),
			),
		organisationsOf: (accountId, cursor) =>
			reply('organisationsOf', [accountId, cursor], interference.organisationsOf?.(accountId, cursor), () =>
				cut(
					site.customerOrganisations.filter(({ id }) => site.memberships[accountId]?.includes(id)),
					cursor,
					50,
				),
			),
		requestTypes: (deskId, cursor) =>
			reply('requestTypes', [deskId, cursor], interference.requestTypes?.(deskId, cursor), () => cut(site.requestTypes, cursor, 100)),
		canRaise: (deskId, accountId, ids) => {
			if (ids.length === 0 || ids.length > 50) throw new RangeError('a check takes 1 to 50 request types');
			return reply(
				'canRaise',
				[deskId, accountId, ids],
				interference.canRaise?.(deskId, accountId, ids),
				() => site.raisers.includes(accountId) && ids.some((id) => site.requestTypes.includes(id)),
			);
		},
		organisations: (cursor) =>
			reply('organisations', [cursor], interference.organisations?.(cursor), () => cut(site.organisations, cursor, site.adminPage)),
		directories: (orgId, cursor) =>
			reply('directories', [orgId, cursor], interference.directories?.(orgId, cursor), () => cut(site.directories, cursor, site.adminPage)),
		directoriesOf: (orgId, accountId) =>
			reply('directoriesOf', [orgId, accountId], interference.directoriesOf?.(orgId, accountId), () => {
				const isKnown = site.directory.some((user) => user.accountId === accountId && user.status !== 'not_invited');
				const ids = site.directoriesOf[accountId] ?? (isKnown ? site.directories.map(({ id }) => id) : []);
				const all = site.directories.filter(({ id }) => ids.includes(id));
				return cut(all, null, 100);
			}),
		workspaces: (orgId, cursor) =>
			reply('workspaces', [orgId, cursor], interference.workspaces?.(orgId, cursor), () =>
				cut(site.workspaces[orgId] ?? [], cursor, site.adminPage),
			),
		verifiedDomains: (orgId, cursor) =>
			reply('verifiedDomains', [orgId, cursor], interference.verifiedDomains?.(orgId, cursor), () =>
				cut(site.domains, cursor, site.adminPage),
			),
		directoryUsers: (orgId, search) =>
			reply('directoryUsers', [orgId, search], interference.directoryUsers?.(orgId, search), (): ReadPage<DirectoryUser> => {
				const found = site.directory
					.filter((user) => search.emails.includes(user.email) && holdsFiltered(user, search.roleIds, search.resourceIds))
					.map((user) => site.garbled[user.email] ?? user);
				const { items, next } = cut(found, search.cursor, site.adminPage);
				return { ...sort<DirectoryUser>(items), next };
			}),
		roleAssignments: (orgId, accountId, cursor) =>
			reply('roleAssignments', [orgId, accountId, cursor], interference.roleAssignments?.(orgId, accountId, cursor), () =>
				cut(site.roles[accountId] ?? [], cursor, site.adminPage),
			),
		manageable: (accountId) =>
			reply(
				'manageable',
				[accountId],
				interference.manageable?.(accountId),
				(): Manageable => site.manageable[accountId] ?? { kind: 'not-found' },
			),
	};
};

export const customerRole = (
	roles: readonly string[] = ['atlassian/customer'],
	status: string | null = 'active',
): readonly RoleAssignment[] => [{ resourceId: jsmResource, directoryId: 'directory-1', userDirectoryStatus: status, roles }];
