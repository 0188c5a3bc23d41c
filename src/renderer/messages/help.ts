import * as de from './de/help.ts';
import * as en from './en/help.ts';
import { inLanguage } from './language.ts';

export const { helpWords } = inLanguage({ en, de });
