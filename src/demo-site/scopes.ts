/**
 * Which scopes each operation takes: all of one of the lists. Source: `x-atlassian-oauth2-scopes` of jira-platform.json and
 * jsm.json, classic first. A contract test holds the table against them.
 */
const user = ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'];
const manageCustomers = ['manage:servicedesk-customer'];
const desk = '/rest/servicedeskapi/servicedesk';

export const siteScopes: Readonly<Record<string, readonly (readonly string[])[]>> = {
	'GET /rest/api/3/myself': [['read:jira-user'], user],
	'GET /rest/api/3/mypermissions': [['read:jira-work'], ['read:permission:jira']],
	'GET /rest/api/3/users/search': [['read:jira-user'], user],
	'GET /rest/api/3/user': [['read:jira-user'], user],
	'GET /rest/api/3/user/search': [
		['read:jira-user'],
		['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira', 'read:user.property:jira'],
	],
	'GET /rest/api/3/project/:key/permissionscheme': [
		['read:jira-work'],
		[
			...user,
			'read:field:jira',
			'read:permission-scheme:jira',
			'read:permission:jira',
			'read:project-role:jira',
			'read:project-category:jira',
			'read:project:jira',
		],
	],
	'GET /rest/api/3/search/jql': [
		['read:jira-work'],
		['read:issue-details:jira', 'read:audit-log:jira', 'read:avatar:jira', 'read:field-configuration:jira', 'read:issue-meta:jira'],
	],
	[`GET ${desk}`]: [['read:servicedesk-request'], ['read:servicedesk:jira-service-management']],
	[`GET ${desk}/:deskId`]: [['read:servicedesk-request'], ['read:servicedesk:jira-service-management']],
	[`GET ${desk}/:deskId/requesttype`]: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
	[`POST ${desk}/:deskId/requesttype/permissions/check`]: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
	[`GET ${desk}/:deskId/customer`]: [manageCustomers, ['read:servicedesk.customer:jira-service-management', 'read:user:jira']],
	[`POST ${desk}/:deskId/customer`]: [
		manageCustomers,
		['read:servicedesk.customer:jira-service-management', 'write:servicedesk.customer:jira-service-management'],
	],
	[`POST ${desk}/:deskId/customer/invite`]: [
		manageCustomers,
		['write:customer:jira-service-management', 'write:servicedesk.customer:jira-service-management'],
	],
	[`GET ${desk}/:deskId/organization`]: [manageCustomers, ['read:servicedesk.organization:jira-service-management']],
	[`POST ${desk}/:deskId/organization`]: [
		manageCustomers,
		['read:servicedesk.organization:jira-service-management', 'write:servicedesk.organization:jira-service-management'],
	],
	'POST /rest/servicedeskapi/customer': [
		manageCustomers,
		['read:customer:jira-service-management', 'write:customer:jira-service-management', 'read:user:jira'],
	],
	'GET /rest/servicedeskapi/organization': [manageCustomers, ['read:organization:jira-service-management']],
	'GET /rest/servicedeskapi/organization/:organisationId/user': [
		manageCustomers,
		['read:organization.user:jira-service-management', 'read:user:jira'],
	],
	'POST /rest/servicedeskapi/organization/:organisationId/user': [
		manageCustomers,
		['read:organization.user:jira-service-management', 'write:organization.user:jira-service-management', 'read:user:jira'],
	],
};

/** Of a key with scopes. Source: "Authorization scopes required" in admin-orgs.json; `[]`: none is needed to see one's own organisations. */
export const adminScopes: Readonly<Record<string, readonly string[]>> = {
	'GET /admin/v1/orgs': [],
	'GET /admin/v1/orgs/:orgId/domains': ['read:domains:admin'],
	'GET /admin/v2/orgs/:orgId/directories': ['read:directories:admin'],
	'POST /admin/v2/orgs/:orgId/workspaces': ['read:workspaces:admin'],
	'GET /admin/v2/orgs/:orgId/directories/:directoryId/users/:accountId/role-assignments': ['read:directories:admin'],
	// The specification names none. Here it takes what its older sibling takes, `GET …/users`.
	'POST /admin/v2/orgs/:orgId/directories/:directoryId/users/search': ['read:directories:admin'],
};

const holdsAll = (held: readonly string[], needed: readonly string[]): boolean => needed.every((scope) => held.includes(scope));

export const siteLetsIn = (call: string, held: readonly string[]): boolean =>
	(siteScopes[call] ?? []).some((needed) => holdsAll(held, needed));

/** What no specification gives a scope is for keys without scopes. */
export const adminLetsIn = (call: string, held: readonly string[]): boolean => {
	const needed = adminScopes[call];
	return needed !== undefined && holdsAll(held, needed);
};
