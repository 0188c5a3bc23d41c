import { vi } from 'vitest';

interface Watched<Result> {
	readonly result: Result;
	/** How often the work looked whether the others are due. */
	readonly looks: number;
	/** The most looks in one go, without a turn for anybody else. */
	readonly mostInOneGo: number;
}

/**
 * How often long work looks whether the others are due, and whether they get their turn then. The time by which
 * `performance.now()` measures a slice goes on by a millisecond with each look and stands still otherwise: so many steps are
 * a slice, however fast or busy the machine is. How long a step takes is for `npm run bench:lists` to tell.
 */
export const watchTurns = async <Result>(work: () => Promise<Result>): Promise<Watched<Result>> => {
	let looks = 0;
	const clock = vi.spyOn(performance, 'now').mockImplementation(() => (looks += 1));
	let mostInOneGo = 0;
	let before = 0;
	let isOver = false;
	const takeTurn = (): void => {
		mostInOneGo = Math.max(mostInOneGo, looks - before);
		before = looks;
		if (!isOver) setImmediate(takeTurn);
	};
	setImmediate(takeTurn);
	try {
		const result = await work();
		takeTurn();
		return { result, looks, mostInOneGo };
	} finally {
		isOver = true;
		clock.mockRestore();
	}
};
