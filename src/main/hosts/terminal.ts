/** Control pictures (U+2400) stand for the first 32 and for DEL; the rest is told by its number. */
const pictureOf = (character: string): string => {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
};

/**
 * Text of strangers as a terminal may show it. A control character in a name could move the cursor, set the title or clear the
 * screen, one for the direction of writing could swap letters before the reader's eyes: they are shown instead of sent.
 */
export const showControls = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu, pictureOf);

/** As `showControls`, of a text whose lines are its own. */
export const showControlsInLines = (text: string): string => text.split('\n').map(showControls).join('\n');

/** Results go to standard output, everything else to standard error, so that output can be piped. A line each. */
export const print = (line: string): void => void process.stdout.write(`${showControls(line)}\n`);
export const tell = (line: string): void => void process.stderr.write(`${showControls(line)}\n`);

/** In the place of what was told there before, without a line's end. Only where standard error is a terminal. */
export const tellOver = (text: string): void => void process.stderr.write(`\r\u001B[K${showControls(text)}`);
