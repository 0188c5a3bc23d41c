import { readPartName } from '#core/snapshots/parts.ts';
import type { SnapshotInfo, SnapshotPart } from '#shared/snapshot.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';

const at = '2026-11-20T10:00:00.000Z';

/** A part as a snapshot describes it: complete, with one record, unless said otherwise. */
export const part = (name: string, change: Partial<SnapshotPart>): SnapshotPart => {
	const read = readPartName(name);
	if (read === null) throw new Error(name);
	return { name, ...read, state: 'complete', why: null, records: 1, source: 'GET /a', from: at, until: at, ...change };
};

const ofOrganisation = ['directories', 'domains', 'directory', 'roles', 'role-assignments', 'manageable'];

/** Everything a diagnosis for the service project 1 asks. */
export const wholeParts: readonly SnapshotPart[] = [
	'site',
	'organisation',
	'desks',
	'accounts',
	'permission:1',
	'customers:1',
	...ofOrganisation,
].map((name) => part(name, {}));

interface Change extends Partial<Omit<SnapshotInfo, 'site'>> {
	readonly url?: string;
}

/** A complete snapshot of a site with two service projects, of which the people of one were pulled. */
export const snapshot = ({ url = 'https://halden.atlassian.net', ...change }: Change): SnapshotInfo => ({
	id: 'aaaaaaaaaaaa',
	site: { name: new URL(url).hostname.split('.')[0] ?? '', url },
	state: 'complete',
	takenAt: at,
	access: unknownCustomerAccess,
	desks: [
		{ id: '1', key: 'HELP', name: 'Help Centre' },
		{ id: '2', key: 'OPS', name: 'Operations' },
	],
	parts: wholeParts,
	adminFiles: [],
	bytes: 4096,
	...change,
});
