import * as de from './de/offline.ts';
import * as en from './en/offline.ts';
import { inLanguage } from './language.ts';

export const { offlineWords, everybodyWords } = inLanguage({ en, de });
