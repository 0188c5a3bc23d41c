import { describe, expect, it } from 'vitest';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import { unknownCustomerAccess } from '#shared/customer-access.ts';

const at = '2026-11-23T10:00:00.000Z';
const declared = { ...unknownCustomerAccess, origin: 'declared', at };

describe('readAccess', () => {
	it('knows nothing where nothing is given', () => {
		for (const text of [undefined, '', '  ']) expect(readAccess(text, at)).toEqual({ ok: true, value: unknownCustomerAccess });
	});

	it('reads switches and domains, and leaves unknown what is left out', () => {
		expect(readAccess('internal=on,approved=A.com;b.com', at)).toEqual({
			ok: true,
			value: { ...declared, internal: true, approvedDomains: ['a.com', 'b.com'] },
		});
		expect(readAccess('external=off, allowed = @c.example ', at)).toEqual({
			ok: true,
			value: { ...declared, external: false, allowedDomains: ['c.example'] },
		});
	});

	it('tells "no domain is approved" from "nobody said"', () => {
		expect(readAccess('internal=on,approved=', at)).toMatchObject({ value: { approvedDomains: [] } });
		expect(readAccess('internal=on', at)).toMatchObject({ value: { approvedDomains: null } });
	});

	it.each(['internal=maybe', 'internal', 'inside=on', 'internal=on,internal=off', 'approved=a b.com', 'approved=com'])(
		'refuses %s, naming the part',
		(text) => {
			expect(readAccess(text, at)).toMatchObject({ ok: false, failure: { code: 'access-invalid', details: { part: expect.any(String) } } });
		},
	);
});
