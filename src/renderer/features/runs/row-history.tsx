import { skipToken, useQuery } from '@tanstack/react-query';
import type { HistoryEntry } from '#shared/comparison.ts';
import { api } from '../../api.ts';
import { causeTexts, resultWords, certaintyTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import classes from '../../ui/detail-panel.module.css';
import { formatMoment } from '../../ui/formats.ts';
import { CauseDot } from '../verdicts/cause-dot.tsx';

const text = resultWords.history;
const mostShown = 30;

const Entry = ({ entry: { run, row }, isHere }: { readonly entry: HistoryEntry; readonly isHere: boolean }) => (
	<li>
		<span className={classes['cause']}>
			<CauseDot cause={row.cause} />
			{causeTexts[row.cause].label}
			{row.cause !== 'not-checked' && ` · ${certaintyTexts[row.certainty].label}`}
			{row.after !== undefined && ` → ${causeTexts[row.after.cause].label}`}
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
	// The text of a row without an address may be longer than any address: nobody is found by it.
	const isAddress = email !== '' && email.length <= 400;
	const { data: entries = [] } = useQuery(
		api.runs.history.queryOptions({ input: isAddress ? { email } : skipToken, meta: { failure: 'in place' } }),
	);
	if (entries.length === 0) return null;
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
