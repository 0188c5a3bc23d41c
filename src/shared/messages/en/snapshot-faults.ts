import type { FailureDetails } from '../../outcome.ts';
import type { SnapshotFault } from '../../snapshot.ts';
import { inBrackets } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

/** Why a file was not taken for a snapshot. */
const faults: Record<SnapshotFault, string> = {
	'unreadable-file': 'The file cannot be read.',
	'no-database': 'This file is no snapshot: it is not even a database.',
	archive: 'This file is an archive. Take the snapshot out of it first.',
	'cut-off': 'The end of this file is missing: it was not copied or downloaded whole.',
	'too-large': 'This file is larger than 1 GB: no snapshot is.',
	'foreign-database': 'This file is the database of another program, or of the app itself, and no snapshot.',
	'newer-version': 'This snapshot was written by a newer version of Invite Doctor.',
	'unknown-version': 'This file calls itself a snapshot, of a version that never was.',
	'unsupported-form': 'This file is a database in a form that no snapshot is exported in. Export it again.',
	'has-views': 'This file brings views of its own, which no snapshot has. It was not opened any further.',
	'has-triggers': 'This file brings triggers of its own, which no snapshot has. It was not opened any further.',
	'has-virtual-tables': 'This file brings virtual tables, which no snapshot has. It was not opened any further.',
	'other-tables': 'The tables of this file are not those of a snapshot.',
	damaged: 'This file is damaged: its pages do not fit together.',
	'too-many-records': 'This file holds more records than any site has.',
	'cell-too-large': 'This file holds a value that is larger than any of a snapshot.',
	'wrong-type': 'This file holds bytes or numbers where a snapshot holds text.',
	'header-invalid': 'This file does not say of which site and when it was taken, or not in a way that can be.',
	'part-invalid': 'This file describes a part that no snapshot has.',
	'record-invalid': 'This file holds a record that is not of its kind.',
	'record-missing': 'Records are missing in this file, or their order is broken.',
	'record-stray': 'This file holds records that belong to no part of it.',
	'content-changed': 'The content of this file was changed after it was pulled: its digests do not fit.',
	'still-pulled': 'This is the file of a pull that was broken off. Go on with the pull where it began, then export it.',
};

/** The sentence, and where in the file it was found. */
export const snapshotFaultText = ({ fault, part, position, reason, version }: FailureDetails): string => {
	const found = [
		...(part === undefined ? [] : [String(part)]),
		...(position === undefined ? [] : [`record ${String(position)}`]),
		...(version === undefined ? [] : [`version ${String(version)}`]),
		...(reason === undefined ? [] : [String(reason)]),
	];
	return textOf(faults, fault, 'This file cannot be used as a snapshot.').replace(/\.$/, `${inBrackets(...found)}.`);
};
