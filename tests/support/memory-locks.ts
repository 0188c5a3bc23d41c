import type { Hold } from '#core/ports.ts';
import { busyCodes, type LockName, type Locks } from '#main/storage/locks.ts';
import { done, failed } from '#shared/outcome.ts';

/** A right that is never lost, where a test is about something else. */
export const anyHold: Hold = { whileHeld: (work) => work(), release: () => undefined };

/** Nobody works on anything. */
export const nobodyHolds = (): boolean => false;

/** Locks of one process, as far as it alone is concerned. `lose` is what deleting a lock's file does. */
export const memoryLocks = (): Locks & { lose(name: LockName): void } => {
	const held = new Map<string, object>();
	const textOf = ({ kind, key }: LockName): string => `${kind} ${key}`;
	const busy = ({ kind, key }: LockName) => failed(busyCodes[kind], { [kind]: key, holder: '' });
	return {
		take: (name) => {
			if (held.has(textOf(name))) return busy(name);
			const mine = {};
			const isMine = (): boolean => held.get(textOf(name)) === mine;
			held.set(textOf(name), mine);
			const hold: Hold = {
				whileHeld: (work) => (isMine() ? work() : busy(name)),
				release: () => void (isMine() && held.delete(textOf(name))),
			};
			return done(hold);
		},
		holdsAny: () => held.size > 0,
		whoHas: (name) => (held.has(textOf(name)) ? 'us' : 'nobody'),
		lose: (name) => void held.delete(textOf(name)),
	};
};
