export interface Watched<Result> {
	readonly result: Result;
	readonly tookMs: number;
	/** The longest time in which nothing else of the process got its turn. */
	readonly longestBlockMs: number;
}

/**
 * How long some work holds up the event loop. Of time on the clock and time on the processor the shorter counts: on a
 * busy machine the clock runs on while nothing is computed.
 */
export const watchEventLoop = async <Result>(work: () => Promise<Result>): Promise<Watched<Result>> => {
	let longest = 0;
	let isOver = false;
	let before = moment();
	const startedAt = before.wallMs;
	const tick = (): void => {
		const now = moment();
		longest = Math.max(longest, Math.min(now.wallMs - before.wallMs, now.cpuMs - before.cpuMs));
		before = now;
		if (!isOver) setImmediate(tick);
	};
	setImmediate(tick);
	try {
		const result = await work();
		tick();
		return { result, tookMs: performance.now() - startedAt, longestBlockMs: longest };
	} finally {
		isOver = true;
	}
};

const moment = () => {
	const { user, system } = process.cpuUsage();
	return { wallMs: performance.now(), cpuMs: (user + system) / 1000 };
};
