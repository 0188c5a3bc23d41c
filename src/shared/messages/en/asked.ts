/** Evidence keeps its question in English words. */
export const askedText = (asked: string): string => asked;
