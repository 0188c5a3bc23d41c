import * as sharedDe from '#shared/messages/de/decisions.ts';
import * as sharedEn from '#shared/messages/en/decisions.ts';
import * as de from './de/results.ts';
import * as en from './en/results.ts';
import { inLanguage } from './language.ts';

export const { decisionTexts } = inLanguage({ en: sharedEn, de: sharedDe });
export const { resultWords } = inLanguage({ en, de });
