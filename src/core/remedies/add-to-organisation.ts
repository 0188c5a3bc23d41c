import type { Remedy } from './remedy.ts';

/** A customer already: only the customer organisation named in the list is missing. */
export const addToOrganisationRemedy: Remedy = { id: 'add-to-organisation', steps: ['add-to-organisation'] };
