import type { Remedy } from './remedy.ts';

/** Destructive: the account leaves the organisation with its roles and groups, then the person gets an account of the portal alone. One plan: whoever was removed is finished, or stands in red until somebody does. */
export const replaceWithPortalAccount: Remedy = { id: 'replace-with-portal-account', steps: ['remove', 'create', 'add-to-desk'] };
