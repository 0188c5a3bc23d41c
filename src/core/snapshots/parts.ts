import { type PartKind, partKinds, type SnapshotPart } from '#shared/snapshot.ts';

/** Parts that are kept for each desk carry its id in their name. */
const perDesk = ['permission', 'customers'] as const satisfies readonly PartKind[];
type DeskPart = (typeof perDesk)[number];

export type PartName = Exclude<PartKind, DeskPart | 'export'> | `${DeskPart}:${string}` | AdminFilePart;
/** Numbered in the order in which files were added. */
export type AdminFilePart = `export:${number}`;

const isPerDesk = (kind: string): kind is DeskPart => (perDesk as readonly string[]).includes(kind);
const isKind = (text: string): text is PartKind => (partKinds as readonly string[]).includes(text);

export const isAdminFilePart = (name: string): name is AdminFilePart => /^export:[1-9]\d{0,3}$/.test(name);

/** `null` for what names no part. */
export const readPartName = (name: string): { readonly kind: PartKind; readonly deskId: string | null } | null => {
	const colon = name.indexOf(':');
	const kind = colon < 0 ? name : name.slice(0, colon);
	const deskId = colon < 0 ? null : name.slice(colon + 1);
	if (!isKind(kind)) return null;
	if (kind === 'export') return isAdminFilePart(name) ? { kind, deskId: null } : null;
	return isPerDesk(kind) !== (deskId !== null) || deskId === '' ? null : { kind, deskId };
};

/** Of a name that came out of a file. */
export const isPartName = (name: string): name is PartName => readPartName(name) !== null;

/** In the order in which they were added. */
export const adminFileParts = (parts: readonly SnapshotPart[]): readonly AdminFilePart[] =>
	parts.flatMap(({ name }) => (isAdminFilePart(name) ? [name] : [])).toSorted((a, b) => numberOf(a) - numberOf(b));

const numberOf = (name: AdminFilePart): number => Number(name.slice(name.indexOf(':') + 1));

export const nextAdminFilePart = (parts: readonly SnapshotPart[]): AdminFilePart =>
	`export:${Math.max(0, ...adminFileParts(parts).map(numberOf)) + 1}`;
