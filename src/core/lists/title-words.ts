/** A title without case, spaces and signs. */
export const titleKey = (title: string): string =>
	// The same, for letters that need no more than that.
	/^[\x00-\x7f]*$/.test(title)
		? title.toLowerCase().replace(/[^a-z0-9]+/g, '')
		: title
				.normalize('NFKD')
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]/gu, '');

export const words = (text: string): ReadonlySet<string> => new Set(text.split(',').map(titleKey));

/** `Company / Org` and `Name [displayName] Required` have their title in a part; what stands in brackets says more of it. */
export const partsOf = (title: string): readonly string[] => (title.split(/[([]/)[0] ?? '').split(/[/|,;:]/).map(titleKey);

/** The column beside a person who is not that person: whoever owns the record, asked for it or is in charge. */
export const isSomebodyElses = (title: string): boolean =>
	/owner|manager|supervisor|created ?by|modified ?by|requested ?by|requester|approve|assistant|sponsor|sender|invited ?by|added ?by|\bhost\b|verantwortlich|vorgesetzt|erstellt|angelegt|inhaber|betreuer|genehmig|antragsteller|angefordert|respons[ai]b|propri[eé]taire/i.test(
		title,
	);
