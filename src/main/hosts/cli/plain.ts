/** Names come from a site, or from a file of somebody else's: nothing in them may move the cursor. */
export const plain = (text: string): string => text.replace(/[^\P{Cc}]/gu, '?');
