interface Watched<Result> {
	readonly result: Result;
	readonly tookMs: number;
	/** The longest time in which nothing else of the process got its turn. */
	readonly longestBlockMs: number;
}

/** Of time on the clock and time on the processor the shorter counts: on a busy machine the clock runs on while nothing is computed. */
const between = (before: Moment, after: Moment): number => Math.min(after.wallMs - before.wallMs, after.cpuMs - before.cpuMs);

/** How long work takes that gives nobody a turn. */
export const timeOf = (work: () => unknown): number => {
	const before = moment();
	work();
	return between(before, moment());
};

/** How long some work holds up the event loop. */
export const watchEventLoop = async <Result>(work: () => Promise<Result>): Promise<Watched<Result>> => {
	let longest = 0;
	let isOver = false;
	let before = moment();
	const startedAt = before.wallMs;
	const tick = (): void => {
		const now = moment();
		longest = Math.max(longest, between(before, now));
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

interface Moment {
	readonly wallMs: number;
	readonly cpuMs: number;
}

const moment = (): Moment => {
	const { user, system } = process.cpuUsage();
	return { wallMs: performance.now(), cpuMs: (user + system) / 1000 };
};
