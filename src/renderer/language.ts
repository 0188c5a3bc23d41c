import { decideLanguage, type Language } from '#shared/languages.ts';

/** Each by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const place = 'invite-doctor-language';

/** A browser may keep storage from a page: then the wanted languages alone decide. */
const readChoice = (): string | null => {
	try {
		return localStorage.getItem(place);
	} catch {
		return null;
	}
};

/** Decided once, as the page loads: every table is taken in this language. Without a page, in tests, it is English. */
export const language: Language = typeof document === 'undefined' ? 'en' : decideLanguage(readChoice(), navigator.languages);

/** Another language is another page: the address keeps its place. */
export const changeLanguage = (to: Language): void => {
	localStorage.setItem(place, to);
	location.reload();
};
