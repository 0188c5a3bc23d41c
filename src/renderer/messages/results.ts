import * as de from './de/results.ts';
import * as en from './en/results.ts';
import { inLanguage } from './language.ts';

export const { decisionTexts, resultWords } = inLanguage({ en, de });
