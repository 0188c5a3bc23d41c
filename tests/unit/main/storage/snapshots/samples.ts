import Driver from 'better-sqlite3';
import { makeWorld } from '#demo-site/world/make-world.ts';
import type { SnapshotDraft, SnapshotHeader, SnapshotStore } from '#core/snapshots/snapshot-store.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { writeWorld } from '../../../../support/world-snapshot.ts';
import { valueOf } from '../samples.ts';
import { anyHold } from '../../../../support/memory-locks.ts';

export const header = (id = '0123456789ab', takenAt = '2026-11-23T12:00:00.000Z'): SnapshotHeader => ({
	id,
	site: { name: 'halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com' },
	takenAt,
	access: { ...unknownCustomerAccess, internal: true, origin: 'declared', at: takenAt },
});

export const smallWorld = () => makeWorld({ peoplePerCause: 1, fillers: 5 });

/** A whole snapshot of a small world. */
export const pulledSnapshot = async (store: SnapshotStore, of = header()): Promise<void> => {
	const draft: SnapshotDraft = valueOf(await store.create(of, anyHold));
	writeWorld(draft, smallWorld());
	await draft.close();
};

export type Step = (file: Driver.Database) => void;

/**
 * Changes a file behind everybody's back, with the driver's own guards off. Each step is a connection of its own, so that
 * a changed schema is read anew.
 */
export const meddle = (path: string, ...steps: readonly Step[]): void => {
	for (const step of steps) {
		const file = new Driver(path);
		file.unsafeMode(true);
		step(file);
		file.close();
	}
};
