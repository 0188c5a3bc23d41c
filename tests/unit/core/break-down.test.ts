import { describe, expect, it } from 'vitest';
import { breakDown, pickValues, type RowGroup } from '#core/runs/break-down.ts';

const group = (domain: string | null, cause: RowGroup['cause'], rows: number, certainty: RowGroup['certainty'] = 'proven'): RowGroup => ({
	domain,
	cause,
	certainty,
	rows,
});

const openDesk = { findings: [] };

describe('breaking a run down', () => {
	it('ranks domains by blocked rows and says what blocks them', () => {
		const { domains, blockedDomains } = breakDown(
			[
				group('a.example', 'ready-new', 90),
				group('a.example', 'access-revoked', 2),
				group('b.example', 'access-revoked', 3),
				group('b.example', 'domain-not-approved', 4, 'likely'),
				group('c.example', 'ready-new', 5),
				group(null, 'invalid-address', 7),
			],
			openDesk,
		);
		expect(blockedDomains).toBe(2);
		expect(domains).toEqual([
			{ domain: 'b.example', rows: 7, blocked: 7, causes: { 'access-revoked': 3, 'domain-not-approved': 4 } },
			{ domain: 'a.example', rows: 92, blocked: 2, causes: { 'access-revoked': 2 } },
		]);
	});

	it('tells twenty domains at most, and how many there are', () => {
		const groups = Array.from({ length: 50 }, (_, index) => group(`d${index}.example`, 'access-revoked', index + 1));
		const { domains, blockedDomains } = breakDown(groups, openDesk);
		expect([domains.length, blockedDomains, domains[0]?.domain]).toEqual([20, 50, 'd49.example']);
	});

	it('counts certainty of rows that have a verdict', () => {
		const { certainties } = breakDown(
			[group('a.example', 'ready-new', 3, 'likely'), group('a.example', 'not-checked', 9, 'unknown'), group(null, 'invalid-address', 2)],
			openDesk,
		);
		expect(certainties).toEqual({ proven: 2, likely: 3, unknown: 0 });
	});
});

describe('picking values', () => {
	const all = [
		{ value: 'b.example', rows: 2 },
		{ value: 'Étoile', rows: 2 },
		{ value: null, rows: 9 },
		{ value: 'a.example', rows: 2 },
	];

	it('tells most rows first, equal ones by name, and how many there are', () => {
		expect(pickValues(all, '', 3)).toEqual({ total: 4, values: [all[2], all[3], all[0]] });
	});

	it('finds a text whatever its case, and never what has no name', () => {
		expect(pickValues(all, ' éTO', 10)).toEqual({ total: 1, values: [all[1]] });
		expect(pickValues(all, 'example', 10).values.map(({ value }) => value)).toEqual(['a.example', 'b.example']);
	});
});
