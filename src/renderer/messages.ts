import { adviceFor, type FailureText, textOf, wholeText, type WindowFailureCode } from '#shared/messages/failure-text.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import * as reading from '#shared/messages/reading-text.ts';
import * as probes from '#shared/messages/probe-notes.ts';
import { auditSentence } from '#shared/messages/audit-sentence.ts';
import type { ToldEntry } from '#shared/audit.ts';
import * as counted from '#shared/messages/counted-causes.ts';
import * as results from '#shared/messages/result-text.ts';
import * as unlocks from '#shared/messages/unlock-text.ts';
import type { ColumnMapping, ReadingChoices, ReadingItem } from '#shared/lists.ts';
import type { AdminFileNotice } from '#shared/admin-files.ts';
import type { FailureDetails } from '#shared/outcome.ts';
import type { PlanRow } from '#shared/plan.ts';
import type { ProbeAnswer } from '#shared/probes.ts';
import type { Unlock } from '#shared/unlock.ts';
import { language } from './language.ts';

const chosen = messagesIn(language);

/** Every sentence of the window, in the language it speaks. */
export const {
	accessWords,
	addressProblems,
	adminFileWords,
	askedText,
	auditDifferenceText,
	auditProblems,
	auditWords,
	blindQuestions,
	blindReasons,
	causeTexts,
	certaintyTexts,
	connectionStepTexts,
	networkModeTexts,
	networkWords,
	changeStates,
	changeTexts,
	coverageChoices,
	coverageTexts,
	deletionWords,
	delimiterTexts,
	doorTexts,
	durationWords,
	editTexts,
	everybodyWords,
	adminFileKindTexts,
	failureTexts,
	filterLabels,
	encodingWrites,
	formatTexts,
	gapTexts,
	guidedWords,
	keyWords,
	handCheckTexts,
	handCheckWords,
	helpWords,
	hostTexts,
	importWords,
	kindHints,
	linkTexts,
	linkWords,
	mailWords,
	managementTexts,
	meaningTexts,
	offlineWords,
	otherDelimiter,
	outcomeTexts,
	ownerMessageWords,
	ownerTemplates,
	partTexts,
	placeholderTexts,
	planStates,
	planSteps,
	planWords,
	probeAnswers,
	probeTexts,
	probeWords,
	problemLabels,
	problemTexts,
	pullWords,
	remedyDetails,
	remedyTexts,
	reportDialogWords,
	reportFormatTexts,
	resultTexts,
	resultWords,
	roleTexts,
	scopeWords,
	signInWords,
	seenTexts,
	severalWords,
	shellWords,
	sitesWords,
	snapshotWords,
	standingTexts,
	stateTexts,
	stepTexts,
	tableWords,
	templateProblems,
	textForAllRows,
	tokenTexts,
	words,
} = chosen;

const { cleanedTexts, invisibleText, noticeTexts, permissionTexts } = chosen;

export interface WindowFailure {
	readonly code: WindowFailureCode;
	readonly details: FailureDetails;
}

export const failureText = ({ code, details }: WindowFailure): FailureText & { readonly next: string } => {
	const text = textOf(failureTexts, code, failureTexts.internal)(details);
	return { ...text, next: adviceFor('window', text.next) };
};

/** What is odd about a file of an admin's. */
export const noticeText = ({ code, details }: AdminFileNotice): string => wholeText('window', noticeTexts[code](details));

export const countedCauses = (causes: Parameters<typeof counted.countedCauses>[0]): string =>
	counted.countedCauses(causes, chosen, language);
export const resultText = (row: PlanRow): string => results.resultText(row, chosen);
export const unlockText = (unlock: Unlock): string => unlocks.unlockText(chosen, unlock);

export const probeNotes = (answer: ProbeAnswer): readonly string[] => probes.probeNotes(chosen, answer);

/** An entry of the audit log: who did what to whom. */
export const auditText = (entry: ToldEntry): string => auditSentence(chosen, entry);

/** `code` is open: invisible characters come as `invisible:<their name>`. */
export const cleanedText = (code: string): string =>
	code.startsWith('invisible:') ? invisibleText(code.slice('invisible:'.length)) : textOf(cleanedTexts, code, code);

/** An unknown one is shown as it is. */
export const permissionText = (key: string): string => textOf(permissionTexts, key, key);

export const mappingText = (mapping: ColumnMapping, columns: readonly string[]): string => reading.mappingText(chosen, mapping, columns);
export const readingItemText = (item: ReadingItem): string => reading.readingItemText(chosen, item);
export const madeChoices = (choices: ReadingChoices): readonly reading.MadeChoice[] => reading.madeChoices(chosen, choices);
export const { readingOffers, readingWords } = chosen;
