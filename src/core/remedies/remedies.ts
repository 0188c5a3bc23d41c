import type { CallRemedyId, StepId } from '#shared/remedies.ts';

/** `create-and-add` with an e-mail: the invitation makes the account. Added once more, because no specification says that it does that too. */
export const invitedSteps: readonly StepId[] = ['invite-customer', 'add-to-desk'];

/**
 * Every remedy that the product carries out: its changes in order. Each change is left out where reading shows that it is not
 * needed. What a step is stands in `steps.ts`.
 */
export const remedies: Readonly<Record<CallRemedyId, readonly StepId[]>> = {
	/** The account is there and works: only the membership is missing. */
	'add-to-desk': ['add-to-desk'],
	/** A new account, then the membership. A 409 turns the row into a new diagnosis. */
	'create-and-add': ['create', 'add-to-desk'],
	/** Former roles and their billing come back; the free role is granted where none came back that lets the person in. */
	'restore-access': ['restore', 'assign-role', 'add-to-desk'],
	/** The free Customer role, then the membership. */
	'grant-customer-role': ['assign-role', 'add-to-desk'],
	/** Invites with the Customer role. An invitation that cannot be settled is left to a person. */
	'invite-with-role': ['invite', 'add-to-desk'],
	/** Switches our own account on again, everywhere; the role is granted where the account has none here. */
	'enable-managed-account': ['enable', 'assign-role', 'add-to-desk'],
	/**
	 * Destructive: the account leaves the organisation with its roles and groups, then the person gets a portal-only account.
	 * One plan: whoever was removed is finished, or shown as stranded until somebody does.
	 */
	'replace-with-portal-account': ['remove', 'create', 'add-to-desk'],
	/** A customer already: only the customer organisation named in the list is missing. */
	'add-to-organisation': ['add-to-organisation'],
};
