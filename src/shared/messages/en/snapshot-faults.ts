import type { FailureDetails } from '../../outcome.ts';
import type { SnapshotFault } from '../../snapshot.ts';
import { inBrackets, textOf } from '../failure-text.ts';

/** Why a file was not taken for a snapshot. */
const faults: Record<SnapshotFault, string> = {
	'unreadable-file': 'The file cannot be read.',
	'no-database': 'This file is not a snapshot. It is not a database.',
	archive: 'This file is an archive. Extract the snapshot first.',
	'cut-off': 'This file is incomplete. Copy or download it again.',
	'too-large': 'This file is too large for a snapshot (over 1 GB).',
	'foreign-database': 'This file is not a snapshot but another database.',
	'newer-version': 'This snapshot was written by a newer version of Invite Doctor.',
	'unknown-version': 'This snapshot has an unknown version.',
	'unsupported-form': 'This database has an unsupported form. Export the snapshot again.',
	'has-views': 'This file contains views. Snapshots have none, so it was not opened.',
	'has-triggers': 'This file contains triggers. Snapshots have none, so it was not opened.',
	'has-virtual-tables': 'This file contains virtual tables. Snapshots have none, so it was not opened.',
	'other-tables': 'The tables of this file are not those of a snapshot.',
	damaged: 'This file is damaged.',
	'too-many-records': 'This file contains too many records.',
	'cell-too-large': 'This file contains a value that is too large.',
	'wrong-type': 'This file contains bytes or numbers where text is expected.',
	'header-invalid': 'This file has no valid site or date.',
	'part-invalid': 'This file contains an unknown part.',
	'record-invalid': 'This file contains an invalid record.',
	'record-missing': 'Records in this file are missing or out of order.',
	'record-stray': 'This file contains records that belong to no part.',
	'content-changed': 'The content of this file was changed after the pull. Its checksums do not match.',
	'still-pulled': 'This is the file of an interrupted pull. Resume the pull on its machine, then export it.',
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
