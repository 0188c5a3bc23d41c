import { words } from '../messages.ts';

const mostNamed = 12;

/** Names in a sentence: some, and how many more there are. */
export const nameList = (names: readonly string[]): string => {
	if (names.length === 0) return words.common.none;
	const shown = names.slice(0, mostNamed).join(', ');
	return names.length > mostNamed ? `${shown} ${words.sites.checkResult.more(names.length - mostNamed)}` : shown;
};
