import type { AccessSettings } from './customer-access.ts';

type MembershipStatus = 'active' | 'suspended' | 'no_membership';
type DirectoryStatus = 'active' | 'suspended' | 'not_invited' | 'deactivated' | 'for_deletion';

/** The reasons why an account cannot be enabled (user-management: Manageability.Reason). */
type LockReason =
	| 'administrative'
	| 'blocked.exportControl'
	| 'authPolicy.saml'
	| 'externalDirectory.scim'
	| 'externalDirectory.google'
	| 'managedAccount';

/** What `GET /users/{id}/manage` says of enabling this account. */
type Enablement = 'allowed' | 'forbidden' | 'forbidden.targetUnverified' | LockReason;

export interface RoleGrant {
	resourceId: string;
	role: string;
	method: 'direct' | 'group_direct' | 'inferred';
}

/** An Atlassian account as the organisation's directory knows it. `status` is derived, never stored. */
export interface DirectoryUser {
	readonly accountId: string;
	readonly email: string;
	readonly name: string;
	readonly directoryId: string;
	readonly claimStatus: 'managed' | 'unmanaged';
	readonly managementSource: 'invited' | 'synced' | null;
	readonly platformRoles: readonly string[];
	readonly addedToOrg: string;
	/** The person's profile hides the address: Jira leaves `emailAddress` out, the admin API does not. */
	readonly emailHidden: boolean;
	readonly emailVerified: boolean;
	accountActive: boolean;
	membership: MembershipStatus;
	forDeletion: boolean;
	deactivatedOn: string | null;
	enablement: Enablement;
	roles: RoleGrant[];
}

/** A portal-only customer: lives in the site's customer directory, under an id that starts with `qm:`. */
export interface PortalCustomer {
	readonly accountId: string;
	readonly email: string;
	readonly name: string;
	active: boolean;
}

interface RequestType {
	readonly id: number;
	readonly name: string;
}

export interface Desk {
	readonly id: string;
	readonly projectId: string;
	readonly key: string;
	readonly name: string;
	/** Anyone may raise requests: the desk keeps no list of customers. */
	readonly open: boolean;
	readonly portalHolderPresent: boolean;
	readonly requestTypes: readonly RequestType[];
	readonly members: Set<string>;
}

/** A group of customers. Those of a desk may raise requests there without being in its list. */
export interface CustomerOrganisation {
	readonly id: string;
	readonly name: string;
	readonly members: Set<string>;
	readonly deskIds: Set<string>;
}

export interface Workspace {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	/** `null`: this demo site's own address, known only once it listens. */
	readonly hostUrl: string | null;
	readonly roles: readonly string[];
}

/** Who the site thinks is asking, and what that person may do. Change it to try missing rights. */
interface Caller {
	readonly accountId: string;
	readonly email: string;
	readonly name: string;
	administersJira: boolean;
	browsesUsers: boolean;
	administersDesks: boolean;
}

/** What a right diagnosis of the HELP desk says of one person. Cause codes are those of DOMAIN.md section 3. */
export interface Expectation {
	readonly cause: string;
	readonly certainty: 'proven' | 'likely';
}

export interface Person {
	readonly email: string;
	readonly name: string;
	readonly organisation: string;
	readonly expected: Expectation;
	/** The same with Internal and External both off (`closedAccess`). */
	readonly expectedWhenClosed: Expectation;
	/** For a mistyped address: what was meant. */
	readonly meant: string | null;
}

/** What the site lets its admin see: sites were said to differ. Change it to try the others. */
interface SiteSight {
	/** Whether the withdrawn App Access Settings still answer. */
	approvedDomainsAnswer: boolean;
	/** Whether the directory search takes addresses, roles and resources at once. */
	filtersCombine: boolean;
	/** Whether a desk's list that is asked for an address shows an inactive customer. */
	deskQueryShowsInactive: boolean;
	/** Whether a search by reporter resolves an inactive portal-only customer. */
	reporterFindsInactive: boolean;
}

export interface World {
	readonly seed: number;
	readonly orgId: string;
	readonly orgName: string;
	readonly siteName: string;
	readonly cloudId: string;
	readonly jsmResourceId: string;
	readonly directories: readonly { readonly directoryId: string; readonly name: string }[];
	readonly domains: readonly { readonly id: string; readonly name: string; readonly claim: DomainClaim }[];
	readonly workspaces: readonly Workspace[];
	readonly desks: readonly Desk[];
	readonly deskKey: string;
	readonly customerOrganisations: readonly CustomerOrganisation[];
	readonly users: Map<string, DirectoryUser>;
	readonly usersByEmail: Map<string, DirectoryUser>;
	readonly customers: Map<string, PortalCustomer>;
	readonly customersByEmail: Map<string, PortalCustomer>;
	readonly caller: Caller;
	readonly access: AccessSettings;
	readonly sight: SiteSight;
	/** Whether `GET /rest/api/3/users/search` shows portal-only customers: sites were said to differ. */
	sweepShowsCustomers: boolean;
	/** What the organisation lists of the site's service management. */
	serviceManagementStatus: 'online' | 'offline';
	/** How long it takes until what was written to the site is seen by searches (`search-lag.ts`). */
	searchLagMs: number;
	/** E-mails that the site sent, oldest first. */
	readonly mails: { readonly to: string; readonly desk: string; readonly at: string }[];
	readonly persons: readonly Person[];
	/** The customer access of this world, as `--access` takes it. */
	readonly accessText: string;
	/** Ids for what is made while the site runs; deterministic too. */
	readonly makeAccountId: () => string;
	readonly makeCustomerId: () => string;
}

type DomainClaim = 'verified' | 'unverified' | 'deleted';

/** The composite status, as the specification of `searchDirectoryUsers` puts it together. */
export const readStatus = (user: DirectoryUser): DirectoryStatus => {
	if (user.forDeletion) return 'for_deletion';
	if (!user.accountActive) return 'deactivated';
	if (user.membership === 'suspended') return 'suspended';
	return user.membership === 'no_membership' ? 'not_invited' : 'active';
};

export const isUsable = (user: DirectoryUser): boolean => readStatus(user) === 'active';

export const holdsRoleOn = (user: DirectoryUser, resourceIds: readonly string[], roles: readonly string[]): boolean =>
	user.roles.some(
		(grant) => (resourceIds.length === 0 || resourceIds.includes(grant.resourceId)) && (roles.length === 0 || roles.includes(grant.role)),
	);

export const addUser = (world: Pick<World, 'users' | 'usersByEmail'>, user: DirectoryUser): void => {
	world.users.set(user.accountId, user);
	world.usersByEmail.set(user.email.toLowerCase(), user);
};

export const addCustomer = (world: Pick<World, 'customers' | 'customersByEmail'>, customer: PortalCustomer): void => {
	world.customers.set(customer.accountId, customer);
	world.customersByEmail.set(customer.email.toLowerCase(), customer);
};
