import type { ExportFault } from '../../admin-files.ts';
import { textOf } from '../text-of.ts';

/** Why a file of an admin's was not added. */
const faults: Record<ExportFault, string> = {
	'not-found': 'The file is not there any more.',
	unreadable: 'The file cannot be read.',
	empty: 'This file is empty.',
	binary: 'This is not a text file.',
	encrypted: 'This file is protected by a password.',
	damaged: 'This file is damaged, or was not downloaded whole.',
	'too-large': 'This file is larger than 64 MB.',
	'too-many-rows': 'This file has more than 1,000,000 rows.',
	'too-many-columns': 'This file has a line with more than 256 columns: check the delimiter.',
	'cell-too-large': 'A cell of this file is larger than 32 KB: often a quote is not closed.',
	'header-only': 'This file has a header line and nobody below it.',
	'no-header': 'No line of this file titles its columns, and this kind of file cannot be read without.',
	'no-addresses': 'There is no e-mail address in this file.',
	'no-status-beside': 'Beside somebody in this text stands no status, or more than one.',
	'not-whole': 'This table says that it shows only some of the people, so it is not complete.',
};

export const exportFaultText = (fault: unknown): string => textOf(faults, fault, 'This file cannot be used.');
