import type { Remedy } from './remedy.ts';

/** Invites with the Customer role and without a mail, then adds. An invitation that cannot be settled is left to a person. */
export const inviteWithRole: Remedy = { id: 'invite-with-role', steps: ['invite', 'add-to-desk'] };
