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
