import type { ExportNotice } from '#shared/admin-files.ts';
import { wholeText } from '#shared/messages/failure-text.ts';
import type { ExportInfo } from '#shared/snapshot.ts';
import { messages } from './messages.ts';
import { plain } from './plain.ts';

const { coverageTexts, exportKindTexts, noticeTexts } = messages;

export const kindWords = exportKindTexts;

/** e.g. `export:1  Export users of 2026-11-20 (users.csv): 380 people, complete`. */
export const exportLine = ({ part, kind, fileName, takenAt, people, coverage, unreadable }: ExportInfo): string => {
	const lost = unreadable === 0 ? '' : `, ${unreadable} lines with an address that cannot be read`;
	return `${part}  ${kindWords[kind]} of ${takenAt.slice(0, 10)} (${plain(fileName)}): ${people} people, ${coverageTexts[coverage]}${lost}`;
};

export const noticeSentence = ({ code, details }: ExportNotice): string => plain(wholeText('commandLine', noticeTexts[code](details)));
