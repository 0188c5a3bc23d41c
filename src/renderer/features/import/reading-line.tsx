import { Button } from '@mantine/core';
import type { ReadingAccount, ReadingChoices, ReadingItem } from '#shared/lists.ts';
import { readingLines, readingOffer } from '#shared/messages/reading-text.ts';
import { readingItemText, readingOffers, readingWords } from '../../messages.ts';
import { useImport } from './import-draft.ts';
import classes from './reading-line.module.css';

const Item = ({ item, choices }: { readonly item: ReadingItem; readonly choices: ReadingChoices }) => {
	const { openWith, isReading } = useImport();
	const lines = readingLines(item);
	const offer = readingOffer(item, choices);
	const more = item.count - lines.length;
	return (
		<li>
			{lines.length === 0 ? (
				readingItemText(item)
			) : (
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
			)}
			{offer !== null && (
				<Button size="compact-xs" variant="default" disabled={isReading} onClick={() => void openWith(offer)}>
					{readingOffers[item.kind]}
				</Button>
			)}
		</li>
	);
};

/** The choices that were made, each with the way back. */
const Made = ({ choices }: { readonly choices: ReadingChoices }) => {
	const { openWith, isReading } = useImport();
	const { taken } = readingWords;
	const { addresses } = choices;
	const made: readonly (readonly [text: string, back: ReadingChoices])[] = [
		...(choices.hiddenRows === 'take' ? [[taken.hiddenRows, { hiddenRows: 'leave' }] as const] : []),
		...(choices.frames === 'take' ? [[taken.frames, { frames: 'leave' }] as const] : []),
		...(addresses === 'each' || addresses === 'column' ? [[taken.addresses[addresses], { addresses: 'first' }] as const] : []),
		...(typeof choices.headerLine === 'number' ? [[taken.headerLine(choices.headerLine), { headerLine: null }] as const] : []),
		...(choices.guests === 'own' ? [[taken.guests, { guests: 'leave' }] as const] : []),
		...(choices.tables === 'all' ? [[taken.tables, { tables: 'one' }] as const] : []),
	];
	return made.map(([text, back]) => (
		<li key={text}>
			{text}
			<Button size="compact-xs" variant="default" disabled={isReading} onClick={() => void openWith(back)}>
				{readingWords.undo}
			</Button>
		</li>
	));
};

/** What was read of the list and what was not, each with what can be chosen instead. */
export const ReadingLine = ({ account: { people, items, choices } }: { readonly account: ReadingAccount }) => (
	<ul className={classes['line']} aria-label={readingWords.label}>
		<li>
			<strong>{readingWords.people(people)}</strong>
		</li>
		<Made choices={choices} />
		{items.map((item) => (
			<Item key={item.kind} item={item} choices={choices} />
		))}
	</ul>
);
