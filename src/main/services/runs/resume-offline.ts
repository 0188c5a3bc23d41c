import type { RunStore } from '#core/runs/run-store.ts';
import { failed, type Outcome } from '#shared/outcome.ts';
import type { RunService } from './run-service.ts';
import { isUnsealed } from './run-source.ts';
import type { SnapshotService } from '../snapshots/snapshot-service.ts';

interface Parts {
	readonly runs: RunService;
	readonly snapshots: SnapshotService;
	readonly store: RunStore;
}

/** Goes on with a run against the snapshot it was begun with; no site and no token is needed. */
export const resumeOffline = async ({ runs, snapshots, store }: Parts, runId: string): Promise<Outcome<null>> => {
	const request = store.request(runId);
	if (!request.ok) return request;
	if (request.value.mode !== 'offline') return failed('wrong-use', { what: 'mode' });
	const { snapshot, site, deskKey } = request.value;
	const wish = {
		snapshotId: snapshot.id,
		siteUrl: site.url,
		deskKey,
		allowIncomplete: snapshot.missing.length > 0 || isUnsealed(snapshot.digest),
	};
	const loaded = await snapshots.load(wish);
	return loaded.ok ? runs.resumeOffline(runId, loaded.value.snapshot) : loaded;
};
