import type { Probe } from './probe.ts';

/** Does `GET /rest/api/3/users/search` show portal-only customers? Held against those in the desks' lists. Source: atlassian-api.md 12.2. */
export const sweepShowsPortalOnly: Probe = {
	id: 'sweep-shows-portal-only',
	look: async ({ sample }) => {
		const { swept, listed } = await sample();
		if (swept === null) return { answer: 'open', reason: 'not-answered' };
		const shown = new Set(swept.portalOnly.map(({ accountId }) => accountId));
		const inDesks = new Set(listed.flatMap(({ portalOnly }) => portalOnly.map(({ accountId }) => accountId)));
		const missing = [...inDesks].filter((id) => !shown.has(id)).length;
		const withAddress = swept.portalOnly.filter(({ email }) => email !== null).length;
		const details = { accounts: swept.accounts, portalOnly: shown.size, withAddress, inDesks: inDesks.size, missing };
		// Who is missing from the first pages may be on a later one.
		if (missing > 0 && swept.isWhole) return { answer: 'no', reason: shown.size === 0 ? 'not-seen' : 'some-missing', details };
		if (shown.size > 0) return { answer: 'yes', reason: 'seen', details };
		return { answer: 'open', reason: 'nobody-to-tell-by', details };
	},
};
