/** Evidence keeps its question in English words, some of them the code's own. */
export const askedText = (asked: string): string => asked.replace(/among the desk's customers$/, "among the service project's customers");
