import * as de from './de/guided.ts';
import * as en from './en/guided.ts';
import { inLanguage } from './language.ts';

export const { guidedWords } = inLanguage({ en, de });
