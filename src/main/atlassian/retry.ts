import type { Random } from '#core/ports.ts';
import { readRetryAfterMs } from './rate-headers.ts';
import type { Sent } from './send.ts';

/** At most five attempts in all, 429 apart: the gate has its own patience for that. */
const mostRetries = 4;
const baseDelayMs = 500;
const mostDelayMs = 120_000;

/** How often a failure is worth another attempt. A 500 or a timeout that came twice is likely to stay. */
const retriesFor = (sent: Sent): number => {
	// A certificate does not get better by asking again, nor does a proxy that refuses.
	if (sent.kind === 'network') return /CERT|SSL|TLS|ALTNAME|SIGNATURE|PROXY_(?:LOGIN|REFUSED)/.test(sent.reason) ? 0 : mostRetries;
	if (sent.kind === 'timeout') return 1;
	if (sent.kind !== 'answer') return 0;
	if (sent.status === 500) return 2;
	return [502, 503, 504].includes(sent.status) ? mostRetries : 0;
};

/**
 * Milliseconds until the next attempt, or `null` when there should be none. `retriesSoFar` counts all kinds,
 * so that failures that take turns end too. A 503 may say when to come back, but not that it be at once.
 */
export const retryDelayMs = (sent: Sent, retriesSoFar: number, nowMs: number, random: Random): number | null => {
	if (retriesSoFar >= retriesFor(sent)) return null;
	const askedMs = sent.kind === 'answer' ? (readRetryAfterMs(sent.headers, nowMs) ?? 0) : 0;
	const delayMs = Math.max(askedMs, baseDelayMs * 2 ** retriesSoFar * (1 + random.next() / 2));
	return delayMs > mostDelayMs ? null : delayMs;
};
