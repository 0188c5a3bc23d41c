/** One operation of Atlassian's specifications. `template` and `method` name it in gates, counts, evidence and failures. */
export interface Call {
	/** `site`: basic authentication at the site or its gateway. `admin`: the organisation key at the admin API. `open`: nobody's, at the site. */
	readonly api: 'site' | 'admin' | 'open';
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	readonly template: string;
	/** A search that is sent as POST: repeating it changes nothing. */
	readonly reads?: true;
	/** Refused without `X-ExperimentalApi: opt-in`. */
	readonly experimental?: true;
}

const siteGet = (template: string): Call => ({ api: 'site', method: 'GET', template });
const adminGet = (template: string): Call => ({ api: 'admin', method: 'GET', template });
const sitePost = (template: string): Call => ({ api: 'site', method: 'POST', template });
const adminPost = (template: string): Call => ({ api: 'admin', method: 'POST', template });
const adminSearch = (template: string): Call => ({ ...adminPost(template), reads: true });

/** Every call of the product; the comment names the specification's operation. */
export const calls = {
	tenant: { api: 'open', method: 'GET', template: '/_edge/tenant_info' },
	/** getCurrentUser */
	myself: siteGet('/rest/api/3/myself'),
	/** getMyPermissions */
	myPermissions: siteGet('/rest/api/3/mypermissions'),
	/** getServiceDesks */
	desks: siteGet('/rest/servicedeskapi/servicedesk'),
	/** getAssignedPermissionScheme */
	permissionScheme: siteGet('/rest/api/3/project/{projectKeyOrId}/permissionscheme'),
	/** getCustomers */
	deskCustomers: { ...siteGet('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer'), experimental: true },
	/** getAllUsers */
	users: siteGet('/rest/api/3/users/search'),
	/** getUser */
	account: siteGet('/rest/api/3/user'),
	/** getOrganizations */
	customerOrganisations: siteGet('/rest/servicedeskapi/organization'),
	/** getUsersInOrganization */
	organisationMembers: siteGet('/rest/servicedeskapi/organization/{organizationId}/user'),
	/** searchAndReconsileIssuesUsingJql */
	issueSearch: siteGet('/rest/api/3/search/jql'),
	/** getRequestTypes */
	requestTypes: siteGet('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype'),
	/** checkRequestTypePermissions */
	requestTypePermissions: {
		...sitePost('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/permissions/check'),
		reads: true,
		experimental: true,
	},
	/** getOrgs */
	organisations: adminGet('/admin/v1/orgs'),
	/** getDirectoriesForOrg */
	directories: adminGet('/admin/v2/orgs/{orgId}/directories'),
	/** queryWorkspacesV2 */
	workspaces: adminSearch('/admin/v2/orgs/{orgId}/workspaces'),
	/** getDomains */
	domains: adminGet('/admin/v1/orgs/{orgId}/domains'),
	/** searchDirectoryUsers */
	directoryUsers: adminSearch('/admin/v2/orgs/{orgId}/directories/-/users/search'),
	/** getUserRoleAssignments */
	roleAssignments: adminGet('/admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments'),
	/** listAppAccessSettingsDomains: withdrawn, but it may still answer */
	approvedDomains: adminGet('/admin/v2/orgs/{orgId}/app-access-settings/domains'),
	/** getAppAccessSettingsDomain: the same */
	approvedDomain: adminGet('/admin/v2/orgs/{orgId}/app-access-settings/domains/{domain}'),
	/** User management API, `GET /users/{account_id}/manage` */
	manage: adminGet('/users/{accountId}/manage'),

	/** createCustomer */
	createCustomer: sitePost('/rest/servicedeskapi/customer'),
	/** inviteCustomer */
	inviteCustomer: { ...sitePost('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite'), experimental: true },
	/** addCustomers */
	addDeskCustomers: sitePost('/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer'),
	/** addUsersToOrganization */
	addToOrganisation: sitePost('/rest/servicedeskapi/organization/{organizationId}/user'),
	/** Organizations API, `POST /v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore` */
	restore: adminPost('/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/restore'),
	/** Organizations API, `DELETE /v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}` */
	removeFromDirectory: { api: 'admin', method: 'DELETE', template: '/admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}' },
	/** assignRole */
	assignRole: adminPost('/admin/v1/orgs/{orgId}/users/{accountId}/roles/assign'),
	/** Organizations API, `POST /v2/orgs/{orgId}/users/invite` */
	invite: adminPost('/admin/v2/orgs/{orgId}/users/invite'),
	/** User management API, `POST /users/{account_id}/manage/lifecycle/enable` */
	enable: adminPost('/users/{accountId}/manage/lifecycle/enable'),
} as const satisfies Record<string, Call>;

export const nameOf = (call: Pick<Call, 'method' | 'template'>): string => `${call.method} ${call.template}`;

/** Only these may be sent twice. */
export const isRepeatable = (call: Call): boolean => call.method === 'GET' || call.reads === true;

/**
 * The path with its values filled in; `null` where a value is missing or would change the path's shape. A
 * URL parser resolves `..` even when it is percent-encoded, so such a value is refused.
 */
export const fillPath = (template: string, values: Readonly<Record<string, string>>): string | null => {
	let complete = true;
	const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
		const value = values[name];
		if (value === undefined || /^\.{0,2}$/.test(value) || !value.isWellFormed()) {
			complete = false;
			return '';
		}
		return encodeURIComponent(value);
	});
	return complete ? path : null;
};
