import type { ReadingItem } from '#shared/lists.ts';
import { readingLines } from '#shared/messages/reading-text.ts';
import { readingItemText, readingWords } from '../messages.ts';
import classes from './reading-line.module.css';

/** What was left of a list, with the lines that are meant. */
export const ReadingItemText = ({ item }: { readonly item: ReadingItem }) => {
	const lines = readingLines(item);
	const more = item.count - lines.length;
	if (lines.length === 0) return readingItemText(item);
	return (
		<details>
			<summary>{readingItemText(item)}</summary>
			<ol className={classes['lines']}>
				{lines.map((line) => (
					<li key={line.line} dir="auto">
						{readingWords.lineOf(line)}
					</li>
				))}
				{more > 0 && <li>{readingWords.more(more)}</li>}
			</ol>
		</details>
	);
};
