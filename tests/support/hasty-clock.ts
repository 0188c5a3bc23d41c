import type { Clock } from '#core/ports.ts';

/**
 * A clock that waits for nobody: a sleep is over at once, and its time has passed. Only the timeouts of requests never come,
 * because the requests are real. For tests that ask a real server through real rate gates, and are not about waiting.
 */
export const hastyClock = (startMs = Date.parse('2026-11-23T12:00:00.000Z'), timeoutMs = 30_000): Clock => {
	let nowMs = startMs;
	return {
		now: () => nowMs,
		ticks: () => nowMs,
		sleep: async (ms, signal) => {
			signal?.throwIfAborted();
			if (ms >= timeoutMs) {
				await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
				return;
			}
			nowMs += Math.max(0, ms);
			await new Promise((resolve) => setImmediate(resolve));
		},
	};
};
