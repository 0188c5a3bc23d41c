import { askedText as de } from '#shared/messages/de/asked.ts';
import { askedText as en } from '#shared/messages/en/asked.ts';
import { inLanguage } from './language.ts';

export const askedText = inLanguage({ en, de });
