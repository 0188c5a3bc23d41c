import type { SnapshotPart, SnapshotProgress } from '#shared/snapshot.ts';
import type { SnapshotService } from '../../services/snapshots/snapshot-service.ts';
import { tell } from './terminal.ts';

const isOver = ({ state }: SnapshotPart): boolean => state !== 'unfinished';

/** What is being read, e.g. `directory 4,300 · manageable 12 of 40 · 61 calls`. */
const lineOf = ({ snapshot, expected, calls }: SnapshotProgress): string => {
	const reading = snapshot.parts.filter((part) => !isOver(part) && part.from !== null);
	const parts = reading.map(({ name, records }) => {
		const all = expected[name];
		return `${name} ${records.toLocaleString('en')}${all === undefined ? '' : ` of ${all.toLocaleString('en')}`}`;
	});
	return [...parts, `${calls.toLocaleString('en')} calls`].join(' · ');
};

/** Shows the pull until it ends: a line a part, and on a terminal one that moves. Ctrl+C stops it; what was pulled is kept. */
export const followPull = async (snapshots: SnapshotService, id: string): Promise<SnapshotProgress> => {
	const stop = (): void => void snapshots.cancel(id);
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	const told = new Set<string>();
	const moving = process.stderr.isTTY;
	let last: SnapshotProgress | null = null;
	for await (const progress of snapshots.watch(id)) {
		if (moving) process.stderr.write('\r\u001B[K');
		for (const part of progress.snapshot.parts.filter((one) => isOver(one) && !told.has(one.name))) {
			told.add(part.name);
			tell(`  ${part.name}: ${part.records.toLocaleString('en')}${part.state === 'complete' ? '' : ` (${part.state})`}`);
		}
		if (moving && !progress.ended) process.stderr.write(lineOf(progress));
		last = progress;
	}
	process.off('SIGINT', stop);
	process.off('SIGTERM', stop);
	if (last === null) throw new Error('a pull that was begun is watched to its end');
	return last;
};
