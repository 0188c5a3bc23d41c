/** The text of a code from outside, or another one: a Node side newer than this page may send a code this page does not know. */
export const textOf = <T>(texts: Readonly<Record<string, T>>, code: unknown, otherwise: NoInfer<T>): T =>
	(typeof code === 'string' && Object.hasOwn(texts, code) ? texts[code] : undefined) ?? otherwise;
