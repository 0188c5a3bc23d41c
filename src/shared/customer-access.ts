/**
 * What an approved domain gives: the role *Jira Service Management – Customer* at once, other apps only, or nothing before an
 * administrator has agreed. Only the first lets a person in as a customer. Source: atlassian-api.md 13.6.
 */
export const domainApprovals = ['customer', 'other-apps', 'needs-approval'] as const;
export type DomainApproval = (typeof domainApprovals)[number];

/** The settings of the page Customer access. `null` means unknown: never read as "no". */
export interface AccessSettings {
	readonly internal: boolean | null;
	/** Lower-case approved domains; `null` where nobody said. What each gives stands in `approvals`. */
	readonly approvedDomains: readonly string[] | null;
	/** By approved domain; one that is missing here is approved, and nobody said what for. */
	readonly approvals?: Readonly<Record<string, DomainApproval>> | undefined;
	readonly external: boolean | null;
	/** Lower-case domains external accounts are limited to; `null` or empty: any domain. */
	readonly allowedDomains: readonly string[] | null;
}

/** Customer access of one site, as far as it is known, and from where. */
export interface CustomerAccess extends AccessSettings {
	readonly origin: 'declared' | 'read' | 'inferred' | 'unknown';
	/** ISO 8601: when it was declared, read or inferred; `null` where unknown. */
	readonly at: string | null;
	/** What refusals suggest about the settings that nobody named. Whatever rests on it is likely at most. */
	readonly inferred?: AccessInference;
}

/** What became of making accounts for new addresses of one domain. */
export interface DomainOutcomes {
	readonly domain: string;
	readonly refused: number;
	readonly letIn: number;
}

/**
 * A pattern in what became of new addresses. `closed`: all were refused, whatever their domain. `by-domain`: refusals follow
 * the domain. `external-only`: all got portal-only accounts.
 */
export interface AccessInference {
	readonly pattern: 'closed' | 'by-domain' | 'external-only';
	/** Most addresses first. */
	readonly domains: readonly DomainOutcomes[];
	/** ISO 8601: the newest of the outcomes. */
	readonly at: string;
}

export const unknownCustomerAccess: CustomerAccess = {
	internal: null,
	approvedDomains: null,
	external: null,
	allowedDomains: null,
	origin: 'unknown',
	at: null,
};

/** How the organisation manages its people: it decides where a setting is found. */
export const userManagements = ['centralized', 'original'] as const;
export type UserManagement = (typeof userManagements)[number];

/** What somebody said of a site's customer access. */
export interface AccessDeclaration {
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly access: CustomerAccess;
	/** `null` where that was not part of it. */
	readonly management: UserManagement | null;
	/** The account the site is asked with, where one is stored, and who was signed in on this machine. */
	readonly by: { readonly account: string | null; readonly user: string };
}

/** The approved domains as the organisation's App access settings told them. */
export interface ReadApprovals {
	readonly approvedDomains: readonly string[];
	readonly approvals: Readonly<Record<string, DomainApproval>>;
	/** ISO 8601, UTC. */
	readonly at: string;
}

/** What is known of a site's customer access: a run that begins now rests on `access`. */
export interface KnownAccess {
	readonly access: CustomerAccess;
	/** Newest first. */
	readonly declarations: readonly AccessDeclaration[];
	/** The approved domains as the organisation told them, where it still does. */
	readonly read: ReadApprovals | null;
	/** What refusals since the newest declaration suggest. */
	readonly inferred: AccessInference | null;
}
