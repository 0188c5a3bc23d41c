import { expect, test } from 'vitest';
import { type CustomerAccess, type KnownAccess, unknownCustomerAccess } from '#shared/customer-access.ts';
import {
	areTooMany,
	canBeKept,
	declaredAccess,
	fieldsOf,
	findNoDomain,
	saySame,
	unknownAccess,
} from '../../../src/renderer/features/access/access-fields.ts';
import { accessFacts, inferenceNumbers } from '../../../src/renderer/features/access/known-access.ts';
import { accessWords } from '../../../src/renderer/messages.ts';

const at = '2026-11-23T12:00:00.000Z';
const readAt = '2026-11-24T12:00:00.000Z';

const known = (said: Partial<CustomerAccess> | null, more: Partial<KnownAccess> = {}): KnownAccess => {
	const access: CustomerAccess = said === null ? unknownCustomerAccess : { ...unknownCustomerAccess, ...said, origin: 'declared', at };
	const declarations = said === null ? [] : [{ at, access, management: null, by: { account: 'r@a.example', user: 'robin' } }];
	return { access, declarations, read: null, inferred: null, ...more };
};
const lines = (one: KnownAccess) => accessFacts(one).map(({ setting, value, origin }) => [setting, value, origin]);

test('where nobody said anything, everything is unknown', () => {
	expect(lines(known(null))).toEqual([
		['internal', null, 'unknown'],
		['approvedDomains', null, 'unknown'],
		['external', null, 'unknown'],
		['allowedDomains', null, 'unknown'],
	]);
});

test('what was read fills what nobody named, and is told from what was declared', () => {
	const read = { approvedDomains: ['a.com'], approvals: {}, at: readAt };
	const access: CustomerAccess = { ...unknownCustomerAccess, approvedDomains: ['a.com'], origin: 'read', at: readAt };
	const facts = accessFacts(known(null, { access, read }));
	expect(facts[1]).toEqual({ setting: 'approvedDomains', value: ['a.com'], origin: 'read', at: readAt });
	const said = known({ internal: true, approvedDomains: ['b.com'] }, { read });
	expect(accessFacts(said)[1]).toEqual({ setting: 'approvedDomains', value: ['b.com'], origin: 'declared', at });
});

test('a list of a kind that is off says nothing, and External without a list lets in every domain', () => {
	expect(lines(known({ internal: false, external: true }))).toEqual([
		['internal', false, 'declared'],
		['external', true, 'declared'],
		['allowedDomains', [], 'declared'],
	]);
	expect(lines(known({ internal: null, external: false })).map(([setting]) => setting)).toEqual([
		'internal',
		'approvedDomains',
		'external',
	]);
});

test('what refusals suggest is told with its numbers', () => {
	const domains = [
		{ domain: 'a.com', refused: 3, letIn: 0 },
		{ domain: 'b.com', refused: 0, letIn: 4 },
	];
	const numbers = inferenceNumbers({ pattern: 'by-domain', domains, at });
	expect(numbers).toEqual({ refused: 3, tried: 7, domains: 2 });
	expect(accessWords.inference['by-domain'](numbers)).toBe(
		'Refusals depend on the domain: 3 of 7 new addresses from 2 domains were refused.',
	);
});

test('a declaration can be said again as it stands, however it is typed', () => {
	const access = { internal: true, approvedDomains: ['a.com', 'b.com'], external: false, allowedDomains: null };
	const fields = fieldsOf(access);
	expect(declaredAccess(fields)).toEqual(access);
	expect(saySame(fields, { ...fields, approvedDomains: ' @A.com; b.com ', allowedDomains: 'of no account while off' })).toBe(true);
	expect(saySame(fields, { ...fields, approvedDomains: 'a.com' })).toBe(false);
	expect(saySame(unknownAccess, fieldsOf(unknownCustomerAccess))).toBe(true);
});

test('what is no domain is named, and keeps the rest from being kept', () => {
	expect([findNoDomain('a.com, foo'), findNoDomain('a.com\nanyone'), findNoDomain('x@y.com'), findNoDomain('')]).toEqual([
		'foo',
		null,
		'x@y.com',
		null,
	]);
	expect(areTooMany(Array.from({ length: 1001 }, (_, n) => `d${n}.com`).join('\n'))).toBe(true);
	expect(canBeKept({ ...unknownAccess, approvedDomains: 'foo' })).toBe(false);
	expect(canBeKept({ ...unknownAccess, internal: 'off', approvedDomains: 'foo' })).toBe(true);
});
