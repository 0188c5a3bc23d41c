/** Evidence asks in English, as it is stored: nothing to find. */
export const askedTexts: readonly (readonly [pattern: RegExp, text: (...parts: readonly string[]) => string])[] = [];
