import type { AdminFileFault } from '../../admin-files.ts';
import type { FailureDetails } from '../../outcome.ts';
import { type Advice, type FailureText, inBrackets, plainDetail, textOf } from '../failure-text.ts';

const inLine = (details: FailureDetails): string => {
	const line = plainDetail(details, details['line'] === undefined ? 'row' : 'line');
	return line === '' ? '' : ` (line ${line})`;
};

/** Why a file of an admin's was not added. */
const faults: Record<AdminFileFault, (details: FailureDetails) => string> = {
	'not-found': () => 'File not found.',
	unreadable: (details) => `The file cannot be read${inBrackets(plainDetail(details, 'reason'))}.`,
	empty: () => 'This file is empty.',
	binary: (details) => `This is not a text file${inBrackets(plainDetail(details, 'kind'))}.`,
	encrypted: () => 'This file is protected by a password.',
	damaged: () => 'This file is damaged or incomplete.',
	'too-large': () => 'This file is larger than 64 MB.',
	'too-many-rows': () => 'This file has more than 1,000,000 rows.',
	'too-many-columns': (details) => `This file has a line with more than 256 columns${inLine(details)}. Check the delimiter.`,
	'cell-too-large': (details) => `A cell of this file is larger than 32 KB${inLine(details)}. Check for an unclosed quote.`,
	'header-only': () => 'This file has a header line but no people below it.',
	'no-header': () => 'This file has no header line. This kind of file needs one.',
	'no-addresses': () => 'There is no email address in this file.',
	'no-status-beside': (details) => `Someone here has no status, or several${inLine(details)}.`,
	'not-whole': (details) => `This table is incomplete: it has ${plainDetail(details, 'shown')} of ${plainDetail(details, 'total')} people.`,
};

const again = 'Save the export as CSV again, or copy the table with its header and all pages. Then choose it.';

const advice: Readonly<Partial<Record<AdminFileFault, string | Advice>>> = {
	'not-found': 'Check its name and folder.',
	encrypted: 'Save it without the password, then choose it.',
	'no-status-beside': {
		window: again,
		commandLine:
			'Copy the table with its Status column, or save it as CSV. If only one status is marked, set the meaning of no mark: --values active=.',
	},
	'not-whole': { window: again, commandLine: 'Add the other pages, or omit --complete.' },
};

export const adminFileFaultText = (details: FailureDetails): FailureText => ({
	happened: textOf(faults, details['fault'], () => 'This file cannot be used.')(details),
	next: textOf(advice, details['fault'], again),
});
