import { askedTexts as de } from './de/evidence.ts';
import { askedTexts as en } from './en/evidence.ts';
import { inLanguage } from './language.ts';

const askedTexts = inLanguage({ en, de });

/** Evidence keeps its question in English words, with the person in them; one that is not known is shown as it is. */
export const askedText = (asked: string): string => {
	for (const [pattern, text] of askedTexts) {
		const found = pattern.exec(asked);
		if (found !== null) return text(...found.slice(1));
	}
	return asked;
};
