import type { Probe } from './probe.ts';

/** Does `restore` take `-` for every directory? Asking would restore somebody; the product always names the directory. Source: atlassian-api.md 12.8. */
export const restoreEverywhere: Probe = {
	id: 'restore-everywhere',
	look: async () => ({ answer: 'open', reason: 'would-change-the-site' }),
};
