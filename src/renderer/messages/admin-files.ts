import * as de from './de/admin-files.ts';
import * as en from './en/admin-files.ts';
import { inLanguage } from './language.ts';

export const { adminFileWords, kindHints, roleTexts, meaningTexts, coverageChoices, noticeTexts } = inLanguage({ en, de });
