import { Button } from '@mantine/core';
import type { ReadingAccount, ReadingChoices, ReadingItem } from '#shared/lists.ts';
import { readingOffer } from '#shared/messages/reading-text.ts';
import { madeChoices, readingOffers, readingWords } from '../../messages.ts';
import { ReadingItemText } from '../../ui/reading-item.tsx';
import classes from '../../ui/reading-line.module.css';
import { useImport } from './import-draft.ts';

const Item = ({ item, choices }: { readonly item: ReadingItem; readonly choices: ReadingChoices }) => {
	const { openWith, isReading } = useImport();
	const offer = readingOffer(item, choices);
	return (
		<li>
			<ReadingItemText item={item} />
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
	return madeChoices(choices).map(({ text, back }) => (
		<li key={text}>
			{text}
			<Button size="compact-xs" variant="default" disabled={isReading} onClick={() => void openWith(back)}>
				{readingWords.undo}
			</Button>
		</li>
	));
};

/** What was read of the list and what was not, each with what can be chosen instead. */
export const ReadingLine = ({ account: { items, choices }, people }: { readonly account: ReadingAccount; readonly people: number }) => (
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
