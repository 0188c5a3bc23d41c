import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '#core/lists/list.ts';
import type { ListCheck } from '#core/lists/list-check.ts';
import { checkedList } from '../../../support/checked-list.ts';

const columns: ColumnMapping = { email: 0, name: 1, organisation: 2 };

interface Given {
	readonly mapping?: ColumnMapping;
	readonly width?: number | null;
	readonly siteDomains?: readonly string[];
}

/** Rows from line 2 on, read to the end. */
const checked = (rows: readonly (readonly string[])[], { mapping = columns, width = null, siteDomains = [] }: Given = {}): ListCheck =>
	checkedList(
		rows.map((cells, index) => ({ row: index + 2, cells })),
		mapping,
		{ width, siteDomains },
	);

const runOf = (check: ListCheck) => [...check.listRows()];
const problemsAt = (check: ListCheck, index: number) => check.page('all', index, 1).rows[0]?.problems;

describe('the rows of a run', () => {
	it('keep the original and have name and organisation', () => {
		expect(runOf(checked([[' Ann <ANN@x.com>', '', ' Acme ']]))).toMatchObject([
			{
				row: 2,
				cells: [' Ann <ANN@x.com>', '', ' Acme '],
				original: ' Ann <ANN@x.com>',
				displayName: 'Ann',
				organisation: 'Acme',
				repeats: null,
				suggestion: null,
			},
		]);
	});

	it('point a repeat at the first row with the same normalised address', () => {
		const rows = runOf(checked([['ann@x.com'], ['bob@x.com'], ['ANN@x.com '], ['ann@x.com']]));
		expect(rows.map((row) => row.repeats)).toEqual([null, null, 2, 2]);
	});

	it('are no repeats of each other where they hold no address', () => {
		expect(runOf(checked([['nobody'], ['nobody'], ['ann@x.com']])).map((row) => row.repeats)).toEqual([null, null, null]);
	});

	it("have suggestions by providers, by the site's domains and by the list's own", () => {
		const own = Array.from({ length: 6 }, (_, index) => [`p${index}@northwind.com`]);
		const slips = [['a@gmial.com'], ['a@northwnd.com'], ['a@woodgorve.com'], ['a@other.com']];
		const rows = runOf(checked([...own, ...slips], { siteDomains: ['woodgrove.com'] }));
		expect(rows.slice(6).map((row) => row.suggestion)).toEqual(['a@gmail.com', 'a@northwind.com', 'a@woodgrove.com', null]);
	});

	it('take the same text for every row where a column is missing', () => {
		const rows = runOf(checked([['ann@x.com'], ['bob@x.com']], { mapping: { email: 0, name: null, organisation: { text: 'Acme' } } }));
		expect(rows.map(({ organisation, displayName }) => [organisation, displayName])).toEqual([
			['Acme', null],
			['Acme', null],
		]);
	});

	it('can be walked again', () => {
		const check = checked([['ann@x.com'], ['x']]);
		expect(runOf(check)).toEqual(runOf(check));
	});
});

