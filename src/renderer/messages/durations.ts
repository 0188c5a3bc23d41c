import * as de from './de/durations.ts';
import * as en from './en/durations.ts';
import { inLanguage } from './language.ts';

export const { durationWords } = inLanguage({ en, de });
