import * as de from './de/access.ts';
import * as en from './en/access.ts';
import { inLanguage } from './language.ts';

export const { accessWords } = inLanguage({ en, de });
