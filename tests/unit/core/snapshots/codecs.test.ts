import { describe, expect, it } from 'vitest';
import { codecs, toStore } from '#core/snapshots/codecs.ts';
import type { RecordTypes } from '#core/snapshots/records.ts';
import { type PartKind, partKinds } from '#shared/snapshot.ts';
import { fc } from '../../../support/properties.ts';

const id = fc.string({ minLength: 1, maxLength: 256, unit: 'grapheme-ascii' });
const text = fc.option(fc.string({ maxLength: 1024 }), { nil: null });
const at = fc.constant('2026-11-23T12:00:00.000Z');
const oneOf = <const T extends readonly unknown[]>(...values: T) => fc.constantFrom(...values) as fc.Arbitrary<T[number]>;
const unreadable = fc.record({ key: fc.option(id, { nil: null }), problem: fc.string({ maxLength: 200 }) });
const failure = oneOf('call-refused', 'unexpected-answer', 'site-error', 'missing-scope');
const answerOf = <T>(value: fc.Arbitrary<T>) =>
	fc.record({
		accountId: id,
		at,
		answer: fc.oneof(
			value.map((one) => ({ ok: true as const, value: one })),
			failure.map((one) => ({ ok: false as const, failure: one })),
		),
	});

/** What a pull can store; exports come from files. */
type Pulled = Exclude<PartKind, 'export'>;
const pulledKinds = partKinds.filter((kind): kind is Pulled => kind !== 'export');

/** Every kind of record a pull can store. */
const records: { readonly [K in Pulled]: fc.Arbitrary<RecordTypes[K]> } = {
	site: fc.record({ cloudId: id, accountId: id, name: text, permissions: fc.dictionary(id, oneOf(true, false, null), { maxKeys: 5 }) }),
	organisation: fc.record({ id, name: text, jsmResource: id, isResourceGuessed: fc.boolean() }),
	directories: fc.record({ id, name: text }),
	domains: id,
	desks: fc.record({ id, projectId: id, projectKey: id, projectName: fc.string({ maxLength: 100 }) }),
	permission: fc.record({ permission: id, holders: fc.array(id, { maxLength: 5 }) }),
	customers: fc.oneof(
		fc.record({ accountId: id, email: fc.option(id, { nil: null }), active: fc.boolean(), displayName: text }),
		unreadable,
	),
	accounts: fc.oneof(
		fc.record({
			accountId: id,
			accountType: oneOf('atlassian', 'app', 'customer', 'unknown'),
			email: fc.option(id, { nil: null }),
			active: fc.boolean(),
			displayName: text,
		}),
		unreadable,
	),
	directory: fc.oneof(
		fc.record({
			accountId: id,
			email: id,
			name: text,
			status: oneOf('active', 'suspended', 'not_invited', 'deactivated', 'for_deletion'),
			accountStatus: oneOf('active', 'inactive', 'closed', null),
			claimStatus: oneOf('managed', 'unmanaged', null),
			managementSource: oneOf('invited', 'synced', null),
		}),
		unreadable,
	),
	roles: fc.oneof(fc.record({ accountId: id, email: id }), unreadable),
	'role-assignments': answerOf(
		fc.array(fc.record({ resourceId: id, directoryId: text, userDirectoryStatus: text, roles: fc.array(id, { maxLength: 4 }) }), {
			maxLength: 4,
		}),
	),
	manageable: answerOf(
		fc.oneof(
			fc.constant({ kind: 'allowed' as const }),
			fc.constant({ kind: 'not-found' as const }),
			fc.string({ maxLength: 100 }).map((reason) => ({ kind: 'refused' as const, reason })),
			fc.string({ maxLength: 100 }).map((key) => ({ kind: 'forbidden' as const, key })),
		),
	),
};

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(pulledKinds)('a record of %s', (kind) => {
	const { write, read } = codecs[kind] as { write: (value: unknown) => unknown; read: (raw: unknown) => unknown };

	it('is read back as it was written', () => {
		fc.assert(
			fc.property(records[kind] as fc.Arbitrary<unknown>, (record) => {
				expect(read(throughJson(write(record)))).toEqual(record);
			}),
		);
	});

	it('is written to the same text again: its digest does not depend on who wrote it', () => {
		fc.assert(
			fc.property(records[kind] as fc.Arbitrary<unknown>, (record) => {
				const text = JSON.stringify(write(record));
				expect(JSON.stringify(write(read(JSON.parse(text))))).toBe(text);
			}),
		);
	});

	it('is refused, not misread, when it is anything else', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (raw) => {
				const value = read(raw);
				// What is accepted by chance is exactly a record of the kind.
				if (value !== null) expect(throughJson(write(value))).toEqual(throughJson(raw));
			}),
		);
	});

	it('is refused when one value of it is of another type', () => {
		fc.assert(
			fc.property(records[kind] as fc.Arbitrary<unknown>, fc.nat(6), (record, at) => {
				const raw = throughJson(write(record));
				if (!Array.isArray(raw) || at >= raw.length) return;
				for (const wrong of [{ a: 1 }, 12345, [[[]]]]) {
					const changed = raw.with(at, wrong) as unknown[];
					expect(read(changed)).toBeNull();
				}
			}),
		);
	});
});

describe('values that no site has', () => {
	it.each([
		['a control character in an id', ['5b\u0000', 'active', null, true, null]],
		['an escape sequence in an address', ['5b', 'atlassian', 'a\u001b[2J@x', true, null]],
		['an id of 300 characters', ['5'.repeat(300), 'atlassian', null, true, null]],
		['a name of 2,000 characters', ['5b', 'atlassian', null, true, 'n'.repeat(2000)]],
		['one value too many', ['5b', 'atlassian', null, true, null, null]],
	])('are refused: %s', (_what, raw) => {
		expect(codecs.accounts.read(raw)).toBeNull();
	});

	it('are stored as unreadable in their place when a site has them after all', () => {
		const long = { accountId: '5'.repeat(300), accountType: 'atlassian', email: null, active: true, displayName: null } as const;
		expect(codecs.accounts.read(toStore('accounts', long))).toEqual({ key: null, problem: expect.stringContaining('longer') });
	});

	it('are cut where they are only shown', () => {
		const named = { accountId: '5b', accountType: 'atlassian', email: null, active: true, displayName: 'n'.repeat(2000) } as const;
		expect(codecs.accounts.read(toStore('accounts', named))).toMatchObject({ accountId: '5b', displayName: 'n'.repeat(1024) });
	});
});
