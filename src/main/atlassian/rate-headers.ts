/** What an answer says of the room that is left. Absent or unreadable headers are `null`. */
export interface RateRoom {
	readonly limit: number | null;
	readonly remaining: number | null;
	/** Milliseconds until the count starts anew; never negative. */
	readonly resetInMs: number | null;
	readonly nearLimit: boolean;
}

/** `Retry-After` as seconds (whole or fractional) or HTTP date. Source: RFC 9110, 10.2.3. */
export const readRetryAfterMs = (headers: Headers, nowMs: number): number | null => readDelayMs('retry-after', headers, nowMs);

/** `X-RateLimit-*`; `Reset` is ISO 8601 by Jira's documentation, epoch or seconds elsewhere. */
export const readRateRoom = (headers: Headers, nowMs: number): RateRoom => ({
	limit: readNumber('x-ratelimit-limit', headers),
	remaining: readNumber('x-ratelimit-remaining', headers),
	resetInMs: readDelayMs('x-ratelimit-reset', headers, nowMs),
	nearLimit: headers.get('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true',
});

const readNumber = (name: string, headers: Headers): number | null => {
	const text = headers.get(name)?.trim() ?? '';
	return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
};

/** Above this a bare number is a date in seconds (2001-09-09), above the next one in milliseconds. */
const firstEpochSeconds = 1e9;
const firstEpochMs = 1e12;

/** A `Date` header has whole seconds: a smaller difference is rounding, not a clock that is wrong. */
const tolerableSkewMs = 5_000;

/** A date is by the server's clock: where this machine's is wrong, its own would give hours or nothing. */
const readDelayMs = (name: string, headers: Headers, nowMs: number): number | null => {
	const value = readNumber(name, headers);
	if (value !== null && value < firstEpochSeconds) return value * 1_000;
	const dateMs = value === null ? readDateMs(headers.get(name)) : value < firstEpochMs ? value * 1_000 : value;
	if (dateMs === null) return null;
	const serverNowMs = readDateMs(headers.get('date')) ?? nowMs;
	return Math.max(0, dateMs - (Math.abs(serverNowMs - nowMs) > tolerableSkewMs ? serverNowMs : nowMs));
};

/** `Date.parse` takes nearly anything ("-1", "soon 5"): only what has a time of day is a date. */
const readDateMs = (text: string | null): number | null => {
	const parsed = /\d{2}:\d{2}/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
	return Number.isNaN(parsed) ? null : parsed;
};
