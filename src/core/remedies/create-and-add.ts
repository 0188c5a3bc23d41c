import type { Remedy } from './remedy.ts';

/** A new account, then the membership. A 409 turns the row into a new diagnosis. */
export const createAndAdd: Remedy = { id: 'create-and-add', steps: ['create', 'add-to-desk'] };
