import { accessRevoked } from './access-revoked.ts';
import { alreadyCustomer } from './already-customer.ts';
import { blockedByExportControl } from './blocked-by-export-control.ts';
import { customerAccessClosed } from './customer-access-closed.ts';
import { deactivatedByIdp } from './deactivated-by-idp.ts';
import { deactivatedByPerson } from './deactivated-by-person.ts';
import { deactivatedHere } from './deactivated-here.ts';
import { deletionPending } from './deletion-pending.ts';
import { domainNotApproved } from './domain-not-approved.ts';
import { duplicateAccounts } from './duplicate-accounts.ts';
import { deactivatedAndUnverified, emailNotVerified } from './email-not-verified.ts';
import { managedElsewhere } from './managed-elsewhere.ts';
import { notInvited } from './not-invited.ts';
import { portalAccountInactive } from './portal-account-inactive.ts';
import { probableTypo } from './probable-typo.ts';
import { readyExisting } from './ready-existing.ts';
import { readyNew } from './ready-new.ts';
import { roleMissing } from './role-missing.ts';
import type { CauseRule } from './rule.ts';
import { signUpNotAllowed } from './sign-up-not-allowed.ts';
import { undetermined, unreadableAnswer } from './undetermined.ts';

/** The order of judgement: the first rule that claims the row wins (DOMAIN.md 3). */
export const rulesInOrder: readonly CauseRule[] = [
	unreadableAnswer,
	// The state of the Atlassian account comes first: nobody is told to migrate to an account that is off.
	deletionPending,
	blockedByExportControl,
	deactivatedByIdp,
	deactivatedHere,
	deactivatedAndUnverified,
	managedElsewhere,
	deactivatedByPerson,
	accessRevoked,
	notInvited,
	duplicateAccounts,
	roleMissing,
	portalAccountInactive,
	alreadyCustomer,
	emailNotVerified,
	readyExisting,
	signUpNotAllowed,
	customerAccessClosed,
	probableTypo,
	domainNotApproved,
	readyNew,
	undetermined,
];
