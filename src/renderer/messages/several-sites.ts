import * as de from './de/several-sites.ts';
import * as en from './en/several-sites.ts';
import { inLanguage } from './language.ts';

export const { severalWords } = inLanguage({ en, de });
