/** A file, or a piece of one, as it is now: its bytes in memory. Rejects where it cannot be read any more. */
export const readFile = async (file: Blob): Promise<File> => new File([await file.arrayBuffer()], '');
