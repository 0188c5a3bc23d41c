import { z } from 'zod';

/**
 * Shapes of the answers, as far as the product relies on them; what they hold beside that is let pass. What
 * decides a verdict is strict, what is only shown (names) may be anything and is then left out.
 */

/** Longer than any that the specifications or e-mail know. What is only shown is cut. */
const longest = 1024;

const id = z.string().min(1).max(longest);
const shownText = z
	.string()
	.min(1)
	.nullish()
	.catch(null)
	.transform((text) => text?.slice(0, longest) ?? null);
/** Absent, `null` and empty all mean that the address is hidden. */
const hiddenAddress = z
	.string()
	.max(longest)
	.nullish()
	.transform((text) => text?.trim().toLowerCase() || null);

export const tenant = z.object({ cloudId: id });

/** RFC 6749, 5.1. What of it is a header has to be able to be one. */
export const issued = z.object({
	access_token: z
		.string()
		.regex(/^[\x21-\x7e]+$/)
		.max(20_000),
	refresh_token: z.string().min(1).max(20_000),
	expires_in: z.number().positive(),
});
/** RFC 6749, 5.2. */
export const issueRefused = z.object({ error: z.string(), error_description: z.string().optional().catch(undefined) });
export const accessibleSites = z.array(z.object({ id, url: shownText }));

export const jiraUser = z
	.object({
		accountId: id,
		accountType: z.enum(['atlassian', 'app', 'customer', 'unknown']),
		active: z.boolean(),
		emailAddress: hiddenAddress,
		displayName: shownText,
	})
	.transform(({ emailAddress, ...user }) => ({ ...user, email: emailAddress }));

export const deskCustomer = z
	.object({ accountId: id, active: z.boolean(), emailAddress: hiddenAddress, displayName: shownText })
	.transform(({ emailAddress, ...customer }) => ({ ...customer, email: emailAddress }));

/** Only who reported is asked for. A request may have no reporter. */
export const issuesWithReporter = z.object({
	issues: z.array(z.object({ fields: z.object({ reporter: jiraUser.nullish() }) })),
});

const numberOrText = z.union([z.string().min(1), z.number()]).transform(String);

export const desk = z.object({ id: numberOrText, projectId: numberOrText, projectKey: id, projectName: z.string() });

/** Its name is what it is found by. */
export const customerOrganisation = z.object({ id: numberOrText, name: id });

export const requestTypeId = z.object({ id: numberOrText }).transform(({ id }) => id);

export const requestTypePermissions = z.object({ canCreateRequest: z.array(numberOrText) });

/** Envelope of a JSM page. */
export const servicedeskPage = z.object({
	start: z.number().optional(),
	isLastPage: z.boolean(),
	values: z.array(z.unknown()),
});

export const usersPage = z.array(z.unknown());

/** An error of the Jira platform. */
export const errorCollection = z.object({ errorMessages: z.array(z.string()).min(1) });

export const permissions = z.object({
	permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

export const permissionScheme = z.object({
	permissions: z.array(z.object({ permission: id, holder: z.object({ type: id }) })),
});

/** Envelope of an admin page. `links.next` is a bare cursor in v2 and a URL in v1. */
export const adminPage = z.object({
	data: z.array(z.unknown()),
	links: z.object({ next: z.string().nullish() }).nullish(),
});

export const organisation = z
	.object({ id, attributes: z.object({ name: shownText }).nullish() })
	.transform(({ id, attributes }) => ({ id, name: attributes?.name ?? null }));

export const directory = z.object({ directoryId: id, name: shownText }).transform(({ directoryId, name }) => ({ id: directoryId, name }));

export const workspace = z
	.object({ id, attributes: z.object({ hostUrl: shownText, status: shownText }).nullish() })
	.transform(({ id, attributes }) => ({
		id,
		hostUrl: attributes?.hostUrl ?? null,
		status: attributes?.status ?? null,
	}));

export const domain = z
	.object({
		attributes: z.object({ name: id, claim: z.object({ status: z.string().nullish() }).nullish() }),
	})
	.transform(({ attributes }) => ({
		name: attributes.name.toLowerCase(),
		verified: attributes.claim?.status === 'verified',
	}));

/** `ANYONE` stands for any address. */
export const approvedDomain = z
	.object({ domain: id, enabled: z.boolean() })
	.transform(({ domain, enabled }) => ({ domain: domain.toLowerCase(), enabled }));

/** Its `adminNotifications` is of one type in the schema and of another in the example: it is left alone. */
export const approvedDomainDetail = z.object({
	products: z.array(z.object({ productId: id, adminApprovalRequired: z.boolean().nullish(), role: z.string().nullish() })),
});

/** `roles` is deprecated in favour of `roleAssignments`; both are read, because either may be alone. */
export const roleAssignment = z
	.object({
		resourceId: id,
		directoryId: z.string().nullish(),
		userDirectoryStatus: z.string().nullish(),
		roleAssignments: z.array(z.object({ role: id })).nullish(),
		roles: z.array(id).nullish(),
	})
	.transform(({ resourceId, directoryId, userDirectoryStatus, roleAssignments, roles }) => ({
		resourceId,
		directoryId: directoryId ?? null,
		userDirectoryStatus: userDirectoryStatus ?? null,
		roles: [...new Set([...(roleAssignments ?? []).map(({ role }) => role), ...(roles ?? [])])],
	}));

export const enablement = z.object({
	'lifecycle.enablement': z.object({
		allowed: z.boolean(),
		reason: z.object({ key: z.string() }).nullish(),
	}),
});

/** e.g. `forbidden.targetUnverified`; words and dots only, because it is stored as evidence. */
export const forbidden = z.object({ key: z.string().regex(/^forbidden(?:\.[a-zA-Z.]{1,80})?$/, 'expected forbidden…') });
export const anyObject = z.object({});

/** JSM `UserDTO` of somebody just created; nothing but the id is relied on. */
export const createdCustomer = z.object({ accountId: id });

/** The answer to an invitation. `data` is by address; a result belongs to a role on a resource. */
export const invitations = z.object({
	data: z.array(
		z.object({
			email: z.string(),
			results: z.array(
				z.object({
					roleAssignmentResult: z.array(z.object({ status: z.enum(['INVITED', 'ERROR']), statusReason: z.string().nullish() })).nullish(),
				}),
			),
		}),
	),
});
