import { type PartKind, type PartState, partKinds, type SnapshotPart } from '#shared/snapshot.ts';

/** Parts that are kept for each desk carry its id in their name. */
const perDesk = ['permission', 'customers'] as const satisfies readonly PartKind[];
type DeskPart = (typeof perDesk)[number];

export type PartName = Exclude<PartKind, DeskPart> | `${DeskPart}:${string}`;

const isPerDesk = (kind: string): kind is DeskPart => (perDesk as readonly string[]).includes(kind);
const isKind = (text: string): text is PartKind => (partKinds as readonly string[]).includes(text);

/** `null` for what names no part. */
export const readPartName = (name: string): { readonly kind: PartKind; readonly deskId: string | null } | null => {
	const colon = name.indexOf(':');
	const kind = colon < 0 ? name : name.slice(0, colon);
	const deskId = colon < 0 ? null : name.slice(colon + 1);
	if (!isKind(kind) || isPerDesk(kind) !== (deskId !== null) || deskId === '') return null;
	return { kind, deskId };
};

/** Of a name that came out of a file. */
export const isPartName = (name: string): name is PartName => readPartName(name) !== null;

/** A refusal that a live diagnosis bears too: it goes on with less to see, and says so. */
const bearable: readonly PartKind[] = ['directories', 'domains', 'permission', 'roles'];

const isSettled = ({ kind, state }: { readonly kind: PartKind; readonly state: PartState }): boolean =>
	state === 'complete' || state === 'not-asked' || (state === 'refused' && bearable.includes(kind));

/** Nothing is missing that a diagnosis would ask, for any desk whose people are kept. */
export const isWhole = (parts: readonly SnapshotPart[]): boolean => parts.length > 0 && parts.every(isSettled);

/** Nothing a new pull with the same tokens would add. */
export const isComplete = (parts: readonly SnapshotPart[]): boolean =>
	parts.length > 0 && parts.every((part) => isSettled(part) || part.state === 'refused');

const ofSite = ['site', 'organisation', 'desks', 'accounts'] as const satisfies readonly PartName[];
const ofOrganisation = [
	'directories',
	'domains',
	'directory',
	'roles',
	'role-assignments',
	'manageable',
] as const satisfies readonly PartName[];

/**
 * What a diagnosis for this desk would ask and the snapshot does not hold. Parts that could not be asked for want of an
 * organisation key are not among them: a live diagnosis with the same tokens would not have asked either.
 */
export const missingParts = (parts: readonly SnapshotPart[], deskId: string): readonly PartName[] => {
	const byName = new Map(parts.map((part) => [part.name, part]));
	const hasOrganisation = byName.get('organisation')?.state === 'complete';
	const needed: readonly PartName[] = [
		...ofSite,
		...(hasOrganisation ? ofOrganisation : []),
		`permission:${deskId}`,
		`customers:${deskId}`,
	];
	return needed.filter((name) => {
		const part = byName.get(name);
		return part === undefined || !isSettled(part);
	});
};
