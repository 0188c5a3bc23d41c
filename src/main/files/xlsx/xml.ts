import sax from 'sax';
import { workbookLimits } from '#core/lists/limits.ts';
import { makeTurns } from '../../turns.ts';
import { ListError } from '../list-failure.ts';

export interface XmlReader {
	/** Names come without their prefix (some programs write `<x:row>`), attributes with it. */
	open?(name: string, attributes: XmlAttributes): void;
	close?(name: string): void;
	/** Text comes in pieces. */
	text?(text: string): void;
}

export type XmlAttributes = Readonly<Record<string, string>>;

/** An attribute by its name without prefix. */
export const attributeOf = (attributes: XmlAttributes, name: string): string | undefined =>
	attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

/** More levels than any part of a workbook has. */
const deepest = 64;
/** More attributes than any element of a workbook has. */
const mostAttributes = 256;
/** What a parser holds until a token ends: of each kind at most so many characters. Text is handed on before. */
const longestToken = 1024 * 1024;
const tokens = [
	'comment',
	'sgmlDecl',
	'doctype',
	'tagName',
	'procInstName',
	'procInstBody',
	'entity',
	'attribName',
	'attribValue',
	'textNode',
	'cdata',
] as const;
/** What sax keeps and does not declare. */
type TokenOfParser = (typeof tokens)[number];
const longestText = 64 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part of a workbook piece by piece; between two pieces others get their turn. Entities are not expanded: a
 * part that declares any, as no spreadsheet program does, is refused with all it could blow up to or reach out for.
 * Throws `ListError` `list-damaged` for what is no well-formed XML.
 */
export const readXml = async (bytes: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> => {
	const parser = sax.parser(true, { position: false });
	let problem: ListError | null = null;
	let depth = 0;
	let hasRoot = false;
	const refuse = (reason: string): void => {
		problem ??= new ListError('list-damaged', { reason });
	};
	parser.onerror = () => refuse('xml');
	parser.ondoctype = () => refuse('entities');
	parser.onopentag = ({ name, attributes }) => {
		hasRoot = true;
		if (++depth > deepest) refuse('xml-depth');
		// Without namespaces, which are not asked for, every attribute is text.
		else reader.open?.(localName(name), attributes as XmlAttributes);
	};
	parser.onclosetag = (name) => {
		depth--;
		reader.close?.(localName(name));
	};
	parser.ontext = (text) => reader.text?.(text);
	parser.oncdata = (text) => reader.text?.(text);

	let attributes = 0;
	parser.onattribute = () => {
		if (++attributes > mostAttributes) refuse('xml-attributes');
	};
	parser.onopentagstart = () => {
		attributes = 0;
	};
	// The parser bounds its tokens only where it counts positions, which takes half as long again.
	const bound = (): void => {
		const held = parser as unknown as Readonly<Record<TokenOfParser, string | boolean | undefined>>;
		const lengthOf = (token: TokenOfParser) => (typeof held[token] === 'string' ? held[token].length : 0);
		if (held.doctype) refuse('entities');
		if (tokens.some((token) => lengthOf(token) > longestToken)) refuse('xml-token');
		else if (lengthOf('textNode') > longestText || lengthOf('cdata') > longestText) parser.flush();
	};

	const write = (text: string): void => {
		if (text !== '' && problem === null) parser.write(text);
		if (problem === null) bound();
		// Thrown here and not from inside: the parser would go on with what it holds.
		if (problem !== null) throw problem as ListError;
	};
	const turns = makeTurns();
	let decoder: InstanceType<typeof TextDecoder> | null = null;
	for await (const chunk of bytes) {
		decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8');
		write(decoder.decode(chunk, { stream: true }));
		if (turns.isDue()) await turns.give();
	}
	write(decoder?.decode() ?? '');
	if (!hasRoot || depth !== 0) throw new ListError('list-damaged', { reason: 'xml' });
};

/** For a part that is held in memory while the sheet is read. */
export async function* ofHeldSize(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let length = 0;
	for await (const chunk of bytes) {
		length += chunk.length;
		if (length > workbookLimits.heldPartBytes) {
			throw new ListError('list-too-large', { limitBytes: workbookLimits.heldPartBytes, unpacked: true });
		}
		yield chunk;
	}
}
