/** What is known of somebody without asking: whom the answers about them are like, and what of those answers is theirs alone. */
export interface Likeness {
	/** Of two people of one kind and one domain, all answers are the same but for `own`. */
	readonly kind: string;
	/** What their answers hold of them alone, as JSON; in one order for all of a kind. */
	readonly own: readonly string[];
}

/** `null`: the person is like nobody. */
export type LikenessOf = (address: string) => Likeness | null;

/** Which of them are the same text: an account that two lists show has one id. */
export const samenessOf = (own: readonly string[]): string => own.map((text) => own.indexOf(text)).join(',');
