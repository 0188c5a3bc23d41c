import type { StepId } from '#shared/remedies.ts';
import type { Step } from '../step.ts';
import { addToDesk } from './add-to-desk.ts';
import { addToOrganisation } from './add-to-organisation.ts';
import { assignRole } from './assign-role.ts';
import { create } from './create.ts';
import { enable } from './enable.ts';
import { invite } from './invite.ts';
import { remove } from './remove.ts';
import { restore } from './restore.ts';

/** Every change of the site that a remedy can consist of. */
export const steps: Readonly<Record<StepId, Step>> = {
	restore,
	enable,
	invite,
	remove,
	'assign-role': assignRole,
	create,
	'add-to-desk': addToDesk,
	'add-to-organisation': addToOrganisation,
};
