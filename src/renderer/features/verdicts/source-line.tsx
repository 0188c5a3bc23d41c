import type { Run } from '#shared/run.ts';
import type { EvidenceItem } from '#shared/verdict.ts';
import { words } from '../../messages.ts';
import { formatExactMoment, formatMoment } from '../../ui/formats.ts';
import classes from '../../ui/detail-panel.module.css';

const inSnapshot = /^(?:([\s\S]*?) \()?snapshot ([\w-]+)\)?$/;

/** Of what evidence names as its source: the call or file, and the snapshot that answered in the site's place. */
export interface EvidenceSource {
	/** `null` where the snapshot as a whole is the source. */
	readonly call: string | null;
	readonly snapshotId: string | null;
}

export const readSource = (source: string): EvidenceSource => {
	const found = inSnapshot.exec(source);
	return found === null ? { call: source, snapshotId: null } : { call: found[1] ?? null, snapshotId: found[2] ?? null };
};

export interface SourceLineProps {
	readonly item: Pick<EvidenceItem, 'source' | 'at'>;
	/** The one the run was made against, which people know by its time and not by its id. */
	readonly snapshot: Run['snapshot'];
}

const text = words.detail;

/** Where one answer is from and when it was given: the call, the line of a file, the snapshot. */
export const SourceLine = ({ item: { source, at }, snapshot }: SourceLineProps) => {
	const { call, snapshotId } = readSource(source);
	const isOurs = snapshot !== null && snapshotId === snapshot.id;
	return (
		<>
			<code className={classes['source']}>{isOurs ? call : source}</code>
			{isOurs && (
				<span className={classes['muted']} title={snapshotId}>
					{text.inSnapshot(formatMoment(snapshot.takenAt))}
				</span>
			)}
			<time className={classes['muted']} dateTime={at}>
				{formatExactMoment(at)}
			</time>
		</>
	);
};
