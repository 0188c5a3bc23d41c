import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeInviteList, makeInviteListRows } from '#demo-site/invite-list.ts';
import { makeWorld } from '#demo-site/world/make-world.ts';

describe('the sample invite list', () => {
	const rows = makeInviteListRows(makeWorld());
	const text = makeInviteList(makeWorld());
	const addresses = rows.map(({ cells }) => cells[1] ?? '');

	it('has 250 rows under one header', () => {
		expect(rows).toHaveLength(250);
		expect(text.split('\r\n')).toHaveLength(252);
		expect(text.startsWith('\uFEFFName,E-mail address,Organisation,Notes\r\n')).toBe(true);
	});

	it('is what lies in resources/demo', () => {
		const file = path.resolve(import.meta.dirname, '../../../resources/demo/invite-list.csv');
		expect(readFileSync(file, 'utf8')).toBe(text);
	});

	it('numbers rows by their line in the file', () => {
		const lines = text.slice(1).split('\r\n');
		for (const { row, cells } of rows) expect(lines[row - 1]).toContain(cells[0]);
	});

	it('is typed the way people type', () => {
		expect(addresses.some((address) => address !== address.trim())).toBe(true);
		expect(addresses.some((address) => /[A-Z]/.test(address))).toBe(true);
		expect(addresses.some((address) => /^\w+ \w+ <.+@.+>$/.test(address))).toBe(true);
		expect(addresses.some((address) => address.includes('@gmial.com'))).toBe(true);
		expect(text).toContain('"Brightwater, Inc."');
	});

	it('repeats people only below their first row', () => {
		const seen = new Set<string>();
		for (const { email, expected } of rows) {
			expect(seen.has(email)).toBe(expected.cause === 'repeated-row');
			seen.add(email);
		}
		expect(rows.filter(({ expected }) => expected.cause === 'repeated-row')).toHaveLength(8);
		expect(rows.filter(({ expected }) => expected.cause === 'invalid-address')).toHaveLength(6);
	});
});
