import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#core/snapshots/snapshot.ts';
import { isUnsealed, pinned } from '#main/services/runs/run-source.ts';
import type { SnapshotPart } from '#shared/snapshot.ts';

const accounts = {
	name: 'accounts',
	deskId: null,
	kind: 'accounts',
	state: 'unfinished',
	why: null,
	source: 'GET /rest/api/3/users/search',
} as const;
const part = (records: number): SnapshotPart => ({ ...accounts, from: null, until: null, records });
const snapshot = (digest: string | null, records: number) =>
	({
		id: '0123456789ab',
		takenAt: '2026-11-23T11:00:00.000Z',
		digest,
		missing: [],
		parts: new Map([['accounts', part(records)]]),
	}) as Partial<Snapshot> as Snapshot;

describe('what a run is pinned to', () => {
	it('is the digest of a snapshot that has one', () => {
		expect(pinned(snapshot('ab', 3)).digest).toBe('ab');
		expect(isUnsealed('ab')).toBe(false);
	});

	it('is how far the pull had come where it was killed, so that a run never goes on after the pull did', () => {
		const { digest } = pinned(snapshot(null, 3));
		expect(isUnsealed(digest)).toBe(true);
		expect(pinned(snapshot(null, 3)).digest).toBe(digest);
		expect(pinned(snapshot(null, 4)).digest).not.toBe(digest);
	});
});
