import { readAddress } from './read-address.ts';

/**
 * The text of an address cell with another domain in it, whatever stands around: a display name stays. Where the domain
 * is written in a way that cannot be found in the text (an international one), the corrected address stands alone.
 */
export const correctDomain = (text: string, to: string): string => {
	const read = readAddress(text);
	if (!read.valid) return text;
	const at = read.address.lastIndexOf('@');
	const corrected = `${read.address.slice(0, at)}@${to}`;
	const from = read.address.slice(at + 1);
	const place = text.toLowerCase().lastIndexOf(from);
	if (place === -1) return corrected;
	const replaced = text.slice(0, place) + to + text.slice(place + from.length);
	const again = readAddress(replaced);
	return again.valid && again.address === corrected ? replaced : corrected;
};
