import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hold } from '#core/ports.ts';
import { done, type FailureCode, failed, type Outcome } from '#shared/outcome.ts';
import { type LockFiles, loadLockFiles } from './database.ts';
import { attempt } from './store-failure.ts';

/** What only one at a time may work on, and how it is told that somebody does. */
export const busyCodes = {
	/** A run, from the storing of its list on. */
	run: 'run-busy',
	/** The changes of a site, by its URL. */
	site: 'site-busy',
	/** The tokens of who signed in to a site by an OAuth app. */
	'sign-in': 'site-busy',
	/** What a snapshot holds. */
	snapshot: 'snapshot-busy',
	/** The demo, by its folder. */
	demo: 'demo-open',
	/** A folder that a snapshot is made in. */
	work: 'snapshot-busy',
} as const satisfies Record<string, FailureCode>;

export interface LockName {
	readonly kind: keyof typeof busyCodes;
	readonly key: string;
}

export interface Locks {
	/** Fails at once, with the code of its kind, while another process or another job of this one has the lock. */
	take(name: LockName): Outcome<Hold>;
	/** `us`: this process, by these locks. */
	whoHas(name: LockName): 'nobody' | 'us' | 'others';
	/** Any of them, by this process. */
	holdsAny(): boolean;
}

/** Taking a lock and clearing away what is left of one take turns; each is a matter of milliseconds. */
const gateMs = 5_000;
/** Whoever only looks whether a lock is taken is in the way for less than this. */
const lookMs = 10;

const lockFile = /^(.+)\.lock$/;

/**
 * Locks of a data folder, a file each, in a folder of their own. The operating system holds them: they end with the process,
 * also where that is killed, and a process that is only suspended keeps them. They need a folder on this machine: network
 * file systems may promise such locks and not keep them. `who` takes them is written beside for people; nothing relies on it.
 */
export const openLocks = async (folder: string, who: () => string): Promise<Outcome<Locks>> => {
	const loaded = await loadLockFiles();
	if (!loaded.ok) return loaded;
	return attempt(() => {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		clearAway(folder, loaded.value);
		return done(locksIn(folder, loaded.value, who));
	});
};

/**
 * Only under the gate is a lock's file opened to be taken, or deleted. So nobody has just opened a file that another one
 * deletes, and then holds the lock of a file that no third one finds.
 */
const underGate = <T>(folder: string, files: LockFiles, work: () => T): T | null => {
	const gate = files.take(join(folder, 'gate'), gateMs);
	if (gate === null) return null;
	try {
		return work();
	} finally {
		gate.release();
	}
};

/** A system that does not delete what is open leaves it to the next start. */
const discard = (path: string): void => {
	try {
		for (const name of [whoOf(path), path]) rmSync(name, { force: true });
	} catch {
		// It is nobody's lock any more, with or without its file.
	}
};

const whoOf = (path: string): string => path.replace(lockFile, '$1.txt');

/** Files of locks whose process did not live to delete them. */
const clearAway = (folder: string, files: LockFiles): void => {
	underGate(folder, files, () => {
		for (const name of readdirSync(folder).filter((one) => lockFile.test(one))) {
			const path = join(folder, name);
			const lock = files.take(path, 0);
			lock?.release();
			if (lock !== null) discard(path);
		}
	});
};

const locksIn = (folder: string, files: LockFiles, who: () => string): Locks => {
	/** By file: what this process holds, by these locks. */
	const mine = new Map<string, Hold>();
	// Keys are addresses and ids of any length, and systems differ in what a file's name may hold.
	const pathOf = ({ kind, key }: LockName): string =>
		join(folder, `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}.lock`);

	const busy = ({ kind, key }: LockName, path: string): Outcome<Hold> => {
		let holder = '';
		try {
			holder = readFileSync(whoOf(path), 'utf8').trim();
		} catch {
			// Somebody has the lock; who it is would only have been good to know.
		}
		return failed(busyCodes[kind], { [kind]: key, holder });
	};

	const holdOf = (path: string, name: LockName, lock: { readonly release: () => void }): Hold => {
		const { dev, ino } = statSync(path, { bigint: true });
		try {
			writeFileSync(whoOf(path), `${who()}\n`, { mode: 0o600 });
		} catch {
			// A disk without room for a line keeps nobody from working.
		}
		const isIntact = (): boolean => {
			const found = mine.get(path) === hold ? statSync(path, { bigint: true, throwIfNoEntry: false }) : undefined;
			return found?.ino === ino && found.dev === dev;
		};
		const hold: Hold = {
			whileHeld: (work) => (isIntact() ? work() : failed(busyCodes[name.kind], { [name.kind]: name.key, holder: '' })),
			release: () => {
				if (mine.get(path) !== hold) return;
				const wasIntact = isIntact();
				mine.delete(path);
				const end = (): void => {
					lock.release();
					if (wasIntact) discard(path);
				};
				if (underGate(folder, files, () => done(end())) === null) lock.release();
			},
		};
		mine.set(path, hold);
		return hold;
	};

	return {
		take: (name) =>
			attempt(() => {
				const path = pathOf(name);
				if (mine.has(path)) return busy(name, path);
				const hold = underGate(folder, files, () => {
					const lock = files.take(path, lookMs);
					return lock && holdOf(path, name, lock);
				});
				return hold === null ? busy(name, path) : done(hold);
			}),
		holdsAny: () => mine.size > 0,
		whoHas: (name) => (mine.has(pathOf(name)) ? 'us' : files.isTaken(pathOf(name)) ? 'others' : 'nobody'),
	};
};
