export type CommandKind = 'action' | 'setting' | 'page' | 'run' | 'site' | 'plan' | 'guide' | 'person';

export interface ListedCommand {
	readonly id: string;
	readonly kind: CommandKind;
	readonly label: string;
	readonly run: () => void;
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Lower is better; `null` where a word is not in it. Beginnings of words count before what lies inside them. */
const rank = (label: string, words: readonly string[]): number | null => {
	const folded = fold(label);
	let rating = 0;
	for (const word of words) {
		const at = folded.indexOf(word);
		if (at === -1) return null;
		const startsWord = folded.startsWith(word) || folded.includes(` ${word}`);
		rating += at === 0 ? 0 : startsWord ? 1 : 2;
	}
	return rating;
};

/** Those in which every word typed occurs, best first; equally good ones in the order they came. */
export const findCommands = (commands: readonly ListedCommand[], typed: string): readonly ListedCommand[] => {
	const words = fold(typed).split(/\s+/).filter(Boolean);
	if (words.length === 0) return commands;
	return commands
		.flatMap((command) => {
			const rating = rank(command.label, words);
			return rating === null ? [] : [{ command, rating }];
		})
		.sort((a, b) => a.rating - b.rating)
		.map(({ command }) => command);
};
