import type { Probe } from './probe.ts';

/** Which columns do Atlassian's exports have now? No call tells; an import shows it, and asks where it cannot tell. Source: atlassian-api.md 12.9. */
export const exportHeaders: Probe = {
	id: 'export-headers',
	look: async () => ({ answer: 'open', reason: 'shown-on-import' }),
};
