/** Where the window shows the demo: the same pages, served from the demo's own data. */
export const demoPath = '/demo/';
