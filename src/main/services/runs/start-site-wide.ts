import { noteworthyColumns, noteworthyPeople } from '#core/snapshots/noteworthy-people.ts';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteWideStarted } from '#shared/run.ts';
import { inBatches } from '../../files/open-list.ts';
import type { RunService, StartRun } from './run-service.ts';

/**
 * A run without a list: over everybody of a snapshot with whom something may be wrong. `listName` is what the run is called.
 * Fails with `nobody-noteworthy` where there is nobody.
 */
export const startSiteWide = async (
	runs: RunService,
	snapshot: Snapshot,
	{ listName, deskKey, access }: Pick<StartRun, 'listName' | 'deskKey' | 'access'>,
): Promise<Outcome<SiteWideStarted>> => {
	const { rows, withoutAddress } = noteworthyPeople(snapshot);
	if (rows.length === 0) return failed('nobody-noteworthy', { snapshot: snapshot.id, withoutAddress });
	const list = { listName, columns: noteworthyColumns, batches: inBatches(rows) };
	const started = await runs.startOffline({ ...list, deskKey, access, snapshot });
	return started.ok ? done({ ...started.value, people: rows.length, withoutAddress }) : started;
};
