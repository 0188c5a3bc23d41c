import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { madeChoices, readingWords } from '../../messages.ts';
import { ReadingItemText } from '../../ui/reading-item.tsx';
import classes from '../../ui/reading-line.module.css';

/** What of the list was not read, and what was chosen about it. Nothing where all of it was. */
export const RunReading = ({ runId }: { readonly runId: string }) => {
	const { data: reading = null } = useQuery(api.runs.reading.queryOptions({ input: { runId } }));
	if (reading === null) return null;
	const { people, items, choices } = reading.account;
	const made = madeChoices(choices);
	if (items.length + made.length === 0) return null;
	return (
		<ul className={classes['line']} aria-label={readingWords.label}>
			<li>
				<strong>{readingWords.people(people)}</strong>
			</li>
			{made.map(({ text }) => (
				<li key={text}>{text}</li>
			))}
			{items.map((item) => (
				<li key={item.kind}>
					<ReadingItemText item={item} />
				</li>
			))}
		</ul>
	);
};
