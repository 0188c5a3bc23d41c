import * as de from './de/owner-messages.ts';
import * as en from './en/owner-messages.ts';
import { inLanguage } from './language.ts';

export const { defaultTemplate, placeholderTexts, ownerMessageWords } = inLanguage({ en, de });
