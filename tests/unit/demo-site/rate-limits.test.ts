import { describe, expect, it } from 'vitest';
import { makeRateGate, publishedLimits } from '#demo-site/rate-limits.ts';

const customers = '/rest/servicedeskapi/servicedesk/:deskId/customer';

describe('the rate limits', () => {
	it('let five listings of desk customers through in a second, and five more in the next', () => {
		let at = 0;
		const pass = makeRateGate(
			() => publishedLimits,
			() => at,
		);
		const first = Array.from({ length: 6 }, () => pass('GET', customers));
		expect(first.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false]);
		expect(first[5]?.headers).toMatchObject({
			'Retry-After': '1',
			'X-RateLimit-Limit': '5',
			'X-RateLimit-Remaining': '0',
			'X-RateLimit-Reset': '1970-01-01T00:00:01.000Z',
		});
		at = 1000;
		expect(pass('GET', customers).allowed).toBe(true);
	});

	it('count each endpoint and method by itself', () => {
		const pass = makeRateGate(
			() => publishedLimits,
			() => 0,
		);
		for (let count = 0; count < 5; count += 1) pass('GET', customers);
		expect(pass('GET', customers).allowed).toBe(false);
		expect(pass('POST', customers).allowed).toBe(true);
		expect(pass('GET', '/rest/api/3/myself').allowed).toBe(true);
	});

	it('share one limit among the endpoints of user search', () => {
		const pass = makeRateGate(
			() => ({ ...publishedLimits, userSearch: 2 }),
			() => 0,
		);
		pass('GET', '/rest/api/3/users/search');
		pass('GET', '/rest/api/3/user/search');
		expect(pass('GET', '/rest/api/3/users/search').allowed).toBe(false);
	});
});
