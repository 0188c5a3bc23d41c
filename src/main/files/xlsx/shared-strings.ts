import { listLimits, workbookLimits } from '#core/lists/limits.ts';
import { ListError } from '../list-failure.ts';
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/**
 * Collects the text of a string item: runs of different looks are put together, readings above Japanese text (`rPh`)
 * are left out.
 */
export class TextCollector {
	#text = '';
	#isInText = false;
	#readings = 0;

	open(name: string): void {
		if (name === 'rPh') this.#readings++;
		else if (name === 't') this.#isInText = this.#readings === 0;
	}

	close(name: string): void {
		if (name === 'rPh') this.#readings--;
		else if (name === 't') this.#isInText = false;
	}

	add(text: string): void {
		if (!this.#isInText) return;
		this.#text += text;
		if (this.#text.length > listLimits.cellCharacters) throw new ListError('list-cell-too-large', { limit: listLimits.cellCharacters });
	}

	take(): string {
		const text = this.#text;
		this.#text = '';
		return unescaped(text);
	}
}

/** `_x000D_` is how a workbook writes a character that XML cannot; `_x005F_` stands for an underscore before such a sign. */
const unescaped = (text: string): string =>
	text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;

/** The strings of a workbook, which its cells name by number. Throws `ListError` where they are more than a list can hold. */
export const readSharedStrings = async (archive: Archive, part: string | null): Promise<readonly string[]> => {
	const strings: string[] = [];
	if (part === null || !archive.has(part)) return strings;
	const collector = new TextCollector();
	let characters = 0;
	await readXml(archive.read(part), {
		open: (name) => collector.open(name),
		text: (text) => collector.add(text),
		close: (name) => {
			collector.close(name);
			if (name !== 'si') return;
			const text = collector.take();
			characters += text.length;
			if (strings.length === workbookLimits.sharedStrings || characters > listLimits.characters) {
				throw new ListError('list-too-large', { limitBytes: listLimits.bytes, unpacked: true });
			}
			strings.push(text);
		},
	});
	return strings;
};
