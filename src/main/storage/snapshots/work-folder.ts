import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Outcome } from '#shared/outcome.ts';
import type { Locks } from '../locks.ts';
import { attempt } from '../store-failure.ts';

/** A folder beside the snapshots that one of them is made in: held by this process, and gone when it is done with it. */
export interface WorkFolder {
	readonly path: string;
	discard(): void;
}

const workFolder = /^\.import-(.+)$/;

export const makeWorkFolder = (folder: string, locks: Locks): Outcome<WorkFolder> => {
	const key = randomUUID();
	const path = join(folder, `.import-${key}`);
	// Held before it is there: one that is there and not held is cleared away.
	const hold = locks.take({ kind: 'work', key });
	if (!hold.ok) return hold;
	const made = attempt(() => {
		mkdirSync(path, { recursive: true, mode: 0o700 });
		return done(null);
	});
	if (!made.ok) hold.value.release();
	return made.ok
		? done({
				path,
				discard: () => {
					rmSync(path, { recursive: true, force: true });
					hold.value.release();
				},
			})
		: made;
};

/** Clears away what processes that died have left. */
export const clearWorkFolders = (folder: string, locks: Locks): void => {
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		const key = workFolder.exec(name)?.[1];
		if (key === undefined || locks.whoHas({ kind: 'work', key }) !== 'nobody') continue;
		rmSync(join(folder, name), { recursive: true, force: true });
	}
};
