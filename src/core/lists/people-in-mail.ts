import { readAddress } from './read-address.ts';
import { addressPattern, holdsAddress, piecesOf } from './split-addresses.ts';

/** A person of a text that is no table. */
export interface TextPerson {
	readonly line: number;
	readonly text: string;
}

export interface PeopleInText {
	readonly people: readonly TextPerson[];
	/** Lines that hold nobody, or somebody who is not meant, as the sender of a mail. */
	readonly left: readonly TextPerson[];
}

const recipients = /^(?:to|cc|bcc|an|kopie|blindkopie|à|para|cco|aan|til|till|a)\s*:\s*(.*)$/i;
const sender = /^(?:from|von|de|da|van|sender|absender|reply-to|antwort an)\s*:/i;
const otherField =
	/^(?:subject|betreff|objet|asunto|date|datum|sent|gesendet|envoyé|enviado|importance|wichtigkeit|attachments|anlagen)\s*:/i;
const wrote = /^(?:on|am|le|el|il|op)\s.{3,200}\s(?:wrote|schrieb|écrit|escribió|scritto|schreef)\b.{0,100}:$/i;
const forwarded = /^-{2,}\s*(?:forwarded|original|weitergeleitete|ursprüngliche)\b.{0,60}-{2,}$/i;
const signature = /^--\s*$/;

const greeting =
	/^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten (?:tag|morgen)|sehr geehrte[rs]?|moin|servus|bonjour|hola|ciao|buongiorno|good (?:morning|afternoon))\b[^@;]{0,60}[,!.:]?$/i;
const closing =
	/^(?:thanks|thank you|best|kind regards|best regards|regards|cheers|viele grüße|beste grüße|mit freundlichen grüßen|danke|merci|cordialement|saludos|grazie)\b[^@;]{0,30}$/i;
const request =
	/^(?:please|kindly|pls|could you|can you|would you|i need|we need|also|bitte|kannst du|können sie|könnten sie|wir brauchen|merci d|por favor)\b/i;

/** Longer lines are no sentences that somebody wrote. */
const longestLine = 2000;

interface Line {
	readonly line: number;
	readonly text: string;
	/** As it stands, to see whether it goes on from the one before. */
	readonly raw: string;
}

const linesOf = (text: string): readonly Line[] =>
	text.split(/\r\n?|\n/).map((raw, index) => ({ line: index + 1, text: raw.replace(/^[>\s]+/, '').trimEnd(), raw }));

/** `To: …`, `Von: …`: a line of the head of a mail. */
export const isMailField = (text: string): boolean => recipients.test(text) || sender.test(text) || otherField.test(text);

const isField = ({ text }: Line): boolean => isMailField(text);

/** Marks that no table has: how a mail begins and ends, who wrote what is quoted, and that something is asked for. */
const isLikeMail = (lines: readonly Line[]): boolean =>
	lines.some(
		({ text }, index) =>
			wrote.test(text) || forwarded.test(text) || (index === 0 ? greeting.test(text) : closing.test(text)) || request.test(text),
	);

const named = /^([^@<>(),;:]{2,60}?)(?:\s{0,9}[,:]\s{0,9}|\s{1,9}[–—-]\s{1,9})(\S{1,254}@\S{1,254})$/;
const address = addressPattern.source;
const inSentence = new RegExp(`((?:\\p{Lu}[\\p{L}'’.-]{1,40} ){1,4})?[<([]\\s?(${address})\\s?[>)\\]]|${address}`, 'gu');

const noName = /^(?:(?:sie|please|bitte|add|invite|also|auch|and|und|sowie|to|for|an|für|hi|hello|hallo) )+/i;
const noNames = /(?:^| )(?:please|bitte|add|invite|also|auch|and|und|sowie|you|sie|to|for)(?: |$)/i;

/** An address, alone or behind a name: no part of a sentence. */
const isPerson = (text: string): boolean => {
	const read = readAddress(text);
	return read.valid && !noNames.test(read.displayName ?? '');
};

