const domainPattern = /^[^\s@]+@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63})$/u;

/** The domain of an address; `null` where the text is none: the rest of a cell that holds no address may be anything. */
export const plausibleDomain = (text: string): string | null => (text.length > 320 ? null : (domainPattern.exec(text)?.[1] ?? null));
