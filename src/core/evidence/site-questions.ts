import type { Failure, Outcome } from '#shared/outcome.ts';

/** An answer with its provenance. `source` is the call, e.g. `POST /admin/v2/orgs/{orgId}/directories/-/users/search`. */
export interface Answered<T> {
	readonly value: T;
	readonly source: string;
	/** ISO 8601, UTC: when the answer was received. */
	readonly at: string;
}

export interface Page<T> {
	readonly items: readonly T[];
	/** What to hand in to get the next page; `null` on the last one. */
	readonly next: string | null;
}

/** A record whose shape was not what the specification promises; `key` is what could still be read (an address or id). */
export interface Unreadable {
	readonly key: string | null;
	/** Path and expectation, e.g. `status: expected one of active|suspended|…`. Never the value itself. */
	readonly problem: string;
	/** Nothing is garbled, nothing was asked: what answers here does not hold the record (an incomplete snapshot). */
	readonly lacking?: true;
}

/** Source: Organizations API, `MultiDirectoryUser`. */
export interface DirectoryUser {
	readonly accountId: string;
	/** Lower case. */
	readonly email: string;
	readonly name: string | null;
	readonly status: 'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion';
	readonly accountStatus: 'active' | 'inactive' | 'closed' | null;
	readonly claimStatus: 'managed' | 'unmanaged' | null;
	readonly managementSource: 'invited' | 'synced' | null;
	/** Whether the person confirmed the address; absent where nobody said. */
	readonly emailVerified?: boolean;
	/** Only of files: claimed by no organisation, ours included. */
	readonly claimedByNobody?: true;
	/** Only of admin files: the status is an inference, because a file says less than the directory does. */
	readonly unsure?: true;
}

/** Source: Jira platform `User`; the address is `null` where profile privacy hides it. */
export interface JiraUser {
	readonly accountId: string;
	readonly accountType: 'atlassian' | 'app' | 'customer' | 'unknown';
	/** Lower case. */
	readonly email: string | null;
	readonly active: boolean;
	readonly displayName: string | null;
}

/** Source: JSM `UserDTO` in a desk's customer list. */
export type DeskCustomer = Omit<JiraUser, 'accountType'>;

/** An app of a site. Source: Organizations API, `WorkspaceModel`. */
export interface Workspace {
	/** The ARI that roles are held on. */
	readonly id: string;
	readonly hostUrl: string | null;
	/** `online`, `offline` or `deprecated`; `null` where the answer leaves it out. */
	readonly status: string | null;
}

export interface Desk {
	readonly id: string;
	readonly projectId: string;
	readonly projectKey: string;
	readonly projectName: string;
}

/**
 * What `GET /users/{id}/manage` says of enabling an account. `refused`: 200 with a reason, e.g. `managedAccount` (another
 * organisation manages it), `blocked.exportControl`. `forbidden`: 403, "no permission to manage the target user", which names
 * nobody; with `forbidden.targetUnverified` the person never confirmed the address. Source: User management API.
 */
export type Manageable =
	| { readonly kind: 'allowed' }
	| { readonly kind: 'refused'; readonly reason: string }
	| { readonly kind: 'forbidden'; readonly key: string }
	| { readonly kind: 'not-found' };

export interface ReadPage<T> extends Page<T> {
	readonly unreadable: readonly Unreadable[];
}

/** What `role-assignments` says of one person and one resource. */
export interface RoleAssignment {
	readonly resourceId: string;
	readonly directoryId: string | null;
	readonly userDirectoryStatus: string | null;
	readonly roles: readonly string[];
}

/** A group of customers who may see each other's requests. Source: JSM `OrganizationDTO`. */
export interface CustomerOrganisation {
	readonly id: string;
	readonly name: string;
}

type Answer<T> = Promise<Outcome<Answered<T>>>;

