import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListRow } from '#core/lists/list.ts';
import type { Turns } from '#core/ports.ts';
import type { RunStore } from '#core/runs/run-store.ts';
import { clearAway, createRun } from '#main/services/runs/create-run.ts';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import type { Sql } from '#main/storage/sql.ts';
import { asStored, codeOf, listRow, newRun, storedRows, temporaryFolder, valueOf } from '../../storage/samples.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';

let folder: ReturnType<typeof temporaryFolder>;
let sql: Sql;
let store: RunStore;
let given: number;
/** Always due: whoever asks gives a turn. */
const turns: Turns = {
	isDue: () => true,
	give: async () => {
		given++;
	},
};
const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => listRow(index + 2, `person${index}@example.com`));

function* batchesOf(rows: readonly ListRow[], onBatch: (first: number) => void = () => undefined): Generator<readonly ListRow[]> {
	yield [];
	for (let first = 0; first < rows.length; first += 250) {
		onBatch(first);
		yield rows.slice(first, first + 250);
	}
}

const create = (batches: Iterable<readonly ListRow[]>, { id = 'run-1', signal = new AbortController().signal } = {}) =>
	createRun({ store, turns, signal }, newRun(id), batches);

const leftIn = (table: string) => sql.column<number>(`SELECT count(*) FROM ${table}`)[0];
const nothingIsLeft = () => expect(['run', 'run_row', 'run_row_source', 'run_address', 'run_count'].map(leftIn)).toEqual([0, 0, 0, 0, 0]);

beforeEach(async () => {
	folder = temporaryFolder();
	sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	store = createRunStore(sql, nobodyHolds);
	given = 0;
});
afterEach(() => {
	sql.close();
	folder.remove();
});

describe('storing a list of usual length', () => {
	it.each([0, 1, 1500])('of %i rows is one transaction', async (count) => {
		store = {
			...store,
			draft: () => {
				throw new Error('in several');
			},
		};
		expect(await create(batchesOf(rowsOf(count)))).toEqual({ ok: true, value: null });
		expect(storedRows(store, 'run-1')).toHaveLength(count);
	});
});

describe('storing a long list', () => {
	const rows = rowsOf(5300);

	it('gives others their turn while it is read and between its transactions', async () => {
		valueOf(await create(batchesOf(rows)));
		expect(given).toBeGreaterThan(5300 / 250);
	});

	it('is seen by nobody before its last row is stored, and whole after', async () => {
		const seen: unknown[] = [];
		const look = (first: number) => {
			if (first < 4000) return;
			expect(leftIn('run_row')).toBeGreaterThan(0);
			seen.push(codeOf(store.run('run-1')), codeOf(store.request('run-1')), store.runs(), storedRows(store, 'run-1'));
			seen.push(store.rowIds('run-1', {}, { by: 'row', descending: false }));
		};
		valueOf(await create(batchesOf(rows, look)));
		expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set(['"run-not-found"', '[]']));
		expect(valueOf(store.run('run-1'))).toMatchObject({ rowCount: 5300, checkedCount: 0, summary: { 'not-checked': 5300 } });
		expect(storedRows(store, 'run-1')).toEqual(rows.map(asStored));
	});

	it('notes every address, however many pieces it takes, and takes them away with the rest', async () => {
		const many = rowsOf(23_000);
		const addresses = many.map(({ read }) => (read.valid ? read.address : ''));
		const ids = addresses.map((_, id) => id).toSorted((a, b) => ((addresses[a] ?? '') < (addresses[b] ?? '') ? -1 : 1));
		valueOf(await create(batchesOf(many)));
		expect(store.rowIds('run-1', {}, { by: 'email', descending: false })).toEqual(ids);
		const breaking = batchesOf(many, (first) => {
			if (first === 22_750) throw new Error('the list broke off');
		});
		await expect(create(breaking, { id: 'run-2' })).rejects.toThrow('the list broke off');
		expect(leftIn('run_address')).toBe(23_000);
		expect(leftIn('run')).toBe(1);
	});

	it('leaves nothing behind when its rows break off', async () => {
		const breaking = batchesOf(rows, (first) => {
			if (first === 5000) throw new Error('the list broke off');
		});
		await expect(create(breaking)).rejects.toThrow('the list broke off');
		nothingIsLeft();
	});

	it('leaves nothing behind when it is cancelled', async () => {
		const abort = new AbortController();
		const stopping = batchesOf(rows, (first) => {
			if (first === 4500) abort.abort();
		});
		expect(codeOf(await create(stopping, { signal: abort.signal }))).toBe('cancelled');
		nothingIsLeft();
	});

	it('says that the disk is full, and once there is room again nothing of it is left', async () => {
		sql.get(`PRAGMA max_page_count = ${(sql.column<number>('PRAGMA page_count')[0] ?? 0) + 350}`);
		expect(codeOf(await create(batchesOf(rows)))).toBe('store-full');
		expect(store.runs()).toEqual([]);
		sql.get('PRAGMA max_page_count = 1000000');
		await clearAway(store.clearDrafts(), turns);
		nothingIsLeft();
	});

	it('ends as busy where somebody cleared it away, and stores no row in the run that has its place', async () => {
		const meddling = batchesOf(rows, (first) => {
			if (first !== 4500) return;
			const step = store.clearDrafts();
			while (step());
			valueOf(store.create(newRun('other'), []));
		});
		expect(codeOf(await create(meddling))).toBe('run-busy');
		expect(sql.column('SELECT id FROM run')).toEqual(['other']);
		expect(leftIn('run_row')).toBe(0);
		sql.run('DELETE FROM run');
		nothingIsLeft();
	});
});

describe('clearing up after creations that died', () => {
	const half = (id: string) => {
		const draft = valueOf(store.draft(newRun(id)));
		valueOf(draft.add(rowsOf(2500)));
	};

	it('takes those whose process is gone, and leaves the others alone', async () => {
		half('run-1');
		half('run-2');
		valueOf(store.create(newRun('whole'), rowsOf(3)));
		await clearAway(createRunStore(sql, (runId) => runId === 'run-2').clearDrafts(), turns);
		expect(sql.column('SELECT id FROM run ORDER BY id')).toEqual(['run-2', 'whole']);
		expect(leftIn('run_row')).toBe(2503);
		expect(leftIn('run_row_source')).toBe(2503);
	});

	it('goes in steps', () => {
		half('run-1');
		const step = store.clearDrafts();
		const left: unknown[] = [];
		while (step()) left.push(leftIn('run_row'));
		expect(left).toEqual([1500, 500]);
		nothingIsLeft();
	});
});
