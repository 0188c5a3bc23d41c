import type { Language } from '../languages.ts';
import { german } from './de/all.ts';
import { english } from './en/all.ts';

export type Messages = typeof english;

const inLanguage: Readonly<Record<Language, Messages>> = { en: english, de: german };

/** What window, command line and reports say: each asks once, for the language it speaks. */
export const messagesIn = (language: Language): Messages => inLanguage[language];
