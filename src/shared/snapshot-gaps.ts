import type { PartKind, SnapshotPart } from './snapshot.ts';

type Settlement = Pick<SnapshotPart, 'kind' | 'state'>;

/** Whether there is nothing of the site's own in it: files of an admin's are all there is. */
export const isOfAdminFilesOnly = (parts: readonly Pick<SnapshotPart, 'kind'>[]): boolean =>
	parts.some(({ kind }) => kind === 'export') && parts.every(({ kind }) => kind === 'export' || kind === 'domains');

/** A refusal that a live diagnosis bears too: it goes on with less to see, and says so. */
const bearable: readonly PartKind[] = ['directories', 'domains', 'permission', 'roles'];

const isSettled = ({ kind, state }: Settlement): boolean =>
	state === 'complete' || state === 'not-asked' || (state === 'refused' && bearable.includes(kind));

/** Nothing is missing that a diagnosis would ask, for any desk whose people are kept. */
export const isWhole = (parts: readonly Settlement[]): boolean => parts.length > 0 && parts.every(isSettled);

/** Nothing a new pull with the same tokens would add. */
export const isComplete = (parts: readonly Settlement[]): boolean =>
	parts.length > 0 && parts.every((part) => isSettled(part) || part.state === 'refused');

const ofSite = ['site', 'organisation', 'desks', 'accounts'] as const satisfies readonly PartKind[];
const ofOrganisation = [
	'directories',
	'domains',
	'directory',
	'roles',
	'role-assignments',
	'manageable',
] as const satisfies readonly PartKind[];

/** Names of parts, as `missingParts` finds them. */
export type MissingPart = (typeof ofSite)[number] | (typeof ofOrganisation)[number] | `permission:${string}` | `customers:${string}`;

/**
 * What a diagnosis for this desk would ask and the snapshot does not hold. Parts that could not be asked for want of an
 * organisation key are not among them: a live diagnosis with the same tokens would not have asked either. Admin files lack
 * nothing in this sense: what they do not tell is named row by row (`deskId`: `null`).
 */
export const missingParts = (
	parts: readonly Pick<SnapshotPart, 'name' | 'kind' | 'state'>[],
	deskId: string | null,
): readonly MissingPart[] => {
	if (deskId === null) return [];
	const byName = new Map(parts.map((part) => [part.name, part]));
	const hasOrganisation = byName.get('organisation')?.state === 'complete';
	const needed: readonly MissingPart[] = [
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
