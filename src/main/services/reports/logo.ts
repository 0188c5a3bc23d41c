import { done, failed, type Outcome } from '#shared/outcome.ts';
import { largestLogoBytes, type Logo } from '#shared/reports.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A small file can unpack to a picture that no machine has the memory for. */
const mostPixels = 4096;

/** What may stand before the first element, each with what ends it. */
const prologue = [
	{ begins: '<?xml', ends: '?>' },
	{ begins: '<!--', ends: '-->' },
	{ begins: '<!DOCTYPE', ends: '>' },
] as const;

/** A step a part of the prologue: an expression over all of them would try every way to part them. */
const beginsAsSvg = (text: string): boolean => {
	for (let at = text.startsWith('\uFEFF') ? 1 : 0; ; ) {
		while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
		const part = prologue.find(({ begins }) => text.startsWith(begins, at));
		if (part === undefined) return text.startsWith('<svg', at) && /[\s>]/.test(text[at + 4] ?? '');
		const end = text.indexOf(part.ends, at + part.begins.length);
		// A DOCTYPE with declarations of its own.
		if (end === -1 || (part.ends === '>' && text.slice(at, end).includes('['))) return false;
		at = end + part.ends.length;
	}
};

const refused = (problem: 'too-large' | 'too-many-pixels' | 'no-picture') => failed('logo-unusable', { problem });

const isPng = (bytes: Buffer): boolean =>
	bytes.subarray(0, 8).equals(pngSignature) && bytes.length > 33 && bytes.toString('latin1', 12, 16) === 'IHDR';

const svgText = (bytes: Buffer): string | null => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
};

/**
 * A picture for a report, told by what is in it and not by its name. Fails with `logo-unusable` (`problem`). An SVG is only
 * ever shown as an image, where its scripts do not run; one that declares entities is refused, for they can unfold without end.
 */
export const readLogo = (bytes: Buffer): Outcome<Logo> => {
	if (bytes.length > largestLogoBytes) return refused('too-large');
	const base64 = bytes.toString('base64');
	if (isPng(bytes)) {
		const fits = [16, 20].every((at) => bytes.readUInt32BE(at) >= 1 && bytes.readUInt32BE(at) <= mostPixels);
		return fits ? done({ type: 'image/png', base64 }) : refused('too-many-pixels');
	}
	const text = svgText(bytes);
	return text !== null && beginsAsSvg(text) && !/<!ENTITY/i.test(text) ? done({ type: 'image/svg+xml', base64 }) : refused('no-picture');
};
