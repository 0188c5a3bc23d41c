import { useEffect, useState } from 'react';
import type { HistoryEntry } from '#shared/comparison.ts';
import { ask } from '../../client.ts';
import { causeTexts, resultWords, certaintyTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import classes from '../../ui/detail-panel.module.css';
import { formatMoment } from '../../ui/formats.ts';
import { CauseDot } from './cause-dot.tsx';

const text = resultWords.history;
const mostShown = 30;

/** What every run said of the address; `null` while it is on its way, and where the text is no address. */
const useHistory = (email: string): readonly HistoryEntry[] | null => {
	const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
	useEffect(() => {
		let isCurrent = true;
		// The text of a row without an address may be longer than any address: nobody is found by it.
		if (email !== '' && email.length <= 400) {
			void ask((api) => api.runs.history({ email })).then((answer) => {
				if (isCurrent && answer.ok) setEntries(answer.value);
			});
		}
		return () => {
			isCurrent = false;
		};
	}, [email]);
	return entries;
};

const Entry = ({ entry: { run, row }, isHere }: { readonly entry: HistoryEntry; readonly isHere: boolean }) => (
	<li>
		<span className={classes['cause']}>
			<CauseDot cause={row.cause} />
			{causeTexts[row.cause].label}
			{row.cause !== 'not-checked' && ` · ${certaintyTexts[row.certainty].label}`}
		</span>
		{isHere ? (
			<span>
				{text.open(run.listName, formatMoment(run.startedAt))} ({text.here})
			</span>
		) : (
			<a href={routeHash({ at: 'run', runId: run.id, row: row.id })}>{text.open(run.listName, formatMoment(run.startedAt))}</a>
		)}
		<span className={classes['muted']}>{[run.site.name, run.desk?.key].filter(Boolean).join(' · ')}</span>
	</li>
);

/** The address over all runs and sites, newest first; each entry leads to its run. */
export const RowHistory = ({ email, runId }: { readonly email: string; readonly runId: string }) => {
	const entries = useHistory(email);
	if (entries === null || entries.length === 0) return null;
	const isAlone = entries.every(({ run }) => run.id === runId);
	return (
		<section className={classes['part']}>
			<h3>{text.title}</h3>
			{isAlone ? (
				<p className={classes['muted']}>{text.only}</p>
			) : (
				<ul className={classes['history']}>
					{entries.slice(0, mostShown).map((entry) => (
						<Entry key={entry.run.id} entry={entry} isHere={entry.run.id === runId} />
					))}
					{entries.length > mostShown && <li className={classes['muted']}>{text.older(entries.length - mostShown)}</li>}
				</ul>
			)}
		</section>
	);
};
