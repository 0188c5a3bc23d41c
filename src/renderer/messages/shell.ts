import * as de from './de/shell.ts';
import * as en from './en/shell.ts';
import { inLanguage } from './language.ts';

export const { shellWords } = inLanguage({ en, de });
