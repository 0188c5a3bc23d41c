/** The name under which the window hands its end of the contract's port to the preload script, and that to the Node side. */
export const portChannel = 'invite-doctor:port';
