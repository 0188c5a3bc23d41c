import type { Clock, Random } from '#core/ports.ts';
import { randomBytes } from 'node:crypto';

/** The longest wait `setTimeout` takes; beyond it Node fires at once. */
const longestTimerMs = 2_147_483_647;

/** The machine's clock. Its timers keep the process alive on purpose: a run that only waits is still a run. */
export const systemClock: Clock = {
	now: () => Date.now(),
	ticks: () => performance.now(),
	sleep: (ms, signal) =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) {
				reject(signal.reason);
				return;
			}
			const wakeEarly = () => {
				clearTimeout(timer);
				reject(signal?.reason);
			};
			const timer = setTimeout(
				() => {
					signal?.removeEventListener('abort', wakeEarly);
					resolve();
				},
				Math.min(Math.max(ms, 0), longestTimerMs),
			);
			signal?.addEventListener('abort', wakeEarly, { once: true });
		}),
};

/** 128 bits: ids are also used where guessing one would be an attack. Hexadecimal, so that none begins with a dash. */
const idBytes = 16;

/** Chance from the operating system. `next` is only for jitter, so `Math.random` will do. */
export const systemRandom: Random = {
	next: () => Math.random(),
	id: () => randomBytes(idBytes).toString('hex'),
};
