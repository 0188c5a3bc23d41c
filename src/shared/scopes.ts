/** What a call is for, so that a person is told what is lost without it. */
export const scopeUses = [
	'account',
	'rights',
	'people',
	'projects',
	'request-types',
	'project-permissions',
	'customers',
	'customer-organisations',
	'requests',
	'create-customers',
	'add-customers',
	'add-to-organisation',
	'organisations',
	'directories',
	'apps',
	'domains',
	'roles',
	'directory',
	'approved-domains',
	'managed-accounts',
	'change-directory',
	'change-managed-accounts',
] as const;
export type ScopeUse = (typeof scopeUses)[number];

/** What somebody can want of a token: `read` is every diagnosis; `add` makes accounts and adds people as well. */
export const tokenAbilities = ['read', 'add'] as const;
export type TokenAbility = (typeof tokenAbilities)[number];

export const scopeKinds = ['classic', 'granular'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

interface Needed {
	readonly use: ScopeUse;
	readonly ability: TokenAbility;
	readonly classic: readonly string[];
	readonly granular: readonly string[];
}

const user = ['read:application-role:jira', 'read:avatar:jira', 'read:group:jira', 'read:user:jira'];
const customers = ['manage:servicedesk-customer'];

/**
 * The scopes of an API token that each call needs, by method and template: all of the classic or all of the granular ones.
 * Source: `x-atlassian-oauth2-scopes` of the operations; a contract test holds the table against them.
 */
export const tokenScopes = {
	'GET /rest/api/3/myself': { use: 'account', ability: 'read', classic: ['read:jira-user'], granular: user },
	'GET /rest/api/3/mypermissions': { use: 'rights', ability: 'read', classic: ['read:jira-work'], granular: ['read:permission:jira'] },
	'GET /rest/api/3/users/search': { use: 'people', ability: 'read', classic: ['read:jira-user'], granular: user },
	'GET /rest/api/3/user': { use: 'people', ability: 'read', classic: ['read:jira-user'], granular: user },
	'GET /rest/servicedeskapi/servicedesk': {
		use: 'projects',
		ability: 'read',
		classic: ['read:servicedesk-request'],
		granular: ['read:servicedesk:jira-service-management'],
	},
	'GET /rest/api/3/project/{projectKeyOrId}/permissionscheme': {
		use: 'project-permissions',
		ability: 'read',
		classic: ['read:jira-work'],
		granular: [
			...user,
			'read:field:jira',
			'read:permission-scheme:jira',
			'read:permission:jira',
			'read:project-category:jira',
			'read:project-role:jira',
			'read:project:jira',
		],
	},
	'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer': {
		use: 'customers',
		ability: 'read',
		classic: customers,
		granular: ['read:servicedesk.customer:jira-service-management', 'read:user:jira'],
	},
	'GET /rest/servicedeskapi/organization': {
		use: 'customer-organisations',
		ability: 'read',
		classic: customers,
		granular: ['read:organization:jira-service-management'],
	},
	'GET /rest/servicedeskapi/organization/{organizationId}/user': {
		use: 'customer-organisations',
		ability: 'read',
		classic: customers,
		granular: ['read:organization.user:jira-service-management', 'read:user:jira'],
	},
	'GET /rest/api/3/search/jql': {
		use: 'requests',
		ability: 'read',
		classic: ['read:jira-work'],
		granular: [
			'read:audit-log:jira',
			'read:avatar:jira',
			'read:field-configuration:jira',
			'read:issue-details:jira',
			'read:issue-meta:jira',
		],
	},
	'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype': {
		use: 'request-types',
		ability: 'read',
		classic: ['read:servicedesk-request'],
		granular: ['read:requesttype:jira-service-management'],
	},
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/permissions/check': {
		use: 'request-types',
		ability: 'read',
		classic: ['read:servicedesk-request'],
		granular: ['read:requesttype:jira-service-management'],
	},
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite': {
		use: 'create-customers',
		ability: 'add',
		classic: customers,
		granular: ['write:customer:jira-service-management', 'write:servicedesk.customer:jira-service-management'],
	},
	'POST /rest/servicedeskapi/customer': {
		use: 'create-customers',
		ability: 'add',
		classic: customers,
		granular: ['read:customer:jira-service-management', 'read:user:jira', 'write:customer:jira-service-management'],
	},
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer': {
		use: 'add-customers',
		ability: 'add',
		classic: customers,
		granular: ['read:servicedesk.customer:jira-service-management', 'write:servicedesk.customer:jira-service-management'],
	},
	'POST /rest/servicedeskapi/organization/{organizationId}/user': {
		use: 'add-to-organisation',
		ability: 'add',
		classic: customers,
		granular: ['read:organization.user:jira-service-management', 'read:user:jira', 'write:organization.user:jira-service-management'],
	},
} as const satisfies Readonly<Record<string, Needed>>;

