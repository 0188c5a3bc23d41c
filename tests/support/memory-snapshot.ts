import { done, type Outcome } from '#shared/outcome.ts';
import type { SnapshotInfo, SnapshotPart } from '#shared/snapshot.ts';
import type { Json } from '#shared/verdict.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';
import { type PartName, readPartName } from '#core/snapshots/parts.ts';
import type { PartEnd, SnapshotDraft, SnapshotHeader, StoredSnapshot } from '#core/snapshots/snapshot-store.ts';

interface Kept {
	part: SnapshotPart;
	cursor: string | null;
	records: Json[];
}

export const someHeader: SnapshotHeader = {
	id: '0123456789ab',
	site: { name: 'halden', url: 'https://halden.atlassian.net', adminUrl: 'https://api.atlassian.com' },
	takenAt: '2026-11-23T11:00:00.000Z',
	access: unknownCustomerAccess,
};

export interface MemorySnapshot extends SnapshotDraft {
	/** Every page that was appended, by part. */
	readonly appended: readonly { readonly name: string; readonly records: readonly Json[] }[];
	/** The next writes fail with this until it is called without one. */
	failWith(failure: Outcome<never> | null): void;
	stored(digest?: string | null): StoredSnapshot;
}

/** A snapshot in memory that keeps what it is given as JSON, as a file would. */
export const memorySnapshot = (header: SnapshotHeader = someHeader): MemorySnapshot => {
	const kept = new Map<PartName, Kept>();
	const appended: { name: string; records: readonly Json[] }[] = [];
	let failing: Outcome<never> | null = null;
	const of = (name: PartName): Kept => {
		const found = kept.get(name);
		if (found === undefined) throw new Error(`the part ${name} was not begun`);
		return found;
	};
	const settle = (one: Kept, { state, why }: PartEnd): void => {
		one.part = { ...one.part, state, why };
	};
	const parts = (): readonly SnapshotPart[] => [...kept.values()].map(({ part }) => part);
	const info = (): SnapshotInfo => ({ ...header, state: 'pulling', desks: [], parts: parts(), adminFiles: [], bytes: 0 });
	return {
		header,
		appended,
		failWith: (failure) => {
			failing = failure;
		},
		parts,
		begin: (name, source) => {
			if (failing !== null) return failing;
			const empty = { state: 'unfinished', why: null, records: 0, source, from: null, until: null } as const;
			const fresh: Kept = { part: { name, kind: 'site', deskId: null, ...readPartName(name), ...empty }, cursor: null, records: [] };
			const one = kept.get(name) ?? fresh;
			kept.set(name, one);
			return done({ part: one.part, cursor: one.cursor });
		},
		append: (name, records, { at, cursor }, end) => {
			if (failing !== null) return failing;
			const one = of(name);
			appended.push({ name, records });
			one.records.push(...records.map((record) => JSON.parse(JSON.stringify(record)) as Json));
			const { from, until } = one.part;
			const times = { from: from === null || at < from ? at : from, until: until === null || at > until ? at : until };
			one.part = { ...one.part, ...times, records: one.records.length };
			one.cursor = cursor;
			if (end !== undefined) settle(one, end);
			return done(null);
		},
		settle: (name, end) => {
			settle(of(name), end);
			return done(null);
		},
		empty: (name) => {
			const one = of(name);
			Object.assign(one, { cursor: null, records: [] });
			one.part = { ...one.part, state: 'unfinished', why: null, records: 0, from: null, until: null };
			return done(null);
		},
		records: (name) => [kept.get(name)?.records ?? []],
		info,
		close: async () => info(),
		stored: (digest = 'd'.repeat(64)) => ({
			header,
			parts: parts(),
			digest,
			records: (name) => {
				const one = kept.get(name);
				return one === undefined ? [] : [done(one.records)];
			},
			close: () => undefined,
		}),
	};
};
