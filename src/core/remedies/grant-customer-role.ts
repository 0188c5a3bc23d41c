import type { Remedy } from './remedy.ts';

/** The free Customer role, then the membership. */
export const grantCustomerRole: Remedy = { id: 'grant-customer-role', steps: ['assign-role', 'add-to-desk'] };
