import type { AdminFileNotice } from '#shared/admin-files.ts';
import { auditSentence } from '#shared/messages/audit-sentence.ts';
import * as counted from '#shared/messages/counted-causes.ts';
import { wholeText } from '#shared/messages/failure-text.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import * as reading from '#shared/messages/reading-text.ts';
import { probeNotes } from '#shared/messages/probe-notes.ts';
import { remedyDoes, unlockText } from '#shared/messages/remedy-text.ts';
import type { ToldEntry } from '#shared/audit.ts';
import type { ListPreview, ReadingAccount } from '#shared/lists.ts';
import type { Failure } from '#shared/outcome.ts';
import type { AuditCheck } from '#shared/plan.ts';
import type { ProbeAnswer } from '#shared/probes.ts';
import type { RemedyId, StepId } from '#shared/remedies.ts';
import type { AdminFileInfo } from '#shared/snapshot.ts';
import type { Unlock } from '#shared/unlock.ts';

/** What window and reports say as well. The command line speaks English. */
const messages = messagesIn('en');

export const {
	adminFileWords,
	auditDifferenceText,
	auditWords,
	blindQuestions,
	blindReasons,
	causeTexts,
	connectionStepTexts,
	deletionWords,
	networkModeTexts,
	networkWords,
	adminFileKindTexts,
	doorTexts,
	guidedWords,
	handCheckTexts,
	handCheckWords,
	mailWords,
	ownerMessageWords,
	planSteps,
	planWords,
	probeWords,
	problemLabels,
	resultTexts,
	resultWords,
	scopeWords,
	signInWords,
	sitesWords,
	seenTexts,
	stepTexts,
} = messages;

const { auditProblems, coverageTexts, failureTexts, noticeTexts, probeTexts, remedyDetails } = messages;

/** What happened, what was kept and what to do. */
export const failureSentence = ({ code, details }: Failure): string => {
	const { file, what } = details;
	// Said by the command itself.
	if (code === 'wrong-use' && typeof what === 'string') return what;
	const inFile = code.startsWith('export-') && typeof file === 'string' ? `${file}: ` : '';
	return `${inFile}${wholeText('commandLine', failureTexts[code](details))}`;
};

/** Said while the site asks to wait. */
export const waitingText = ({ code, details }: Failure): string =>
	`${failureTexts[code](details).happened} ${messages.words.run.goesOnByItself}`;

/** What a remedy does by these steps, and what that may cost. */
export const remedySentence = (remedy: RemedyId, steps: readonly StepId[]): string => {
	const details = remedyDetails[remedy];
	return [remedyDoes(details, steps), details.cost ?? []].flat().join(' ');
};

export const countedCauses = (causes: Parameters<typeof counted.countedCauses>[0]): string => counted.countedCauses(causes, messages, 'en');

/** e.g. `Approve the domain example.com: 212 rows`. */
export const unlockSentence = (unlock: Unlock): string => `${unlockText(messages, unlock)}: ${resultWords.unlock.rows(unlock.rows)}`;

export const auditLine = (entry: ToldEntry): string => auditSentence(messages, entry);

/** What is not as it was written, in a sentence. */
export const problemSentence = ({ code, seq }: AuditCheck['problems'][number]): string =>
	seq === null ? auditProblems[code] : `${auditWords.atEntry(seq)} ${auditProblems[code]}`;

export const noticeSentence = ({ code, details }: AdminFileNotice): string => wholeText('commandLine', noticeTexts[code](details));

/** e.g. `export:1  Export users of 2026-11-20 (users.csv): 380 people, complete`. */
export const adminFileLine = ({ part, kind, fileName, takenAt, people, coverage, unreadable }: AdminFileInfo): string => {
	const lost = unreadable === 0 ? '' : `, ${unreadable} lines with an address that cannot be read`;
	return `${part}  ${adminFileKindTexts[kind]} of ${takenAt.slice(0, 10)} (${fileName}): ${people} people, ${coverageTexts[coverage]}${lost}`;
};

/** The answer, the question, what it rests on. */
export const probeLine = (answer: ProbeAnswer): string =>
	`${answer.answer.padEnd(5)} ${probeTexts[answer.probe].question} ${probeNotes(messages, answer).join('; ')}`.trimEnd();

/** Which columns are read for what. */
export const columnsLine = ({ mapping, columns }: Pick<ListPreview, 'mapping' | 'columns'>): string =>
	reading.mappingText(messages, mapping, columns);

/** What was read of a list and what was not; with `shown`, the lines that are meant below it. */
export const readingLines = (account: ReadingAccount, shown: boolean): readonly string[] => {
	const lines = account.items.flatMap((item) => {
		const meant = reading.readingLines(item);
		const more = item.count - meant.length;
		const rest = meant.length > 0 && more > 0 ? [`  ${messages.readingWords.more(more)}`] : [];
		return meant.length === 0
			? []
			: [`${reading.readingItemText(messages, item)}:`, ...meant.map((line) => `  ${messages.readingWords.lineOf(line)}`), ...rest];
	});
	const made = reading.madeChoices(messages, account.choices).map(({ text }) => text);
	return [reading.readingText(messages, account), ...made, ...(shown ? lines : [])];
};
