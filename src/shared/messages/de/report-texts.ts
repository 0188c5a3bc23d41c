import type { ReportTexts } from '../report-texts.ts';
import { askedText } from './asked.ts';
import { causeMeanings } from './cause-meanings.ts';
import { causeTexts } from './causes.ts';
import { decisionTexts } from './decisions.ts';
import { evidenceTopicTexts } from './evidence.ts';
import { reportWords } from './report.ts';
import { certaintyTexts, remedyTexts } from './terms.ts';

export const germanReport: ReportTexts = {
	language: 'de',
	locale: 'de-DE',
	causes: causeTexts,
	meanings: causeMeanings,
	certainties: certaintyTexts,
	remedies: remedyTexts,
	decisions: decisionTexts,
	topics: evidenceTopicTexts,
	asked: askedText,
	words: reportWords,
};
