/** Characters that take no room, steer the writing direction or are controls: never part of an address. */
const zeroWidth =
	/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]/g;

/** Spaces that look like the ordinary one. */
const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

const names: Readonly<Record<string, string>> = {
	'0000': 'NULL',
	'00A0': 'NO-BREAK SPACE',
	'00AD': 'SOFT HYPHEN',
	'034F': 'COMBINING GRAPHEME JOINER',
	'061C': 'ARABIC LETTER MARK',
	'1680': 'OGHAM SPACE MARK',
	'180E': 'MONGOLIAN VOWEL SEPARATOR',
	'200B': 'ZERO WIDTH SPACE',
	'200C': 'ZERO WIDTH NON-JOINER',
	'200D': 'ZERO WIDTH JOINER',
	'200E': 'LEFT-TO-RIGHT MARK',
	'200F': 'RIGHT-TO-LEFT MARK',
	'2007': 'FIGURE SPACE',
	'2009': 'THIN SPACE',
	'200A': 'HAIR SPACE',
	'2028': 'LINE SEPARATOR',
	'2029': 'PARAGRAPH SEPARATOR',
	'202A': 'LEFT-TO-RIGHT EMBEDDING',
	'202B': 'RIGHT-TO-LEFT EMBEDDING',
	'202C': 'POP DIRECTIONAL FORMATTING',
	'202D': 'LEFT-TO-RIGHT OVERRIDE',
	'202E': 'RIGHT-TO-LEFT OVERRIDE',
	'202F': 'NARROW NO-BREAK SPACE',
	'205F': 'MEDIUM MATHEMATICAL SPACE',
	'2060': 'WORD JOINER',
	'2066': 'LEFT-TO-RIGHT ISOLATE',
	'2067': 'RIGHT-TO-LEFT ISOLATE',
	'2068': 'FIRST STRONG ISOLATE',
	'2069': 'POP DIRECTIONAL ISOLATE',
	'3000': 'IDEOGRAPHIC SPACE',
	'3164': 'HANGUL FILLER',
	FEFF: 'ZERO WIDTH NO-BREAK SPACE',
	FFA0: 'HALFWIDTH HANGUL FILLER',
};

/** `U+200B ZERO WIDTH SPACE`; the code alone where the character is too rare to be named here. */
export const nameCharacter = (character: string): string => {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	const name = names[code];
	return name === undefined ? `U+${code}` : `U+${code} ${name}`;
};

/** Takes zero-width characters out and turns odd spaces into ordinary ones; `found` has each kind once. */
export const withoutInvisible = (text: string): { readonly text: string; readonly found: readonly string[] } => {
	const found = new Set<string>();
	const note = (replacement: string) => (character: string) => {
		found.add(nameCharacter(character));
		return replacement;
	};
	const cleaned = text.replace(zeroWidth, note('')).replace(oddSpaces, note(' '));
	return { text: cleaned, found: [...found] };
};
