import type { EvidenceItem, Json } from '#shared/verdict.ts';
import { domainOf } from './evidence.ts';

/**
 * Holes in the JSON text of evidence, one for each thing that differs from person to person. JSON escapes control characters,
 * so that none of these stands in a text by chance.
 */
const hole = { address: '\u0001', own: '\u0002', time: '\u0003' } as const;

/** What is cut out of the holes for a person's own, one behind the other. */
export const between = hole.own;

/** What answers hold under these keys is one person's own. */
const ownKeys: ReadonlySet<string> = new Set(['accountId', 'cells', 'lastActive', 'row']);
const linesAtEnd = /, lines? [\d and]+$/;

/** Evidence of one row, taken apart: three texts whose shape thousands of rows share. */
export interface Shaped {
	readonly shape: string;
	readonly times: string;
	readonly own: string;
}

/** Texts as JSON writes them, without the quotes; those of evidence are few and come again. */
const makeEscape = (): ((text: string) => string) => {
	const known = new Map<string, string>();
	const mostKnown = 10_000;
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		if (known.size === mostKnown) known.clear();
		const escaped = JSON.stringify(text).slice(1, -1);
		known.set(text, escaped);
		return escaped;
	};
};

/** The same evidence gives the same texts, and `assemble` gives back its JSON to the byte. */
export const makeTakeApart = (): ((evidence: readonly EvidenceItem[], address: string) => Shaped) => {
	const escape = makeEscape();
	return (evidence, address) => {
		const domain = domainOf(address);
		const own: string[] = [];
		const times: string[] = [];
		const cut = (json: string): string => {
			own.push(json);
			return hole.own;
		};
		const withoutAddress = (text: string): string => {
			const at = text.indexOf(address);
			if (at === -1 || address === '') return escape(text);
			return `${escape(text.slice(0, at))}${hole.address}${withoutAddress(text.slice(at + address.length))}`;
		};
		const asked = (text: string): string => {
			const from = text.indexOf('"') + 1;
			const to = text.lastIndexOf('"');
			if (from >= to) return withoutAddress(text);
			return `${escape(text.slice(0, from))}${cut(JSON.stringify(text.slice(from, to)).slice(1, -1))}${escape(text.slice(to))}`;
		};
		/** What names another address, or the domain of this one, is about this person. */
		const sentence = (text: string): string => {
			if (text.includes(address) || !text.includes(' ') || !(text.includes('@') || text.includes(domain))) return withoutAddress(text);
			return cut(JSON.stringify(text).slice(1, -1));
		};
		const source = (text: string): string => {
			const lines = linesAtEnd.exec(text);
			return lines === null ? escape(text) : `${escape(text.slice(0, lines.index))}${cut(lines[0])}`;
		};
		const answer = (value: Json, isOwn: boolean): string => {
			if (typeof value === 'string') return isOwn ? cut(JSON.stringify(value)) : `"${sentence(value)}"`;
			if (typeof value !== 'object' || value === null) return isOwn ? cut(JSON.stringify(value)) : String(value);
			if (isList(value)) return `[${value.map((one) => answer(one, isOwn)).join(',')}]`;
			let members = '';
			for (const [key, member] of Object.entries(value)) {
				members += `${members === '' ? '' : ','}"${escape(key)}":${answer(member, isOwn || ownKeys.has(key))}`;
			}
			return `{${members}}`;
		};
		let shape = '';
		for (const item of evidence) {
			times.push(escape(item.at));
			const parts = `"asked":"${asked(item.asked)}","source":"${source(item.source)}","answer":${answer(item.answer, false)}`;
			shape += `${shape === '' ? '' : ','}{${parts},"at":"${hole.time}"}`;
		}
		return { shape: `[${shape}]`, times: times.join(between), own: own.join(between) };
	};
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const anyHole = new RegExp(`[${hole.address}${hole.own}${hole.time}]`, 'g');

/** The JSON text that was taken apart. */
export const assemble = ({ shape, times, own }: Shaped, address: string): string => {
	const nextOwn = own.split(between).values();
	const nextTime = times.split(between).values();
	const escapedAddress = JSON.stringify(address).slice(1, -1);
	return shape.replace(anyHole, (found) => {
		if (found === hole.address) return escapedAddress;
		return (found === hole.own ? nextOwn : nextTime).next().value ?? '';
	});
};