describe('problems', () => {
	it('tell errors from warnings, each with what it is about', () => {
		const check = checked(
			[['ann@x.com', 'Ann', 'A'], ['ann@@x.com', '', ''], ['ANN@x.com', 'Ann', 'A'], ['a@gmial.com', 'Zo\ufffd', ''], ['bob@x.com']],
			{ width: 3 },
		);
		expect(problemsAt(check, 0)).toEqual([]);
		expect(problemsAt(check, 1)).toMatchObject([{ kind: 'error', problem: 'bad-local-part' }]);
		expect(problemsAt(check, 2)).toEqual([
			{ kind: 'repeated', row: 2 },
			{ kind: 'cleaned', things: ['upper-case'] },
		]);
		expect(problemsAt(check, 3)).toEqual([
			{ kind: 'probable-typo', suggestion: 'a@gmail.com' },
			{ kind: 'replaced-characters', columns: [1] },
		]);
		expect(problemsAt(check, 4)).toEqual([{ kind: 'ragged-row', expected: 3, found: 1 }]);
		expect(check.state().counts).toMatchObject({
			all: 5,
			errors: 1,
			warnings: 3,
			repeated: 1,
			cleaned: 1,
			'probable-typo': 1,
			'ragged-row': 1,
			'replaced-characters': 1,
		});
	});

	it('are found page by page over the whole list', () => {
		const check = checked(Array.from({ length: 5000 }, (_, index) => [index % 10 === 3 ? 'nobody' : `p${index}@x.com`]));
		const { total, rows } = check.page('errors', 490, 100);
		expect(total).toBe(500);
		expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 10 }, (_, index) => 4903 + index * 10 + 2));
	});

	it('are walked to and fro, past what was merely cleaned', () => {
		const check = checked([['nobody'], ['A@x.com'], ['b@x.com'], ['b@x.com'], ['c@x.com']]);
		expect(check.nearestProblem(-1, 'next')).toBe(0);
		expect(check.nearestProblem(0, 'next')).toBe(3);
		expect(check.nearestProblem(3, 'next')).toBeNull();
		expect(check.nearestProblem(3, 'previous')).toBe(0);
		expect(check.nearestProblem(0, 'previous')).toBeNull();
	});
});

describe('corrections', () => {
	it('go into the run, and leave the original cells to the report', () => {
		const check = checked([['ann@@x.com', 'Ann', 'Acme']]);
		check.correctCell(0, 0, 'ann@x.com');
		expect(problemsAt(check, 0)).toEqual([]);
		expect(runOf(check)).toMatchObject([
			{ cells: ['ann@@x.com', 'Ann', 'Acme'], original: 'ann@x.com', read: { valid: true, address: 'ann@x.com', cleaned: ['corrected'] } },
		]);
		check.correctCell(0, 2, 'Acme GmbH');
		expect(runOf(check)[0]).toMatchObject({ organisation: 'Acme GmbH', cells: ['ann@@x.com', 'Ann', 'Acme'] });
	});

	it('are judged at once, with the rows that repeated the old and the new address', () => {
		const check = checked([['ann@x.com'], ['ann@x.com'], ['bob@x.com']]);
		expect(check.state().counts.repeated).toBe(1);
		check.correctCell(0, 0, 'bob@x.com');
		expect(problemsAt(check, 1)).toEqual([]);
		expect(problemsAt(check, 2)).toEqual([{ kind: 'repeated', row: 2 }]);
		check.correctCell(2, 0, 'nobody');
		expect(check.state().counts).toMatchObject({ repeated: 0, errors: 1, edited: 2 });
	});

	it('are gone where the original text is put back', () => {
		const check = checked([['ann@x.com']]);
		check.correctCell(0, 0, 'bob@x.com');
		check.correctCell(0, 0, 'ann@x.com');
		expect(check.state().counts.edited).toBe(0);
		expect(runOf(check)[0]?.read.cleaned).toEqual([]);
	});

	it('take up a suggestion for every row it fits, and keep what stands around the address', () => {
		const check = checked([['Ann Lee <Ann@GMIAL.com>'], ['bob@gmail.com'], ['cy@gmial.com'], ['di@gmial.com']]);
		expect(check.state().corrections).toEqual([{ from: 'gmial.com', to: 'gmail.com', rows: 3 }]);
		check.acceptSuggestions({ domain: 'gmial.com', index: 2 });
		expect(check.state().corrections).toEqual([{ from: 'gmial.com', to: 'gmail.com', rows: 2 }]);
		check.acceptSuggestions({ domain: 'gmial.com' });
		expect(check.state()).toMatchObject({ corrections: [], undo: { kind: 'domain', from: 'gmial.com', to: 'gmail.com', rows: 2 } });
		expect(runOf(check).map(({ read, displayName }) => [read.valid && read.address, displayName])).toEqual([
			['ann@gmail.com', 'Ann Lee'],
			['bob@gmail.com', null],
			['cy@gmail.com', null],
			['di@gmail.com', null],
		]);
	});

	it('take up all suggestions at once, also that of a guest, and are one edit', () => {
		const check = checked([
			['ann@gmial.com'],
			['Bo <bo@hotmial.com>'],
			['cy_vendor.com#EXT#@acme.onmicrosoft.com'],
			['di@gmial.com'],
			['x'],
		]);
		check.exclude([3], true);
		expect(check.state().suggestions).toBe(3);
		check.acceptSuggestions({});
		expect(check.state()).toMatchObject({ suggestions: 0, undo: { kind: 'suggestions', rows: 3 }, counts: { errors: 1, edited: 3 } });
		expect(runOf(check).map(({ original }) => original)).toEqual(['ann@gmail.com', 'Bo <bo@hotmail.com>', 'cy@vendor.com', 'x']);
		check.undo();
		expect(check.state()).toMatchObject({ suggestions: 3, counts: { edited: 0 } });
		check.acceptSuggestions({ index: 2 });
		expect(check.state()).toMatchObject({ suggestions: 2, undo: { kind: 'suggestions', rows: 1 } });
	});

	it('are suggested for a domain that only a correction brought', () => {
		const check = checked([['ann@x.com']]);
		check.correctCell(0, 0, 'ann@gmial.com');
		expect(problemsAt(check, 0)).toEqual([{ kind: 'probable-typo', suggestion: 'ann@gmail.com' }]);
	});

	it('stay on their cells when another column is read', () => {
		const check = checked([['ann@x.com', 'old@y.com']]);
		check.correctCell(0, 0, 'anna@x.com');
		for (const _ of check.read({ email: 1, name: null, organisation: null }));
		expect(runOf(check)[0]).toMatchObject({ original: 'old@y.com', read: { cleaned: [] } });
		for (const _ of check.read(columns));
		expect(runOf(check)[0]).toMatchObject({ original: 'anna@x.com' });
	});
});

