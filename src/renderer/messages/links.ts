import * as de from './de/links.ts';
import * as en from './en/links.ts';
import { inLanguage } from './language.ts';

export const { linkTexts, templateProblems, linkWords } = inLanguage({ en, de });
