import * as de from './de/reports.ts';
import * as en from './en/reports.ts';
import { inLanguage } from './language.ts';

export const { reportFormatTexts, reportDialogWords } = inLanguage({ en, de });
