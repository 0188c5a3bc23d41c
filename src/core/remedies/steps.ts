import type { StepId } from '#shared/remedies.ts';
import type { Step } from './step.ts';
import { addToDesk, addToOrganisation, create, inviteCustomer } from './customer-steps.ts';
import { assignRole, enable, invite, remove, restore } from './directory-steps.ts';

/** Every change of the site that a remedy can consist of. */
export const steps: Readonly<Record<StepId, Step>> = {
	restore,
	enable,
	invite,
	remove,
	'assign-role': assignRole,
	create,
	'invite-customer': inviteCustomer,
	'add-to-desk': addToDesk,
	'add-to-organisation': addToOrganisation,
};
