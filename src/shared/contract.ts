import type { InferContractRouterInputs } from '@orpc/contract';
import { appContract, settingsContract } from './contract/app.ts';
import { auditContract } from './contract/audit.ts';
import { checksContract } from './contract/checks.ts';
import { deletionContract } from './contract/deletion.ts';
import { listsContract } from './contract/lists.ts';
import { networkContract } from './contract/network.ts';
import { plansContract } from './contract/plans.ts';
import { reportsContract } from './contract/reports.ts';
import { runsContract } from './contract/runs.ts';
import { sitesContract } from './contract/sites.ts';
import { snapshotsContract } from './contract/snapshots.ts';

/**
 * The one contract between the Node side and whoever asks it: a room for each part of the product. Every input has
 * limits; every result is a plain `Outcome`. Results are typed, not parsed: they come from our own process.
 */
export const contract = {
	app: appContract,
	sites: sitesContract,
	checks: checksContract,
	deletion: deletionContract,
	lists: listsContract,
	runs: runsContract,
	snapshots: snapshotsContract,
	plans: plansContract,
	reports: reportsContract,
	audit: auditContract,
	settings: settingsContract,
	network: networkContract,
};

/** What comes with a question, by room and call. */
export type Asked = InferContractRouterInputs<typeof contract>;
