/** Names of before: `api.ts` is what new code imports. Goes with the last file that asks here. */
export { type Api as Client, ask, installApi as installClient } from './api.ts';
