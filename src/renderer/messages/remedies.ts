import * as de from './de/remedies.ts';
import * as en from './en/remedies.ts';
import { inLanguage } from './language.ts';

export const { remedyDetails, changeTexts } = inLanguage({ en, de });
