import { describe, expect, it } from 'vitest';
import { readList } from '#core/lists/read-list.ts';

const mapping = { email: 0, name: 1, organisation: 2 };
const source = (...rows: readonly (readonly string[])[]) => rows.map((cells, index) => ({ row: index + 2, cells }));

function read(rows: readonly (readonly string[])[], siteDomains: readonly string[] = []) {
	const outcome = readList(source(...rows), mapping, { siteDomains });
	if (!outcome.ok) throw new Error(outcome.failure.code);
	return [...outcome.value];
}

describe('readList', () => {
	it('keeps the original and reads name and organisation', () => {
		expect(read([[' Ann <ANN@x.com>', '', ' Acme ']])).toMatchObject([
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
	it('points a repeat at the first row with the same normalised address', () => {
		expect(read([['ann@x.com'], ['bob@x.com'], ['ANN@x.com '], ['ann@x.com']]).map((row) => row.repeats)).toEqual([null, null, 2, 2]);
	});
	it('does not call invalid cells repeats of each other', () => {
		expect(read([['nobody'], ['nobody'], ['ann@x.com']]).map((row) => row.repeats)).toEqual([null, null, null]);
	});
	it("suggests by providers, by the site's domains and by the list's own", () => {
		const own = Array.from({ length: 6 }, (_, index) => [`p${index}@northwind.com`]);
		const rows = read([...own, ['a@gmial.com'], ['a@northwnd.com'], ['a@woodgorve.com'], ['a@other.com']], ['woodgrove.com']);
		expect(rows.slice(6).map((row) => row.suggestion)).toEqual(['a@gmail.com', 'a@northwind.com', 'a@woodgrove.com', null]);
	});
	it('fails where no cell of the column looks like an address', () => {
		expect(readList(source(['a'], ['b']), mapping)).toMatchObject({ ok: false, failure: { code: 'list-without-addresses' } });
	});
	it('can be walked again', () => {
		const outcome = readList(source(['ann@x.com']), mapping);
		if (!outcome.ok) throw new Error(outcome.failure.code);
		expect([...outcome.value]).toEqual([...outcome.value]);
	});
});
