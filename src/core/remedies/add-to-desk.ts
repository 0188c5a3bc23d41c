import type { Remedy } from './remedy.ts';

/** The account is there and works: only the membership is missing. No effect beyond it. */
export const addToDeskRemedy: Remedy = { id: 'add-to-desk', steps: ['add-to-desk'] };
