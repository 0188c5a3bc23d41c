import { causeTexts as de } from './de/causes.ts';
import { causeTexts as en } from './en/causes.ts';
import { inLanguage } from './language.ts';

export type { FixStep, PageTarget } from '#shared/messages/cause-text.ts';

export const causeTexts = inLanguage({ en, de });
