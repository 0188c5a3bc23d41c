import { expect, it } from 'vitest';
import { openDatabase } from '#main/storage/database.ts';
import { createRunStore } from '#main/storage/runs/run-store.ts';
import { makeSortedIds } from '#main/storage/runs/sorted-ids.ts';
import { nobodyHolds } from '../../../../support/memory-locks.ts';
import { listRow, newRun, temporaryFolder, valueOf } from '../samples.ts';

it('sorts names and organisations once, whichever way around, for the lists that were sorted last', async () => {
	const folder = temporaryFolder();
	const sql = valueOf(await openDatabase(`${folder.path}/x.sqlite`));
	const store = createRunStore(sql, nobodyHolds);
	const names = ['ben', 'Ann', null, 'ann'];
	for (const id of ['1', '2', '3', '4', '5']) {
		valueOf(
			store.create(
				newRun(id),
				names.map((displayName, row) => listRow(row + 2, `p${row}@example.com`, { displayName, organisation: displayName })),
			),
		);
	}
	let asked = 0;
	const sorted = makeSortedIds({
		...sql,
		column: (text, params) => {
			if (text.includes('ORDER BY')) asked += 1;
			return sql.column(text, params);
		},
	});
	expect(sorted(1, { by: 'name', descending: false })).toEqual([2, 1, 3, 0]);
	expect(sorted(1, { by: 'name', descending: true })).toEqual([0, 3, 1, 2]);
	expect(sorted(1, { by: 'name', descending: false })).toEqual([2, 1, 3, 0]);
	expect(asked).toBe(1);
	expect(sorted(1, { by: 'organisation', descending: true })).toEqual([0, 3, 1, 2]);
	expect(asked).toBe(2);
	// A fifth one takes the place of the one that was not asked for longest.
	for (const key of [2, 3, 1, 4]) sorted(key, { by: 'name', descending: false });
	expect(asked).toBe(5);
	sorted(1, { by: 'name', descending: false });
	expect(asked).toBe(5);
	sorted(1, { by: 'organisation', descending: false });
	expect(asked).toBe(6);
	sql.close();
	folder.remove();
});
