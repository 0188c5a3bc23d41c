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

/** `profile.email`, as programs name their fields. */
const fieldName = /^[a-z_]\w*(?:\.[a-z_]\w*)+$/i;

/**
 * `Company / Org` and `Name [displayName] Required` have their title in a part, fields of programs in their last one; what stands in
 * brackets says more of it.
 */
export const partsOf = (title: string): readonly string[] => {
	const parts = (title.split(/[([]/)[0] ?? '').split(/[/|,;:]/).map(titleKey);
	return fieldName.test(title.trim()) ? [...parts, titleKey(title.slice(title.lastIndexOf('.')))] : parts;
};

/** An address that somebody has or had beside the one that they are written to. */
export const isLesserAddress = (title: string): boolean =>
	/(?<!\p{L})(?:old|previous|former|alternat(?:iv)?e|secondary|second|recovery|backup|private|personal|home|privat|ancien(?:ne)?|anterior|antigu[oa]|alte|frühere?|bisherige?|zweite|stary)(?!\p{L})/iu.test(
		title,
	);

/** The column beside a person who is not that person: whoever owns the record, asked for it or is in charge. */
export const isSomebodyElses = (title: string): boolean =>
	/owner|manager|supervisor|created ?by|modified ?by|requested ?by|requester|approve|assistant|sponsor|sender|invited ?by|added ?by|\bhost\b|buyer|purchaser|organi[sz]er|assignee|assigned ?to|reports ?to|referr|seller|\bagent\b|recruiter|käufer|besteller|acheteur|comprador|verantwortlich|vorgesetzt|erstellt|angelegt|inhaber|betreuer|genehmig|antragsteller|angefordert|respons[ai]b|propri[eé]taire/i.test(
		title,
	);
