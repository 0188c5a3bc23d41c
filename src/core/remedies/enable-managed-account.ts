import type { Remedy } from './remedy.ts';

/** Switches our own account on again, everywhere; the role is granted where the account has none here. */
export const enableManagedAccount: Remedy = { id: 'enable-managed-account', steps: ['enable', 'assign-role', 'add-to-desk'] };
