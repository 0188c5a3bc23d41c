import type { FailureText, WindowFailureCode } from '#shared/messages/failure-text.ts';
import { messagesIn } from '#shared/messages/messages.ts';
import { textOf } from '#shared/messages/text-of.ts';
import type { FailureDetails } from '#shared/outcome.ts';
import { language } from './language.ts';

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
	changeStates,
	changeTexts,
	coverageChoices,
	coverageTexts,
	decisionTexts,
	defaultTemplate,
	delimiterTexts,
	durationWords,
	editTexts,
	everybodyWords,
	exportKindTexts,
	failureTexts,
	filterLabels,
	encodingWrites,
	formatTexts,
	gapTexts,
	guidedWords,
	helpWords,
	hostTexts,
	importWords,
	kindHints,
	linkTexts,
	linkWords,
	managementTexts,
	meaningTexts,
	noticeTexts,
	offlineWords,
	otherDelimiter,
	outcomeTexts,
	ownerMessageWords,
	partTexts,
	placeholderTexts,
	planStates,
	planSteps,
	planWords,
	probeAnswers,
	probeReasons,
	probeSeen,
	probeTexts,
	probeWords,
	problemLabels,
	problemTexts,
	pullWords,
	remedyDetails,
	remedyTexts,
	reportDialogWords,
	reportFormatTexts,
	resultWords,
	roleTexts,
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
} = messagesIn(language);

const { cleanedTexts, eventTexts, invisibleText, permissionTexts } = messagesIn(language);

export interface WindowFailure {
	readonly code: WindowFailureCode;
	readonly details: FailureDetails;
}

export const failureText = ({ code, details }: WindowFailure): FailureText => textOf(failureTexts, code, failureTexts.internal)(details);

/** Events are an open set; one this window does not know is shown as it is. */
export const auditEvent = (event: string): string => textOf(eventTexts, event, event);

/** `code` is open: invisible characters come as `invisible:<their name>`. */
export const cleanedText = (code: string): string =>
	code.startsWith('invisible:') ? invisibleText(code.slice('invisible:'.length)) : textOf(cleanedTexts, code, code);

/** An unknown one is shown as it is. */
export const permissionText = (key: string): string => textOf(permissionTexts, key, key);
