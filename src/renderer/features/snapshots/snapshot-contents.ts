import type { DeskRef, SiteInfo } from '#shared/run.ts';
import { type PartKind, partKinds, type PartState, type SnapshotInfo, type SnapshotPart } from '#shared/snapshot.ts';
import { isOfAdminFilesOnly, isWhole, missingParts } from '#shared/snapshot-gaps.ts';
import type { standingTexts } from '../../messages.ts';
import { hostOf } from '../../sites.ts';

/** Parts of one kind, those of all service projects together. */
export interface PartGroup {
	readonly kind: PartKind;
	/** How many service projects it is of; 0 where it is of the site. */
	readonly desks: number;
	readonly records: number;
	readonly source: string;
	readonly from: string | null;
	readonly until: string | null;
}

export interface Gap {
	readonly kind: PartKind;
	readonly state: Exclude<PartState, 'complete'>;
	readonly why: SnapshotPart['why'];
	/** Keys of the first service projects it is of, and how many more there are. */
	readonly desks: readonly string[];
	readonly more: number;
}

const namedDesks = 5;

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** What was read of the site, in the order of the parts. Files of an admin's are told by `exports`. */
export const groupParts = ({ parts }: SnapshotInfo): readonly PartGroup[] => {
	const groups = new Map<PartKind, PartGroup>();
	for (const { kind, deskId, records, source, from, until } of parts) {
		if (kind === 'export' || from === null) continue;
		const known = groups.get(kind);
		groups.set(kind, {
			kind,
			desks: (known?.desks ?? 0) + (deskId === null ? 0 : 1),
			records: (known?.records ?? 0) + records,
			source,
			from: earlier(known?.from ?? null, from),
			until: later(known?.until ?? null, until),
		});
	}
	return partKinds.flatMap((kind) => groups.get(kind) ?? []);
};

/** What every diagnosis would ask and the pull has not come to. */
const notBegun = (parts: readonly SnapshotPart[]): readonly PartKind[] => {
	if (isOfAdminFilesOnly(parts)) return [];
	const begun = new Set<string>(parts.map(({ name }) => name));
	return missingParts(parts, '').flatMap((name) => (begun.has(name) || name.includes(':') ? [] : [name as PartKind]));
};

const keyOf = (desks: readonly DeskRef[], deskId: string): string => desks.find(({ id }) => id === deskId)?.key ?? deskId;

/** What is not in it and why, service projects with the same gap together. */
export const gapsOf = ({ parts, desks }: SnapshotInfo): readonly Gap[] => {
	const gaps = new Map<string, Gap>();
	for (const { kind, deskId, state, why } of parts) {
		if (state === 'complete') continue;
		const id = `${kind} ${state} ${why}`;
		const known = gaps.get(id) ?? { kind, state, why, desks: [], more: 0 };
		const isNamed = deskId !== null && known.desks.length < namedDesks;
		gaps.set(id, {
			...known,
			desks: isNamed ? [...known.desks, keyOf(desks, deskId)] : known.desks,
			more: known.more + (deskId !== null && !isNamed ? 1 : 0),
		});
	}
	const others = notBegun(parts).map((kind): Gap => ({ kind, state: 'unfinished', why: null, desks: [], more: 0 }));
	return [...gaps.values(), ...others];
};

export type Standing = keyof typeof standingTexts;

export const standingOf = ({ state, parts }: SnapshotInfo): Standing => {
	if (state === 'pulling') return 'pulling';
	if (isOfAdminFilesOnly(parts)) return 'files';
	if (state === 'incomplete') return 'incomplete';
	return isWhole(parts) ? 'whole' : 'gaps';
};

export const recordsOf = ({ parts }: SnapshotInfo, kind: PartKind): number =>
	parts.reduce((sum, part) => (part.kind === kind ? sum + part.records : sum), 0);

/** Service projects whose people are in it, at least in part. */
export const pulledDesks = ({ parts }: SnapshotInfo): number => parts.filter(({ kind }) => kind === 'customers').length;

/** The newest one that was pulled: the next pull goes on with it where it is not complete. */
export const openPull = (snapshots: readonly SnapshotInfo[]): SnapshotInfo | null => {
	const newest = snapshots.find(({ parts }) => !isOfAdminFilesOnly(parts));
	return newest === undefined || newest.state === 'complete' ? null : newest;
};

/** Those that nobody writes, newest first: files can be added to them. */
export const settledSnapshots = (snapshots: readonly SnapshotInfo[]): readonly SnapshotInfo[] =>
	snapshots.filter(({ state }) => state !== 'pulling');

export interface SiteGroup {
	readonly url: string;
	/** As the site is stored here; `null`: there are snapshots of it and nothing else. */
	readonly site: string | null;
	readonly title: string;
	readonly snapshots: readonly SnapshotInfo[];
}

/** Stored sites first, in their order, with or without snapshots; then those that only snapshots tell of. */
export const groupBySite = (sites: readonly SiteInfo[], snapshots: readonly SnapshotInfo[]): readonly SiteGroup[] => {
	const of = (url: string): readonly SnapshotInfo[] => snapshots.filter(({ site }) => site.url === url);
	const stored = sites.map(({ name, url }) => ({ url, site: name, title: name, snapshots: of(url) }));
	const known = new Set(sites.map(({ url }) => url));
	const others = [...new Set(snapshots.map(({ site }) => site.url))].filter((url) => !known.has(url));
	return [...stored, ...others.map((url) => ({ url, site: null, title: hostOf(url), snapshots: of(url) }))];
};
