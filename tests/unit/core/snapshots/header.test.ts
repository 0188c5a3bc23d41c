import { expect, it } from 'vitest';
import { accessRecord, readAccessRecord } from '#core/snapshots/header.ts';
import { type AccessInference, unknownCustomerAccess } from '#shared/customer-access.ts';

const at = '2026-11-23T12:00:00.000Z';
const inferred: AccessInference = { pattern: 'by-domain', domains: [{ domain: 'x.example', refused: 2, letIn: 0 }], at };
const access = { ...unknownCustomerAccess, origin: 'inferred', at, inferred } as const;

it('what was inferred of customer access is read back as what it is', () => {
	expect(readAccessRecord(JSON.parse(JSON.stringify(accessRecord(access))))).toEqual(access);
	expect(readAccessRecord({ ...unknownCustomerAccess })).toEqual(unknownCustomerAccess);
});

it.each([
	['another pattern', { ...inferred, pattern: 'open' }],
	['no time', { ...inferred, at: 'today' }],
	['no list', { ...inferred, domains: 'x.example' }],
	['less than no refusals', { ...inferred, domains: [{ domain: 'x.example', refused: -1, letIn: 0 }] }],
	['a domain that moves the cursor', { ...inferred, domains: [{ domain: 'x\u001B[1A', refused: 1, letIn: 0 }] }],
	['more domains than are ever written', { ...inferred, domains: Array.from({ length: 201 }, () => inferred.domains[0]) }],
	['nothing', null],
])('an inference with %s makes no header', (_what, wrong) => {
	expect(readAccessRecord({ ...access, inferred: wrong })).toBeNull();
});

it('what an approved domain gives is read back, and nothing else in its place', () => {
	const approved = { ...unknownCustomerAccess, approvedDomains: ['x.example'], origin: 'read', at } as const;
	const approvals = { 'x.example': 'other-apps' } as const;
	expect(readAccessRecord(accessRecord({ ...approved, approvals }))).toEqual({ ...approved, approvals });
	for (const wrong of [{ 'x.example': 'all' }, { '': 'customer' }, 'customer', null]) {
		expect(readAccessRecord({ ...approved, approvals: wrong })).toBeNull();
	}
});

it('a long inference is kept as far as a header holds it', () => {
	const many = Array.from({ length: 500 }, (_, index) => ({ domain: `d${index}.example`, refused: 1, letIn: 0 }));
	expect(readAccessRecord(accessRecord({ ...access, inferred: { ...inferred, domains: many } }))?.inferred?.domains).toEqual(
		many.slice(0, 200),
	);
});
