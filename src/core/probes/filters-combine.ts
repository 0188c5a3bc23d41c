import { jsmRoles } from '../evidence/connect.ts';
import { concernsOneAnswer, RunStopped } from '../run-stopped.ts';
import type { Probe } from './probe.ts';

/** Does the directory search take addresses, roles and resources at once? Source: atlassian-api.md 12.7. */
export const filtersCombine: Probe = {
	id: 'filters-combine',
	look: async ({ questions, organisation, callerEmail }) => {
		if (organisation === null || callerEmail === null) return { answer: 'open', reason: 'no-org-key' };
		const search = { emails: [callerEmail], cursor: null };
		const filter = { roleIds: jsmRoles, resourceIds: [organisation.jsmResource] };
		const asked = await questions.directoryUsers(organisation.id, { ...search, ...filter });
		if (asked.ok) return { answer: 'yes', reason: 'seen' };
		if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
		return asked.failure.code === 'call-refused' ? { answer: 'no', reason: 'refused' } : { answer: 'open', reason: 'not-answered' };
	},
};
