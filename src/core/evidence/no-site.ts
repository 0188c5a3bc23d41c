import type { AccountSweep } from './account-sweep.ts';
import type { SiteAccounts } from './gather.ts';

/**
 * What stands for the site's own lists where there are only admin files. Nobody was asked, which is no "no": each names the call
 * that would tell, and `origin`, what the admin files are in.
 */
export const noSiteAccounts = (origin: string, at: string): SiteAccounts => {
	const sweep: AccountSweep = {
		counted: null,
		problem: 'the site was not asked: there are exports only',
		source: `GET /rest/api/3/users/search (${origin})`,
		at,
		portal: new Map(),
		atlassian: new Map(),
		unreadable: new Map(),
		nameless: 0,
	};
	return {
		sweep,
		customers: {
			sawPortalOnly: false,
			membership: (address) =>
				Promise.resolve({
					known: false,
					why: 'not-exported',
					proof: {
						asked: `${address} among the desk's customers`,
						source: `GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer (${origin})`,
						answer: { problem: "no export holds a desk's customers" },
						at,
					},
				}),
		},
	};
};