interface KeyNeeded {
	readonly use: ScopeUse;
	/** `null`: the specification names none, and only a key without scopes is sure to do. */
	readonly scope: string | null;
}

/**
 * The same of an organisation API key. Source: "Authorization scopes required" in the descriptions of the Organizations API.
 * The user management API refuses every key with scopes (atlassian-api.md 13.10).
 */
export const keyScopes = {
	'GET /admin/v1/orgs': { use: 'organisations', scope: null },
	'GET /admin/v2/orgs/{orgId}/directories': { use: 'directories', scope: 'read:directories:admin' },
	'POST /admin/v2/orgs/{orgId}/workspaces': { use: 'apps', scope: 'read:workspaces:admin' },
	'GET /admin/v1/orgs/{orgId}/domains': { use: 'domains', scope: 'read:domains:admin' },
	'POST /admin/v2/orgs/{orgId}/directories/-/users/search': { use: 'directory', scope: null },
	'GET /admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments': { use: 'roles', scope: 'read:directories:admin' },
	'GET /admin/v2/orgs/{orgId}/app-access-settings/domains': { use: 'approved-domains', scope: null },
	'GET /admin/v2/orgs/{orgId}/app-access-settings/domains/{domain}': { use: 'approved-domains', scope: null },
	'GET /users/{accountId}/manage': { use: 'managed-accounts', scope: null },
	'POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore': { use: 'change-directory', scope: null },
	'DELETE /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}': { use: 'change-directory', scope: null },
	'POST /admin/v1/orgs/{orgId}/users/{accountId}/roles/assign': { use: 'change-directory', scope: null },
	'POST /admin/v2/orgs/{orgId}/users/invite': { use: 'change-directory', scope: null },
	'POST /users/{accountId}/manage/lifecycle/enable': { use: 'change-managed-accounts', scope: null },
} as const satisfies Readonly<Record<string, KeyNeeded>>;

const sorted = (scopes: Iterable<string>): readonly string[] => [...new Set(scopes)].sort();

/** What to tick when the token is made; who adds reads as well. */
export const scopesFor = (ability: TokenAbility, kind: ScopeKind): readonly string[] =>
	sorted(Object.values<Needed>(tokenScopes).flatMap((needed) => (ability === 'add' || needed.ability === 'read' ? needed[kind] : [])));

/** What an OAuth app has to have: to read only, or all of it. */
export const appScopes = (readOnly: boolean): readonly string[] => (readOnly ? scopesFor('read', 'granular') : scopesFor('add', 'classic'));

/** What is asked for by it: to stay signed in as well, which is no entry of an app. */
export const signInScopes = (readOnly: boolean): readonly string[] => [...appScopes(readOnly), 'offline_access'];

export const keyScopesNamed: readonly string[] = sorted(Object.values<KeyNeeded>(keyScopes).flatMap(({ scope }) => scope ?? []));

const has = <T extends object>(table: T, call: string): call is string & keyof T => Object.hasOwn(table, call);

/** Of a call by method and template: what it is for and which scopes let it through; none where no specification names one. */
export const scopesOf = (
	call: string,
): { readonly use: ScopeUse; readonly classic: readonly string[]; readonly granular: readonly string[] } | null => {
	if (has(tokenScopes, call)) return tokenScopes[call];
	if (!has(keyScopes, call)) return null;
	const { use, scope } = keyScopes[call];
	return { use, classic: scope === null ? [] : [scope], granular: [] };
};
