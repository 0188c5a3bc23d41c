import { describe, expect, it } from 'vitest';
import { readRateRoom, readRetryAfterMs } from '#main/atlassian/rate-headers.ts';

const now = Date.UTC(2026, 10, 23, 12);

describe('readRetryAfterMs', () => {
	it.each([
		['2', 2_000],
		['0', 0],
		['0.25', 250],
		[' 1.5 ', 1_500],
		['Mon, 23 Nov 2026 12:00:07 GMT', 7_000],
		['Monday, 23-Nov-26 12:00:07 GMT', 7_000],
		['2026-11-23T12:00:03Z', 3_000],
		['Mon, 23 Nov 2026 11:00:00 GMT', 0],
		['soon', null],
		['-1', null],
		['', null],
	])('reads %j as %j ms', (text, expected) => {
		expect(readRetryAfterMs(new Headers({ 'Retry-After': text }), now)).toBe(expected);
	});

	it('is null where the header is missing', () => {
		expect(readRetryAfterMs(new Headers(), now)).toBeNull();
	});

	it('takes a date by the clock of the server that wrote it', () => {
		const headers = new Headers({ 'Retry-After': 'Mon, 23 Nov 2026 09:00:04 GMT', Date: 'Mon, 23 Nov 2026 09:00:00 GMT' });
		expect(readRetryAfterMs(headers, now)).toBe(4_000);
	});
});

describe('readRateRoom', () => {
	it.each([
		['2026-11-23T12:00:05.500Z', 5_500],
		['2026-11-23T12:01Z', 60_000],
		[String(now / 1_000 + 9), 9_000],
		[String(now + 1_234), 1_234],
		['30', 30_000],
		['2026-11-23T11:59:00Z', 0],
		['never', null],
	])('reads the reset %j as %j ms from now', (text, expected) => {
		expect(readRateRoom(new Headers({ 'X-RateLimit-Reset': text }), now).resetInMs).toBe(expected);
	});

	it('reads counts, and nothing out of nonsense', () => {
		const headers = { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': 'many', 'X-RateLimit-NearLimit': 'true' };
		expect(readRateRoom(new Headers(headers), now)).toEqual({ limit: 100, remaining: null, resetInMs: null, nearLimit: true });
	});
});
