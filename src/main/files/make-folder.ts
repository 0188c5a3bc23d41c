import { chmodSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import { codeOf } from './read-file.ts';

const look = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/**
 * The folder, and those above it that are missing, for this user alone. A level at a time: asked for all at once, Node tries for ever
 * where the system says of a folder it cannot make that the one above is missing, as /proc does. Throws what the system says.
 */
export const makeFolder = (path: string): void => {
	if (look(path)?.isDirectory()) return;
	const above = dirname(path);
	if (above !== path) makeFolder(above);
	try {
		mkdirSync(path, { mode: 0o700 });
	} catch (error) {
		// Another process was quicker.
		if (codeOf(error) !== 'EEXIST' || !look(path)?.isDirectory()) throw error;
	}
};

/** What the system does not let us do with a folder is `store-unavailable`, with its code as the `reason`. */
const attemptIn = (path: string, work: (refused: (reason: string) => Outcome<null>) => Outcome<null>): Outcome<null> => {
	const refused = (reason: string) => failed('store-unavailable', { path, reason });
	try {
		return work(refused);
	} catch (error) {
		const reason = codeOf(error);
		if (reason === null) throw error;
		return refused(reason);
	}
};

/** As `makeFolder`, for whoever has to say what is wrong. */
export const openFolder = (path: string): Outcome<null> =>
	attemptIn(path, () => {
		makeFolder(path);
		return done(null);
	});

/** Who else may write there can put a database of theirs in the place of ours. Windows has no such bits. */
const isOpenToOthers = ({ mode }: Stats): boolean => process.platform !== 'win32' && (mode & 0o022) !== 0;

/**
 * The folder everything is kept in. One that others may write to is tightened where it is ours, empty or with `ownFile` in it, and
 * else refused with `store-unavailable` (`reason`: `open-to-others`, or the system's code): it is somebody's, and holds other things.
 */
export const openDataFolder = (path: string, ownFile: string): Outcome<null> =>
	attemptIn(path, (refused) => {
		makeFolder(path);
		const found = statSync(path);
		if (!isOpenToOthers(found)) return done(null);
		const isOurs = found.uid === process.getuid?.() && (look(join(path, ownFile)) !== undefined || readdirSync(path).length === 0);
		if (!isOurs) return refused('open-to-others');
		chmodSync(path, 0o700);
		return done(null);
	});
