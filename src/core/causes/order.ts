import { accessRevoked } from './access-revoked.ts';
import { alreadyCustomer } from './already-customer.ts';
import { customerAccessClosed } from './customer-access-closed.ts';
import { deactivatedByIdp } from './deactivated-by-idp.ts';
import { deactivatedHere } from './deactivated-here.ts';
import { deletionPending } from './deletion-pending.ts';
import { domainNotApproved } from './domain-not-approved.ts';
import { duplicateAccounts } from './duplicate-accounts.ts';
import { managedElsewhere } from './managed-elsewhere.ts';
import { notInvited } from './not-invited.ts';
import { portalAccountInactive } from './portal-account-inactive.ts';
import { probableTypo } from './probable-typo.ts';
import { readyExisting } from './ready-existing.ts';
import { readyNew } from './ready-new.ts';
import { roleMissing } from './role-missing.ts';
import type { CauseRule } from './rule.ts';
import { undetermined, unreadableAnswer } from './undetermined.ts';

/** The order of judgement: the first rule that claims the row wins (DOMAIN.md 3). */
export const rulesInOrder: readonly CauseRule[] = [
	unreadableAnswer,
	duplicateAccounts,
	deletionPending,
	deactivatedByIdp,
	deactivatedHere,
	managedElsewhere,
	accessRevoked,
	notInvited,
	roleMissing,
	portalAccountInactive,
	alreadyCustomer,
	readyExisting,
	customerAccessClosed,
	probableTypo,
	domainNotApproved,
	readyNew,
	undetermined,
];
