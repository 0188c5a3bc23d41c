/** Where the window shows the demo: the same pages, served from the demo's own data. */
export const demoPath = '/demo/';

/** The name under which the window hands its end of the contract's port to the preload script, and that to the Node side. */
export const portChannel = 'invite-doctor:port';
