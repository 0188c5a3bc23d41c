/** What a file that is read may hold: a list of a million plain rows has some 90 MB. */
export const largestFileMb = 128;
export const largestFileBytes = largestFileMb * 1024 * 1024;