/** Every read of the product. All are safe to repeat; an adapter paces, retries and checks the shape. */
export interface SiteQuestions {
	/** `GET {site}/_edge/tenant_info`. */
	tenant(): Answer<{ readonly cloudId: string }>;
	/** `GET /rest/api/3/myself`. */
	myself(): Answer<JiraUser>;
	/** `GET /rest/api/3/mypermissions`; a permission that the answer leaves out is `null`. */
	myPermissions(keys: readonly string[], projectKey?: string): Answer<Readonly<Record<string, boolean | null>>>;
	/** `GET /rest/servicedeskapi/servicedesk`; `cursor` is the start index as text. */
	desks(cursor: string | null): Answer<ReadPage<Desk>>;
	/** `GET /rest/api/3/project/{key}/permissionscheme?expand=permissions`: holder types by permission. */
	permissionHolders(projectKey: string): Answer<Readonly<Record<string, readonly string[]>>>;
	/** `GET /rest/servicedeskapi/servicedesk/{id}/customer` (experimental, 5 a second). */
	deskCustomers(
		deskId: string,
		page: { readonly query?: string; readonly start: number; readonly limit: number },
	): Answer<ReadPage<DeskCustomer>>;
	/** `GET /rest/api/3/users/search`: everybody, active or not; an empty page is the last. */
	users(startAt: number, maxResults: number): Answer<ReadPage<JiraUser>>;
	/** `GET /rest/api/3/user`: one account by its id, active or not; `null` where the site knows none (404). */
	account(accountId: string): Answer<JiraUser | null>;
	/** `GET /rest/servicedeskapi/organization`: customer organisations, not the one that owns the site. `cursor` as for desks. */
	customerOrganisations(cursor: string | null): Answer<Page<CustomerOrganisation>>;
	/** The same with `accountId`: those the account is a member of. An unknown account is `call-refused` (404). */
	organisationsOf(accountId: string, cursor: string | null): Answer<Page<CustomerOrganisation>>;
	/** `GET /rest/servicedeskapi/servicedesk/{id}/requesttype`: ids. `cursor` as for desks. */
	requestTypes(deskId: string, cursor: string | null): Answer<Page<string>>;
	/**
	 * `POST /rest/servicedeskapi/servicedesk/{id}/requesttype/permissions/check` (experimental; a read) with 1–50 request
	 * types: whether the account may raise at least one of them. An unknown account is `call-refused` (400).
	 */
	canRaise(deskId: string, accountId: string, requestTypeIds: readonly string[]): Answer<boolean>;
	/** `GET /admin/v1/orgs`. */
	organisations(cursor: string | null): Answer<Page<{ readonly id: string; readonly name: string | null }>>;
	/** `GET /admin/v2/orgs/{orgId}/directories`. */
	directories(orgId: string, cursor: string | null): Answer<Page<{ readonly id: string; readonly name: string | null }>>;
	/** The same with `accountId`: those the account is in, 100 at most. */
	directoriesOf(orgId: string, accountId: string): Answer<Page<{ readonly id: string; readonly name: string | null }>>;
	/** `POST /admin/v2/orgs/{orgId}/workspaces`. */
	workspaces(orgId: string, cursor: string | null): Answer<Page<Workspace>>;
	/** `GET /admin/v1/orgs/{orgId}/domains`: names of verified domains. */
	verifiedDomains(orgId: string, cursor: string | null): Answer<Page<string>>;
	/** `POST /admin/v2/orgs/{orgId}/directories/{directoryId}/users/search` with 1–100 lower-case addresses. */
	directoryUsers(
		orgId: string,
		search: {
			readonly emails: readonly string[];
			readonly roleIds?: readonly string[];
			readonly resourceIds?: readonly string[];
			readonly cursor: string | null;
		},
	): Answer<ReadPage<DirectoryUser>>;
	/** `GET /admin/v2/orgs/{orgId}/directories/-/users/{accountId}/role-assignments`. */
	roleAssignments(orgId: string, accountId: string, cursor: string | null): Answer<Page<RoleAssignment>>;
	/** `GET /users/{accountId}/manage?privileges=lifecycle.enablement`. 403 and 404 are answers here, not failures. */
	manageable(accountId: string): Answer<Manageable>;
}

/** What to call the source of an answer that did not come: the snapshot that lacks it, else the call. */
export const sourceOf = (failure: Failure, call: string): string => String(failure.details['source'] ?? call);
