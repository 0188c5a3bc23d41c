import { type PartKind, type PartState, partKinds, type SnapshotPart } from '#shared/snapshot.ts';

/** Parts that are kept for each desk carry its id in their name. */
const perDesk = ['permission', 'customers'] as const satisfies readonly PartKind[];
type DeskPart = (typeof perDesk)[number];

export type PartName = Exclude<PartKind, DeskPart | 'export'> | `${DeskPart}:${string}` | ExportPart;
/** Numbered in the order in which files were added. */
export type ExportPart = `export:${number}`;

const isPerDesk = (kind: string): kind is DeskPart => (perDesk as readonly string[]).includes(kind);
const isKind = (text: string): text is PartKind => (partKinds as readonly string[]).includes(text);

export const isExportPart = (name: string): name is ExportPart => /^export:[1-9]\d{0,3}$/.test(name);

/** `null` for what names no part. */
export const readPartName = (name: string): { readonly kind: PartKind; readonly deskId: string | null } | null => {
	const colon = name.indexOf(':');
	const kind = colon < 0 ? name : name.slice(0, colon);
	const deskId = colon < 0 ? null : name.slice(colon + 1);
	if (!isKind(kind)) return null;
	if (kind === 'export') return isExportPart(name) ? { kind, deskId: null } : null;
	return isPerDesk(kind) !== (deskId !== null) || deskId === '' ? null : { kind, deskId };
};

/** Of a name that came out of a file. */
export const isPartName = (name: string): name is PartName => readPartName(name) !== null;

/** In the order in which they were added. */
export const exportParts = (parts: readonly SnapshotPart[]): readonly ExportPart[] =>
	parts.flatMap(({ name }) => (isExportPart(name) ? [name] : [])).toSorted((a, b) => numberOf(a) - numberOf(b));

const numberOf = (name: ExportPart): number => Number(name.slice(name.indexOf(':') + 1));

export const nextExportPart = (parts: readonly SnapshotPart[]): ExportPart =>
	`export:${Math.max(0, ...exportParts(parts).map(numberOf)) + 1}`;

/** Whether there is nothing of the site's own in it: files of an admin's are all there is. */
export const isOfExportsOnly = (parts: readonly SnapshotPart[]): boolean =>
	parts.some(({ kind }) => kind === 'export') && parts.every(({ kind }) => kind === 'export' || kind === 'domains');

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
 * organisation key are not among them: a live diagnosis with the same tokens would not have asked either. Exports lack
 * nothing in this sense: what they do not tell is named row by row (`deskId`: `null`).
 */
export const missingParts = (parts: readonly SnapshotPart[], deskId: string | null): readonly PartName[] => {
	if (deskId === null) return [];
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