describe('rows that are left out', () => {
	it('are not in the run, and neither repeat nor count', () => {
		const check = checked([['ann@x.com'], ['ann@x.com'], ['nobody']]);
		check.exclude([0], true);
		expect(runOf(check).map(({ row, repeats }) => [row, repeats])).toEqual([
			[3, null],
			[4, null],
		]);
		expect(check.state()).toMatchObject({ rowsToRun: 2, counts: { all: 3, excluded: 1, repeated: 0, errors: 1 } });
		expect(check.page('excluded', 0, 9).rows).toMatchObject([{ row: 2, excluded: true, problems: [] }]);
	});

	it('can be all rows that fit a filter, and come back', () => {
		const check = checked([['ann@x.com'], ['ann@x.com'], ['ann@x.com'], ['nobody']]);
		check.exclude('repeated', true);
		expect(runOf(check).map(({ row }) => row)).toEqual([2, 5]);
		expect(check.state().undo).toEqual({ kind: 'exclude', rows: 2 });
		check.exclude('excluded', false);
		expect(check.state()).toMatchObject({ rowsToRun: 4, undo: { kind: 'include', rows: 2 } });
	});
});

describe('a cell that is split', () => {
	const several: readonly (readonly string[])[] = [
		['ann@x.com', 'A'],
		['Bo <bo@x.com>; cy@@x.com, CY@x.com; bo@x.com', 'B'],
		['cy@x.com', 'C'],
	];

	it('gives each address a row below its own, with the original cells, and what is none stays to be looked at', () => {
		const check = checked([
			['ann@x.com', 'A'],
			['Bo <bo@x.com>; cy@@x.com; di@x.com; bo@x.com', 'B'],
			['di@x.com', 'C'],
		]);
		check.splitRow(1);
		expect(check.state()).toMatchObject({
			rowsToRun: 5,
			undo: { kind: 'split', row: 3, into: 3 },
			counts: { all: 5, errors: 1, edited: 3 },
		});
		expect(runOf(check).map(({ row, original, cells, repeats }) => [row, original, cells[1], repeats])).toEqual([
			[2, 'ann@x.com', 'A', null],
			[3, 'Bo <bo@x.com>', 'B', null],
			[3, 'cy@@x.com', 'B', null],
			[3, 'di@x.com', 'B', null],
			[4, 'di@x.com', 'C', 3],
		]);
		expect(check.nearestProblem(0, 'next')).toBe(2);
		expect(check.page('all', 2, 2).rows).toMatchObject([
			{ row: 3, corrected: { 0: 'cy@@x.com' } },
			{ row: 3, address: 'di@x.com' },
		]);
	});

	it('is one row again when it is undone, and can be corrected and left out meanwhile', () => {
		const check = checked(several);
		const before = runOf(check);
		check.splitRow(1);
		const [, , added] = check.page('all', 0, 9).rows;
		check.correctCell(added?.index ?? 0, 0, 'zoe@x.com');
		check.exclude([added?.index ?? 0], true);
		expect(runOf(check)).toHaveLength(check.state().counts.all - 1);
		for (const _ of Array.from({ length: 3 })) check.undo();
		expect(runOf(check)).toEqual(before);
		expect(check.state().counts).toMatchObject({ all: 3, excluded: 0, edited: 0 });
		check.correctCell(added?.index ?? 0, 0, 'gone@x.com');
		expect(check.state().counts.edited).toBe(0);
		check.splitRow(1);
		check.exclude('edited', true);
		expect(runOf(check).map(({ original }) => original)).toEqual(['ann@x.com', 'cy@x.com']);
	});

	it('stays whole where there is one address', () => {
		const check = checked(several);
		check.splitRow(0);
		check.splitRow(9);
		expect(check.state()).toMatchObject({ undo: null, counts: { all: 3 } });
	});
});

