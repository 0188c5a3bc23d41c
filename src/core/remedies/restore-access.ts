import type { Remedy } from './remedy.ts';

/** Former roles and their billing come back with the account; the free role is granted where none came back that lets the person in. */
export const restoreAccess: Remedy = { id: 'restore-access', steps: ['restore', 'assign-role', 'add-to-desk'] };
