import type { CallRemedyId } from '#shared/remedies.ts';
import { addToDeskRemedy } from './add-to-desk.ts';
import { addToOrganisationRemedy } from './add-to-organisation.ts';
import { createAndAdd } from './create-and-add.ts';
import { enableManagedAccount } from './enable-managed-account.ts';
import { grantCustomerRole } from './grant-customer-role.ts';
import { inviteWithRole } from './invite-with-role.ts';
import type { Remedy } from './remedy.ts';
import { replaceWithPortalAccount } from './replace-with-portal-account.ts';
import { restoreAccess } from './restore-access.ts';

/** Every remedy that the product carries out. */
export const remedies: Readonly<Record<CallRemedyId, Remedy>> = {
	'add-to-desk': addToDeskRemedy,
	'create-and-add': createAndAdd,
	'restore-access': restoreAccess,
	'grant-customer-role': grantCustomerRole,
	'invite-with-role': inviteWithRole,
	'enable-managed-account': enableManagedAccount,
	'replace-with-portal-account': replaceWithPortalAccount,
	'add-to-organisation': addToOrganisationRemedy,
};
