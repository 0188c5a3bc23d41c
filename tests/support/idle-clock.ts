import { performance } from 'node:perf_hooks';
import type { Clock } from '#core/ports.ts';

interface Sleeper {
	readonly dueAt: number;
	readonly wake: () => void;
}

/** Real milliseconds of quiet after which the next sleeper is woken. */
const quietMs = 4;

/**
 * The machine's clock, except that nobody waits for nothing: while no request, file or work of this process needs the
 * processor, the time until the next sleeper wakes is over at once. Sleepers wake in the order of their time, and all who
 * share the clock see the same time. Sleeps of `notBeyondMs` or more take as long as they say: they are the timeouts of
 * requests that are really under way. For tests of the real parts in one process that are not about waiting.
 */
export const idleClock = (notBeyondMs = 29_000): Clock => {
	let skippedMs = 0;
	const now = (): number => Math.floor(Date.now() + skippedMs);
	const sleepers = new Set<Sleeper>();
	let isWatching = false;

	const first = (): Sleeper | undefined =>
		[...sleepers].reduce<Sleeper | undefined>(
			(earliest, one) => (earliest === undefined || one.dueAt < earliest.dueAt ? one : earliest),
			undefined,
		);

	const watch = (before: ReturnType<typeof performance.eventLoopUtilization>): void => {
		setTimeout(() => {
			const next = first();
			isWatching = next !== undefined;
			if (next === undefined) return;
			const isQuiet = performance.eventLoopUtilization(before).active < quietMs / 2;
			if (isQuiet) skippedMs += Math.max(0, next.dueAt - now());
			if (next.dueAt <= now()) next.wake();
			watch(performance.eventLoopUtilization());
		}, quietMs);
	};

	const sleep: Clock['sleep'] = (ms, signal) =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) {
				reject(signal.reason as Error);
				return;
			}
			const leave = (): void => {
				sleepers.delete(sleeper);
				clearTimeout(timer);
				reject(signal?.reason as Error);
			};
			const wake = (): void => {
				sleepers.delete(sleeper);
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const sleeper: Sleeper = { dueAt: now() + Math.max(0, ms), wake };
			const timer = ms < notBeyondMs ? undefined : setTimeout(wake, ms);
			signal?.addEventListener('abort', leave, { once: true });
			if (timer !== undefined) return;
			sleepers.add(sleeper);
			if (isWatching) return;
			isWatching = true;
			watch(performance.eventLoopUtilization());
		});

	return { now, ticks: now, sleep };
};
