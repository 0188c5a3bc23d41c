import { describe, expect, it } from 'vitest';
import { adminFileCodec } from '#core/snapshots/admin-file-codec.ts';
import type { AdminFileRecord } from '#core/snapshots/records.ts';
import { coverages, adminFileKinds, meaningsOf, valueRoles } from '#shared/admin-files.ts';
import { fc } from '../../../support/properties.ts';

const text = fc.string({ maxLength: 100 });
const printable = fc.stringMatching(/^[!-~]{1,60}$/);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const byRole = <T extends string>(values: (role: (typeof valueRoles)[number]) => fc.Arbitrary<T>) =>
	fc
		.tuple(...valueRoles.map((role) => some(values(role))))
		.map((all) => Object.fromEntries(valueRoles.flatMap((role, index) => (all[index] === null ? [] : [[role, all[index]]]))));

const header = fc.record({
	kind: fc.constantFrom(...adminFileKinds),
	fileName: text,
	takenAt: fc.constant('2026-11-20T00:00:00.000Z'),
	coverage: fc.constantFrom(...coverages),
	columns: byRole(() => text),
	unreadable: fc.nat(),
	people: fc.nat(),
});
const person = fc.record({
	line: fc.integer({ min: 1, max: 1_000_000 }),
	email: printable,
	accountId: some(text),
	meanings: byRole((role) => fc.constantFrom(...meaningsOf[role])),
	cellTexts: byRole(() => text),
	lastActive: some(text),
	groups: fc.array(text, { maxLength: 5 }),
	contradictedBy: some(fc.integer({ min: 1, max: 1_000_000 })),
});
const records: fc.Arbitrary<AdminFileRecord> = fc.oneof(
	header.map((value): AdminFileRecord => ({ header: value })),
	person.map((value): AdminFileRecord => ({ person: value })),
);

describe('a record of an export', () => {
	it('is read back as it was written', () => {
		fc.assert(
			fc.property(records, (record) => {
				expect(adminFileCodec.read(JSON.parse(JSON.stringify(adminFileCodec.write(record))))).toEqual(record);
			}),
		);
	});

	it('is refused where a value of it is anything else', () => {
		fc.assert(
			fc.property(records, fc.nat(7), fc.constantFrom({}, [1], 'x'.repeat(2000), -1, true), (record, place, other) => {
				const raw = [...(adminFileCodec.write(record) as readonly unknown[])];
				raw[place] = other;
				expect(adminFileCodec.read(raw)).toBeNull();
			}),
		);
		for (const raw of [null, 'file', [], ['file'], { header: 1 }, Array.from({ length: 9 })]) expect(adminFileCodec.read(raw)).toBeNull();
	});
});