/** The people of a line of text: as a list has them, or picked out of a sentence. */
const peopleOfLine = (text: string): readonly string[] => {
	if (text.length > longestLine) return piecesOf(text);
	const bare = text.replace(/^(?:[*•·–—-]|\d{1,3}[.)])\s+/, '').replace(/[\s.;,]+$/, '');
	const [, name, own] = named.exec(bare) ?? [];
	if (name !== undefined && own !== undefined) return [`${name} <${own}>`];
	const pieces = piecesOf(bare);
	if (pieces.every(isPerson)) return pieces;
	return [...bare.matchAll(inSentence)].map(([whole, before = '', one]) => {
		const who = before.replace(noName, '').trim();
		return one === undefined ? whole.replace(/[.:!?]+$/, '') : who === '' ? one : `${who} <${one}>`;
	});
};

interface MailParts {
	readonly recipients: readonly TextPerson[];
	readonly body: readonly TextPerson[];
	/** Who wrote it, and what stands below a signature. */
	readonly others: readonly TextPerson[];
	/** The lines of each, and those of nobody. */
	readonly all: readonly TextPerson[];
}

const continues = (text: string): boolean => /[,;]\s*$/.test(text);

const partsOf = (lines: readonly Line[]): MailParts => {
	const parts = { recipients: [] as TextPerson[], body: [] as TextPerson[], others: [] as TextPerson[] };
	let taking = '';
	let isSigned = false;
	const add = (to: TextPerson[], line: number, people: readonly string[]): void => {
		for (const text of people) if (holdsAddress(text)) to.push({ line, text });
	};
	// What a line of recipients is folded into is put behind it first: an address may be cut from its name.
	const folded: Line[] = [];
	for (const line of lines) {
		const before = folded.at(-1);
		const isFolded = taking !== '' && line.text !== '' && !isField(line) && (/^[>\s]*[ \t]/.test(line.raw) || continues(taking));
		if (isFolded && before !== undefined) folded[folded.length - 1] = { ...before, text: `${before.text} ${line.text.trim()}` };
		else folded.push(line);
		taking = isFolded || recipients.test(line.text) ? (folded.at(-1)?.text ?? '') : '';
	}
	for (const line of folded) {
		const to = recipients.exec(line.text)?.[1];
		if (isField(line)) isSigned = false;
		if (signature.test(line.text)) isSigned = true;
		if (to !== undefined) add(parts.recipients, line.line, piecesOf(to));
		else if (!holdsAddress(line.text) || otherField.test(line.text)) continue;
		else if (isSigned || sender.test(line.text) || wrote.test(line.text)) add(parts.others, line.line, peopleOfLine(line.text));
		else add(parts.body, line.line, peopleOfLine(line.text));
	}
	const all = lines.filter(({ text }) => text.trim() !== '').map(({ line, text }) => ({ line, text: text.trim() }));
	const writers = new Set(parts.others.map(({ text }) => keyOf(text)));
	return { ...parts, body: parts.body.filter(({ text }) => !writers.has(keyOf(text))), all };
};

const keyOf = (text: string): string => {
	const read = readAddress(text);
	return read.valid ? read.address : text.toLowerCase();
};

/**
 * The people a mail is about: those its text names, or where it names fewer than its lines `To:` and `Cc:`, these. Who wrote it
 * is not meant. `takesAll`: everybody in it. `null` where the text is no mail; `isPasted`: it may also be one without its head.
 */
export const peopleInMail = (
	text: string,
	{ isPasted, takesAll }: { readonly isPasted: boolean; readonly takesAll: boolean },
): PeopleInText | null => {
	const lines = linesOf(text);
	const first = lines.find((line) => line.text.trim() !== '');
	const hasHead = first !== undefined && isField(first);
	const filled = lines.filter((line) => line.text.trim() !== '');
	if (!hasHead && (!isPasted || text.includes('\t') || !isLikeMail(filled))) return null;
	const { recipients: to, body, others, all } = partsOf(lines);
	const meant = body.length > 0 && body.length >= to.length ? body : to;
	const people = (takesAll ? [...to, ...body, ...others] : meant).toSorted((one, other) => one.line - other.line);
	if (people.length === 0) return null;
	const taken = new Set(people.map(({ line }) => line));
	return { people, left: all.filter(({ line }) => !taken.has(line)) };
};
