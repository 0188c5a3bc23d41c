/** What an answer says of the room that is left. Absent or unreadable headers are `null`. */
export interface RateRoom {
	readonly limit: number | null;
	readonly remaining: number | null;
	/** Milliseconds until the count starts anew; never negative. */
	readonly resetInMs: number | null;
	readonly nearLimit: boolean;
}

/** A `Date` header has whole seconds: a smaller difference is rounding, not a clock that is wrong. */
const tolerableSkewMs = 5_000;

/** Above this a bare number is a date in seconds (2001-09-09), above the next one in milliseconds. */
const firstEpochSeconds = 1e9;
const firstEpochMs = 1e12;

const plainNumber = /^\d+(?:\.\d+)?$/;

/** `Retry-After` as seconds (whole or fractional) or HTTP date. Source: RFC 9110, 10.2.3. */
export const readRetryAfterMs = (headers: Headers, nowMs: number): number | null => {
	const text = headers.get('retry-after')?.trim() ?? '';
	if (plainNumber.test(text)) {
		return Number(text) * 1_000;
	}
	return dateToDelayMs(text, headers, nowMs);
};

/** `X-RateLimit-*`; `Reset` is ISO 8601 by Jira's documentation, epoch or seconds elsewhere. */
export const readRateRoom = (headers: Headers, nowMs: number): RateRoom => ({
	limit: readCount(headers.get('x-ratelimit-limit')),
	remaining: readCount(headers.get('x-ratelimit-remaining')),
	resetInMs: readResetMs(headers, nowMs),
	nearLimit: headers.get('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true',
});

const readResetMs = (headers: Headers, nowMs: number): number | null => {
	const text = headers.get('x-ratelimit-reset')?.trim() ?? '';
	if (!plainNumber.test(text)) {
		return dateToDelayMs(text, headers, nowMs);
	}
	const value = Number(text);
	if (value < firstEpochSeconds) {
		return value * 1_000;
	}
	return sinceServerNow(value < firstEpochMs ? value * 1_000 : value, headers, nowMs);
};

const readCount = (text: string | null): number | null => {
	const trimmed = text?.trim() ?? '';
	return plainNumber.test(trimmed) ? Number(trimmed) : null;
};

const dateToDelayMs = (text: string, headers: Headers, nowMs: number): number | null => {
	// `Date.parse` takes nearly anything ("-1", "soon 5"): only what has a time of day is a date.
	const parsed = /\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(parsed) ? null : sinceServerNow(parsed, headers, nowMs);
};

/** A date is by the server's clock: where this machine's is wrong, its own would give hours or nothing. */
const sinceServerNow = (dateMs: number, headers: Headers, nowMs: number): number => {
	const serverNowMs = Date.parse(headers.get('date') ?? '');
	const skewed = !Number.isNaN(serverNowMs) && Math.abs(serverNowMs - nowMs) > tolerableSkewMs;
	return Math.max(0, dateMs - (skewed ? serverNowMs : nowMs));
};
