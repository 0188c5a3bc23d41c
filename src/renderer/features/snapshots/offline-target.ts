import type { DeskRef, SiteInfo } from '#shared/run.ts';
import type { SnapshotInfo } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly, type MissingPart, missingParts } from '#shared/snapshot-gaps.ts';

/** What `runs.start` is told of a run against a snapshot. */
export interface OfflineStart {
	/** Where the site is stored here: columns are remembered for it. */
	readonly site?: string;
	readonly desk?: string;
	readonly offline: { readonly snapshotId: string; readonly allowIncomplete: boolean };
}

/** A pull that broke off before it knew the service projects is of no use yet. */
export const isUsable = ({ state, parts, desks }: SnapshotInfo): boolean =>
	state !== 'pulling' && (desks.length > 0 || isOfAdminFilesOnly(parts));

/** Those a run can be made against, newest first. */
export const usableSnapshots = (snapshots: readonly SnapshotInfo[]): readonly SnapshotInfo[] => snapshots.filter(isUsable);

/** The newest of the site, so that a change of the site is no change of the client by accident; else the newest of all. */
export const proposeSnapshot = (snapshots: readonly SnapshotInfo[], siteUrl: string | null): SnapshotInfo | null => {
	const usable = usableSnapshots(snapshots);
	return usable.find(({ site }) => site.url === siteUrl) ?? usable[0] ?? null;
};

export interface DeskChoice {
	readonly desk: DeskRef;
	/** Whether its people are in the snapshot, at least in part. */
	readonly isIn: boolean;
}

/** Service projects that can be chosen, those whose people are in it first; none for files of an admin's. */
export const deskChoices = ({ desks, parts }: SnapshotInfo): readonly DeskChoice[] => {
	if (isOfAdminFilesOnly(parts)) return [];
	const pulled = new Set(parts.flatMap(({ kind, deskId }) => (kind === 'customers' && deskId !== null ? [deskId] : [])));
	const choices = desks.map((desk) => ({ desk, isIn: pulled.has(desk.id) }));
	return [...choices.filter(({ isIn }) => isIn), ...choices.filter(({ isIn }) => !isIn)];
};

/** The service project that is meant: the one chosen, or the only one whose people are in it. */
export const deskMeant = (snapshot: SnapshotInfo, deskKey: string | null): DeskRef | null => {
	const choices = deskChoices(snapshot);
	const chosen = choices.find(({ desk }) => desk.key === deskKey);
	const within = choices.filter(({ isIn }) => isIn);
	const only = within.length === 1 ? within[0] : choices.length === 1 ? choices[0] : undefined;
	return (chosen ?? only)?.desk ?? null;
};

export interface Lack {
	/** What a diagnosis for the service project would ask and the snapshot does not hold. */
	readonly missing: readonly MissingPart[];
	/** Somebody has to say that it is to be used as it is. */
	readonly isToBeAllowed: boolean;
}

export const lackOf = (snapshot: SnapshotInfo, desk: DeskRef | null): Lack => {
	const missing = missingParts(snapshot.parts, desk?.id ?? null);
	return { missing, isToBeAllowed: missing.length > 0 || snapshot.state === 'incomplete' };
};

/** `null` while a service project is to be chosen, or an incomplete snapshot to be allowed. */
export const offlineStart = (
	snapshot: SnapshotInfo,
	deskKey: string | null,
	isAllowed: boolean,
	sites: readonly SiteInfo[],
): OfflineStart | null => {
	const desk = deskMeant(snapshot, deskKey);
	if (desk === null && !isOfAdminFilesOnly(snapshot.parts)) return null;
	if (lackOf(snapshot, desk).isToBeAllowed && !isAllowed) return null;
	const stored = sites.find(({ url }) => url === snapshot.site.url);
	return {
		...(stored === undefined ? {} : { site: stored.name }),
		...(desk === null ? {} : { desk: desk.key }),
		offline: { snapshotId: snapshot.id, allowIncomplete: isAllowed },
	};
};
