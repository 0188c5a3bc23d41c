import * as de from './de/table.ts';
import * as en from './en/table.ts';
import { inLanguage } from './language.ts';

export const { tableWords } = inLanguage({ en, de });
