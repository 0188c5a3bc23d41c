/**
 * The catalogue of remedies: one entry an id. Ids are stable: stored, exported, printed by the command line.
 *
 * `by` says who acts: `calls` – the product, through the API (`core/remedies/remedies.ts`); `page` – a person on a page of the
 * site, the product asks again afterwards; `message` – somebody else, whom a message asks; `list` – whoever owns the list.
 */
export const remedyCatalogue = {
	'add-to-desk': { by: 'calls', destructive: false },
	'create-and-add': { by: 'calls', destructive: false },
	'restore-access': { by: 'calls', destructive: false },
	'invite-with-role': { by: 'calls', destructive: false },
	'grant-customer-role': { by: 'calls', destructive: false },
	'enable-managed-account': { by: 'calls', destructive: false },
	/** Roles and groups are lost: only on request, and with a typed confirmation. */
	'replace-with-portal-account': { by: 'calls', destructive: true },
	'add-to-organisation': { by: 'calls', destructive: false },
	'ask-owning-organisation': { by: 'message', destructive: false },
	'reactivate-portal-account': { by: 'page', destructive: false },
	'open-customer-access': { by: 'page', destructive: false },
	'approve-domain': { by: 'page', destructive: false },
	'enable-in-identity-provider': { by: 'page', destructive: false },
	'ask-person-to-reactivate': { by: 'page', destructive: false },
	'ask-person-to-verify': { by: 'page', destructive: false },
	'contact-atlassian': { by: 'page', destructive: false },
	'cancel-deletion': { by: 'page', destructive: false },
	'migrate-portal-account': { by: 'page', destructive: false },
	'fix-desk-permission': { by: 'page', destructive: false },
	'fix-row': { by: 'list', destructive: false },
	'accept-suggestion': { by: 'list', destructive: false },
} as const satisfies Record<string, { by: 'calls' | 'page' | 'message' | 'list'; destructive: boolean }>;

export type RemedyId = keyof typeof remedyCatalogue;
/** Remedies that the product carries out itself. */
export type CallRemedyId = { [Id in RemedyId]: (typeof remedyCatalogue)[Id]['by'] extends 'calls' ? Id : never }[RemedyId];

export const remedyIds = Object.keys(remedyCatalogue) as readonly RemedyId[];
export const isGuided = (id: RemedyId): boolean => remedyCatalogue[id].by !== 'calls';
export const isByCalls = (id: RemedyId): id is CallRemedyId => remedyCatalogue[id].by === 'calls';

/** One change of the site, in the order in which a remedy makes them. */
export const stepIds = [
	'restore',
	'enable',
	'invite',
	'remove',
	'assign-role',
	'create',
	'invite-customer',
	'add-to-desk',
	'add-to-organisation',
] as const;
export type StepId = (typeof stepIds)[number];
