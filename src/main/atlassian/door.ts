import type { Door } from '#shared/door.ts';

/** What is known of a site's door. One for all that speaks to the site at the same time, so that one finding serves all. */
export interface KnownDoor {
	/** `null`: nobody was let in so far. */
	readonly door: Door | null;
	keep(door: Door): void;
}

/** `onFound`: keeps it beyond this process. */
export const makeKnownDoor = (known: Door | null, onFound: (door: Door) => void = () => undefined): KnownDoor => {
	let door = known;
	return {
		get door() {
			return door;
		},
		keep: (found) => {
			door = found;
			onFound(found);
		},
	};
};
