import type { Turns } from '#core/ports.ts';
import { type Loaded, loadSnapshot } from '#core/snapshots/load-snapshot.ts';
import type { SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { type Failure, failed, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';

export interface SnapshotWish {
	/** `null`: the newest one that is complete for the desk. */
	readonly snapshotId: string | null;
	/** Where the site was named: no other's snapshot is ever used. `null`: that of the snapshot, or the only one there are snapshots of. */
	readonly siteUrl: string | null;
	readonly deskKey: string | null;
	readonly allowIncomplete: boolean;
}

/** Opens one, loads it, lets the file go. */
const load = async (store: SnapshotStore, id: string, wish: SnapshotWish, turns: Turns): Promise<Outcome<Loaded>> => {
	const opened = await store.open(id);
	if (!opened.ok) return opened;
	const { header } = opened.value;
	try {
		if (wish.siteUrl !== null && header.site.url !== wish.siteUrl) {
			return failed('snapshot-other-site', { snapshot: id, site: header.site.url, wanted: wish.siteUrl });
		}
		return await loadSnapshot(opened.value, wish, turns);
	} finally {
		opened.value.close();
	}
};

/** Newest first. Without a site they must all be of one: which client is meant is nobody's guess. */
const candidatesOf = (snapshots: readonly SnapshotInfo[], siteUrl: string | null): Outcome<readonly SnapshotInfo[]> => {
	const settled = snapshots.filter(({ state, site }) => state !== 'pulling' && (siteUrl === null || site.url === siteUrl));
	const sites = [...new Set(settled.map(({ site }) => site.url))];
	if (sites.length > 1) return failed('wrong-use', { what: `There are snapshots of several sites: name one. ${sites.join(', ')}` });
	return settled.length > 0 ? { ok: true, value: settled } : failed('snapshot-not-found', siteUrl === null ? {} : { site: siteUrl });
};

/**
 * The snapshot a diagnosis is to be made against, in memory and checked. A newer one that is incomplete for the desk is
 * passed over for an older one that is not; one that was tampered with is never passed over in silence. Fails with
 * `snapshot-not-found`, `snapshot-incomplete` (the newest), `snapshot-other-site`, `snapshot-tampered` and what the desk's
 * name can fail with.
 */
export const chooseSnapshot = async (store: SnapshotStore, wish: SnapshotWish, turns: Turns): Promise<Outcome<Loaded>> => {
	if (wish.snapshotId !== null) return load(store, wish.snapshotId, wish, turns);
	const candidates = candidatesOf((await store.list()).snapshots, wish.siteUrl);
	if (!candidates.ok) return candidates;
	let incomplete: Failure | null = null;
	for (const { id } of candidates.value) {
		const loaded = await load(store, id, { ...wish, allowIncomplete: false }, turns);
		if (loaded.ok || loaded.failure.code !== 'snapshot-incomplete') return loaded;
		incomplete ??= loaded.failure;
	}
	const [newest] = candidates.value;
	if (wish.allowIncomplete && newest !== undefined) return load(store, newest.id, wish, turns);
	return incomplete === null ? failed('snapshot-not-found') : { ok: false, failure: incomplete };
};
