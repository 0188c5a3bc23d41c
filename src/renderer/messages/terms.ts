import * as sharedDe from '#shared/messages/de/terms.ts';
import * as sharedEn from '#shared/messages/en/terms.ts';
import * as de from './de/terms.ts';
import * as en from './en/terms.ts';
import { inLanguage } from './language.ts';
import { textOf } from './text-of.ts';

const { cleanedTexts, invisibleText, permissionTexts, delimiterTexts, otherDelimiter } = inLanguage({ en, de });
export const { certaintyTexts, remedyTexts } = inLanguage({ en: sharedEn, de: sharedDe });
export const { stateTexts, stepTexts, managementTexts, blindQuestions, blindReasons } = inLanguage({ en, de });

/** `code` is open: invisible characters come as `invisible:<their name>`. */
export const cleanedText = (code: string): string =>
	code.startsWith('invisible:') ? invisibleText(code.slice('invisible:'.length)) : textOf(cleanedTexts, code, code);

/** An unknown one is shown as it is. */
export const permissionText = (key: string): string => textOf(permissionTexts, key, key);

const encodings: Readonly<Record<string, string>> = {
	'utf-8': 'UTF-8',
	utf8: 'UTF-8',
	'utf-16le': 'UTF-16 LE',
	'utf-16be': 'UTF-16 BE',
	shift_jis: 'Shift_JIS',
};

export const encodingText = (encoding: string): string => textOf(encodings, encoding.toLowerCase(), encoding);

export const delimiterText = (delimiter: string): string => textOf(delimiterTexts, delimiter, otherDelimiter(delimiter));
