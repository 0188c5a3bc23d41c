import { proxyAddresses } from './no-mailbox.ts';
import { readAddress } from './read-address.ts';
import { addressPattern, piecesOf } from './split-addresses.ts';

/** One of several addresses that stand in a cell, with what stands around it. */
export interface FoundAddress {
	readonly text: string;
	readonly address: string;
	readonly displayName: string | null;
}

const longestCharacters = 32 * 1024;

/** Every valid address in a cell, each once, with the name beside it. */
export const peopleIn = (cell: string): readonly FoundAddress[] => {
	const read = readAddress(cell);
	if (read.valid) return [{ text: cell, address: read.address, displayName: read.displayName }];
	if (read.problem !== 'several-addresses' || cell.length > longestCharacters) return [];
	const found = new Map<string, FoundAddress>();
	for (const text of proxyAddresses(cell) ?? piecesOf(cell)) {
		const one = readAddress(text);
		if (one.valid && !found.has(one.address)) found.set(one.address, { text, address: one.address, displayName: one.displayName });
	}
	return [...found.values()];
};

/** The texts of a cell with several addresses, each address once; what is no address stays with those that are, to be looked at. */
export const splitCell = (cell: string): readonly string[] => {
	if (cell.length > longestCharacters) return [];
	const keyOf = (text: string): string => {
		const read = readAddress(text);
		return read.valid ? read.address : text.toLowerCase();
	};
	const pieces = (proxyAddresses(cell) ?? piecesOf(cell)).filter((text) => text.trim() !== '');
	const parts = pieces.length > 1 ? pieces : (cell.match(addressPattern) ?? []);
	return [...Map.groupBy(parts, keyOf).values()].flatMap(([first]) => first ?? []);
};

/** Addresses that a text mentions, also in a sentence: to be said, not to be used. */
export const mentionedIn = (cell: string): readonly string[] => {
	const people = addressesIn(cell);
	if (people.length > 0 || cell.length > longestCharacters) return people;
	return (cell.match(addressPattern) ?? []).flatMap((text) => {
		const read = readAddress(text.replace(/[.:!?]+$/, ''));
		return read.valid ? [read.address] : [];
	});
};

export const addressesIn = (cell: string): readonly string[] => peopleIn(cell).map(({ address }) => address);
