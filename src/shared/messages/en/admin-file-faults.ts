import type { AdminFileFault } from '../../admin-files.ts';
import type { FailureDetails } from '../../outcome.ts';
import { type Advice, type FailureText, inBrackets, plainDetail } from '../failure-text.ts';
import { textOf } from '../text-of.ts';

const inLine = (details: FailureDetails): string => {
	const line = plainDetail(details, details['line'] === undefined ? 'row' : 'line');
	return line === '' ? '' : ` (line ${line})`;
};

/** Why a file of an admin's was not added. */
const faults: Record<AdminFileFault, (details: FailureDetails) => string> = {
	'not-found': () => 'The file is not there.',
	unreadable: (details) => `The file cannot be read${inBrackets(plainDetail(details, 'reason'))}.`,
	empty: () => 'This file is empty.',
	binary: (details) => `This is not a text file${inBrackets(plainDetail(details, 'kind'))}.`,
	encrypted: () => 'This file is protected by a password.',
	damaged: () => 'This file is damaged, or was not downloaded whole.',
	'too-large': () => 'This file is larger than 64 MB.',
	'too-many-rows': () => 'This file has more than 1,000,000 rows.',
	'too-many-columns': (details) => `This file has a line with more than 256 columns${inLine(details)}: check the delimiter.`,
	'cell-too-large': (details) => `A cell of this file is larger than 32 KB${inLine(details)}: often a quote is not closed.`,
	'header-only': () => 'This file has a header line and nobody below it.',
	'no-header': () => 'No line of this file titles its columns, and this kind of file cannot be read without.',
	'no-addresses': () => 'There is no e-mail address in this file.',
	'no-status-beside': (details) => `Beside somebody in this text stands no status, or more than one${inLine(details)}.`,
	'not-whole': (details) =>
		`This table holds ${plainDetail(details, 'shown')} of the ${plainDetail(details, 'total')} people it speaks of, so it is not complete.`,
};

const again = 'Save the export as CSV again, or copy the table with its header and all its pages; then choose it.';

const advice: Readonly<Partial<Record<AdminFileFault, string | Advice>>> = {
	'not-found': 'Check its name and its folder.',
	encrypted: 'Save it without the password; then choose it.',
	'no-status-beside': {
		window: again,
		commandLine:
			'Copy the table with its Status column, or save it as CSV. Where only one of the two is marked, say what no mark means: --values active=.',
	},
	'not-whole': { window: again, commandLine: 'Add the other pages, or leave --complete out.' },
};

export const adminFileFaultText = (details: FailureDetails): FailureText => ({
	happened: textOf(faults, details['fault'], () => 'This file cannot be used.')(details),
	next: textOf(advice, details['fault'], again),
});
