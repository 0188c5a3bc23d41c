import * as de from './de/sites.ts';
import * as en from './en/sites.ts';
import { inLanguage } from './language.ts';

export const { sitesWords, tokenTexts } = inLanguage({ en, de });
