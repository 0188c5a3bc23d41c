import { type CauseCode, causeCodes } from '#shared/causes.ts';
import { wholeText } from '#shared/messages/failure-text.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { unlockText } from '#shared/messages/unlock-text.ts';
import type { Failure } from '#shared/outcome.ts';
import type { AuditCheck } from '#shared/plan.ts';
import { type RemedyId, remedyIds } from '#shared/remedies.ts';
import type { Unlock } from '#shared/unlock.ts';
import { plain } from './plain.ts';

/** What window and reports say as well; the command line speaks English. */
export const messages = messagesIn('en');

const { auditProblems, auditWords, causeTexts, failureTexts, remedyDetails, resultWords } = messages;

const tableOf = <K extends string>(keys: readonly K[], textOf: (key: K) => string): Record<K, string> =>
	Object.fromEntries(keys.map((key) => [key, textOf(key)])) as Record<K, string>;

export const causeLabels: Record<CauseCode, string> = tableOf(causeCodes, (code) => causeTexts[code].label);

export const remedyLabels: Record<RemedyId, string> = tableOf(remedyIds, (id) => {
	const { does, cost } = remedyDetails[id];
	return cost === undefined ? does : `${does} ${cost}`;
});

export const resultLabels = messages.resultTexts;

/** e.g. `Approve the domain example.com: 212 rows`. */
export const unlockSentence = (unlock: Unlock): string => `${unlockText(messages, unlock)}: ${resultWords.unlock.rows(unlock.rows)}`;

/** What happened, what was kept and what to do. */
export const failureSentence = ({ code, details }: Failure): string => {
	const { file, what } = details;
	// Said by the command itself.
	if (code === 'wrong-use' && typeof what === 'string') return plain(what);
	const inFile = code.startsWith('export-') && typeof file === 'string' ? `${file}: ` : '';
	return plain(`${inFile}${wholeText('commandLine', failureTexts[code](details))}`);
};

/** What is not as it was written, in a sentence. */
export const problemSentence = ({ code, seq }: AuditCheck['problems'][number]): string =>
	seq === null ? auditProblems[code] : `${auditWords.atEntry(seq)} ${auditProblems[code]}`;