describe('what is kept of the changes', () => {
	it('is taken up by another reading of the same lines', () => {
		const rows = [
			['ann@@x.com', 'A'],
			['bo@x.com, cy@x.com', 'B'],
			['di@x.com', 'D'],
			['eve@x.com', 'E'],
		];
		const check = checked(rows);
		check.correctCell(0, 0, 'ann@x.com');
		check.splitRow(1);
		check.exclude([2], true);
		const again = checked(rows);
		expect(again.takeUp(check.kept())).toEqual([]);
		expect(runOf(again)).toEqual(runOf(check));
		expect(again.state().counts).toEqual(check.state().counts);
		expect(again.kept()).toEqual(check.kept());
		expect(checked(rows.slice(0, 1)).takeUp(check.kept())).toEqual(check.kept().slice(1));
	});
});

describe('undo and redo', () => {
	it('take every edit back and do it again, in their order', () => {
		const check = checked([['ann@@x.com'], ['bob@gmial.com'], ['bob@gmial.com']]);
		const seen = [runOf(check)];
		check.correctCell(0, 0, 'ann@x.com');
		seen.push(runOf(check));
		check.acceptSuggestions({ domain: 'gmial.com' });
		seen.push(runOf(check));
		check.exclude('repeated', true);
		seen.push(runOf(check));
		for (const expected of [seen[2], seen[1], seen[0]]) {
			check.undo();
			expect(runOf(check)).toEqual(expected);
		}
		expect(check.state()).toMatchObject({ undo: null, redo: { kind: 'cell', row: 2 } });
		for (const expected of [seen[1], seen[2], seen[3]]) {
			check.redo();
			expect(runOf(check)).toEqual(expected);
		}
		expect(check.state().redo).toBeNull();
	});

	it('forget what was undone once something else is edited, and do nothing at their ends', () => {
		const check = checked([['ann@x.com']]);
		check.undo();
		check.correctCell(0, 0, 'a@x.com');
		check.undo();
		check.correctCell(0, 0, 'b@x.com');
		check.redo();
		expect(runOf(check)[0]?.original).toBe('b@x.com');
	});

	it('count no edit that changes nothing', () => {
		const check = checked([['ann@x.com']]);
		const { revision } = check.state();
		check.correctCell(0, 0, 'ann@x.com');
		check.correctCell(7, 0, 'x');
		check.acceptSuggestions({ domain: 'x.com' });
		check.exclude('errors', true);
		expect(check.state()).toMatchObject({ undo: null, revision });
	});
});
