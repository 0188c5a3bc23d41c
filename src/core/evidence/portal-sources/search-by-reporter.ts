import { isPortalOnly } from '../account-sweep.ts';
import { concernsOneAnswer, RunStopped } from '../../run-stopped.ts';
import type { PortalSource } from './portal-source.ts';

/**
 * The last resort, and only where a probe has shown that it works: a request of this reporter names the account. Who never
 * raised one stays hidden. Source: atlassian-api.md 5, "searchable in filters, however, only by its email address".
 */
export const searchByReporter: PortalSource = {
	id: 'search-by-reporter',
	look: async ({ address, isWorthAsking, rare, reporterFindsInactive, budget }) => {
		if (rare === null || !isWorthAsking || !reporterFindsInactive || budget.left <= 0) return null;
		budget.left--;
		const asked = await rare.reporter(address);
		if (!asked.ok) {
			if (!concernsOneAnswer(asked.failure)) throw new RunStopped(asked.failure);
			return null;
		}
		const { value: reporter, source, at } = asked.value;
		if (reporter === null || !isPortalOnly(reporter)) return null;
		const value = { accountId: reporter.accountId, active: reporter.active };
		return { known: true, value, proof: { asked: `who reported requests as ${address}`, source, answer: value, at } };
	},
};
