/** A seeded source of numbers: the same seed gives the same world on every machine. */
export interface SeededRandom {
	/** A whole number from 0 to `below` - 1. */
	integer(below: number): number;
	pick<T>(list: readonly T[]): T;
	shuffle<T>(list: readonly T[]): T[];
	hex(length: number): string;
}

/** mulberry32: small, well spread, and enough for sample data. */
export const makeSeededRandom = (seed: number): SeededRandom => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const integer = (below: number): number => Math.floor(next() * below);
	const pick = <T>(list: readonly T[]): T => {
		const picked = list[integer(list.length)];
		if (picked === undefined) throw new Error('Nothing to pick from an empty list.');
		return picked;
	};
	const shuffle = <T>(list: readonly T[]): T[] =>
		list
			.map((entry) => ({ entry, at: next() }))
			.sort((a, b) => a.at - b.at)
			.map(({ entry }) => entry);
	const hex = (length: number): string => Array.from({ length }, () => integer(16).toString(16)).join('');
	return { integer, pick, shuffle, hex };
};
