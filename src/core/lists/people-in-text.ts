import { peopleInMail, type PeopleInText, type TextPerson } from './people-in-mail.ts';
import { holdsAddress, piecesOf, splitAddresses } from './split-addresses.ts';

const longestCharacters = 2_000_000;

/** What Jira says when people cannot be added, before and behind their addresses, in the languages it is seen in most. */
const refusalStart =
	/(?:the\s+)?following\s+(?:customers?|people|users?|e-?mails?(?:\s+addresses)?)[^:@]{0,80}?(?:could\s*n[o'’]?t|can\s?not|can['’]t|were\s+not|weren['’]t|unable\s+to)(?:\s+be)?\s+(?:be\s+)?(?:added|invited)\s*:?|we\s+could\s*n[o'’]?t\s+add[^:@]{0,80}:|(?:die\s+)?folgenden?[^:@]{0,80}(?:nicht\s+hinzugefügt\s+werden|konnten\s+nicht\s+hinzugefügt)\s*(?:werden)?\s*:?|(?:les\s+clients?\s+suivants|les\s+utilisateurs\s+suivants)[^:@]{0,80}ajoutés?\s*:|(?:no\s+se\s+ha[n]?\s+podido|no\s+se\s+pudieron|no\s+se\s+pudo)[^:@]{0,80}:/gi;
const refusalEnd =
	/(?:please\s+)?(?:check|verify|review)\s+(?:the|their|these|those)\s+e-?\s?mails?\s*(?:addresses|address)?(?:\s+and\s+try\s+again)?\s*[.!]?|(?:bitte\s+)?(?:überprüfen|prüfen)\s+sie\s+die\s+e-?mail-?\s?adressen[^@]{0,60}?erneut[^@.]{0,20}\.?|vérifiez\s+les\s+adresses[^@]{0,60}?(?:réessayez|nouveau)\s*\.?|(?:comprueb[ae]|verifi(?:que|ca))[^@]{0,60}?(?:nuevo|intentarlo)\s*\.?/gi;
const refusalWord = /added|invited|hinzugefügt|ajout|podido|pud(?:o|ieron)/i;

/**
 * Reads text that people copied and that is no table: Jira's refusal, a mail, addresses between whatever
 * signs, one person a line with commas in the name. `null` where it is a table, or nothing of the kind. `lines`: see
 * `splitAddresses`. `takesAll`: of a mail everybody, also who is not meant.
 */
export const peopleInText = (text: string, lines: 'one' | 'several', takesAll = false): PeopleInText | null => {
	if (text.length > longestCharacters) return null;
	const found = ofRefusal(text) ?? peopleInMail(text, { isPasted: lines === 'several', takesAll }) ?? ofLines(text);
	if (found !== null) return found;
	const split = splitAddresses(text, lines);
	return split === null ? null : { people: split.map((one, index) => ({ line: index + 1, text: one })), left: [] };
};

const numbered = (texts: readonly string[]): readonly TextPerson[] => texts.map((text, index) => ({ line: index + 1, text }));

/** Without its sentences the refusal is a list of addresses, broken at whatever width it was shown in. */
const ofRefusal = (text: string): PeopleInText | null => {
	if (!refusalWord.test(text) || !text.includes('@')) return null;
	const unquoted = text.replace(/^[ \t]*>+/gm, '');
	const rest = unquoted.replace(refusalStart, ' ; ');
	if (rest === unquoted) return null;
	const addresses = rest
		.replace(refusalEnd, ' ; ')
		.replace(/^[^@]*\b(?:error|fehler|erreur)\b\s*:?/i, '')
		// The full stop of the sentence, and quotes around all of it.
		.replace(/\.\s*(?=;|$)/g, ' ')
		.split(/[;\r\n]+/)
		.flatMap((part) => piecesOf(part.trim()))
		.map(withoutMarks)
		.filter((part) => holdsAddress(part) || /\S{3,}/.test(part.replace(/[^\p{L}\p{N}]/gu, '')));
	return addresses.some(holdsAddress) ? { people: numbered(addresses), left: [] } : null;
};

/** Longer text is no address, whatever stands around it. */
const longestPart = 1000;

const withoutMarks = (part: string): string => (part.length > longestPart ? part : part.replace(/^["'“”„‘’*_\s]+|["'“”„‘’*_\s]+$/g, ''));

/** One person in the end of each line, and before it a name that may hold commas: no table, but for a delimiter that names never hold. */
const personLine = /^[^<>()@;\t|]*(?:\([^()@]*\)[^<>()@;\t|]*)?(?:<[^<>@\s]+@[^<>@\s]+>|\([^()@\s]+@[^()@\s]+\))\s*[;,.]?\s*$/;
const quotedCell = /^\s*"[^"]*"\s*,/;

/** A link of a wiki, whose bar is no delimiter. */
const linkLine = /^\[{1,2}[^[\]]*@[^[\]]*\]{1,2}\s*[,;.]?$/;

const ofLines = (text: string): PeopleInText | null => {
	const people = text.split(/\r\n?|\n/).flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, text: line.trim() }]));
	if (people.length === 0) return null;
	if (people.length > 1 && people.every(({ text: line }) => linkLine.test(line))) return { people, left: [] };
	const isEach = people.every(({ text: line }) => personLine.test(line) && !quotedCell.test(line));
	return isEach && people.some(({ text: line }) => line.includes(',')) ? { people, left: [] } : null;
};
