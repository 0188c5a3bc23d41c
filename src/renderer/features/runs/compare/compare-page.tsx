import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Transition } from '#shared/comparison.ts';
import type { Run } from '#shared/run.ts';
import { api } from '../../../api.ts';
import { resultWords, words } from '../../../messages.ts';
import { routeHash } from '../../../route.ts';
import header from '../../../ui/page-header.module.css';
import page from '../../../ui/page.module.css';
import split from '../../../ui/split-view.module.css';
import { Tiles } from '../../../ui/tiles.tsx';
import { formatCount, formatMoment } from '../../../ui/formats.ts';
import { AbsentPage } from '../../../ui/page-states.tsx';
import { CompareButton } from './compare-button.tsx';
import table from '../../../ui/table-page.module.css';
import classes from './compare-page.module.css';
import { PeopleGrid } from './people-grid.tsx';
import { TransitionList } from './transition-list.tsx';
import { choicesOf, type PeopleChoice, sumUp, type TransitionGroup, transitionGroups } from './transitions.ts';

const text = resultWords.compare;

interface Comparison {
	readonly before: Run;
	readonly after: Run;
	readonly transitions: readonly Transition[];
}

interface TwoRuns {
	readonly before: string;
	readonly after: string;
}

const useComparison = ({ before, after }: TwoRuns) => {
	const meta = { failure: 'in place' } as const;
	const earlier = useQuery(api.runs.get.queryOptions({ input: { runId: before }, meta }));
	const later = useQuery(api.runs.get.queryOptions({ input: { runId: after }, meta }));
	const transitions = useQuery(api.runs.compare.queryOptions({ input: { before, after }, meta }));
	const isThere = earlier.data !== undefined && later.data !== undefined && transitions.data !== undefined;
	const comparison: Comparison | null = isThere ? { before: earlier.data, after: later.data, transitions: transitions.data } : null;
	return { comparison, failure: earlier.error ?? later.error ?? transitions.error };
};

const RunFacts = ({ label, run }: { readonly label: string; readonly run: Run }) => (
	<div className={classes['run']} role="group" aria-label={label}>
		<span className={classes['which']} aria-hidden="true">
			{label}
		</span>
		<a className={`${classes['name'] ?? ''} ${classes['list'] ?? ''}`} href={routeHash({ at: 'run', runId: run.id })} title={run.listName}>
			{run.listName}
		</a>
		<span className={classes['name']} title={run.site.name}>
			{run.site.name}
			{run.desk !== null && ` · ${run.desk.key}`}
		</span>
		<span>{formatMoment(run.startedAt)}</span>
		<span>{words.shell.rows(run.rowCount)}</span>
	</div>
);

const ChangeTiles = ({ transitions }: { readonly transitions: readonly Transition[] }) => {
	const change = sumUp(transitions);
	return (
		<Tiles
			label={text.tiles}
			tiles={[
				{
					label: text.solved,
					value: formatCount(change.solved),
					tone: 'added',
					...(change.addedByPlan === 0 ? {} : { note: text.addedByPlan(change.addedByPlan) }),
				},
				{ label: text.worse, value: formatCount(change.worse), tone: 'blocked' },
				{ label: text.other, value: formatCount(change.other), tone: 'open' },
				{ label: text.unchanged, value: formatCount(change.unchanged) },
				{ label: text.added, value: formatCount(change.added) },
				{ label: text.removed, value: formatCount(change.removed) },
			]}
		/>
	);
};

const firstGroup = (transitions: readonly Transition[]): TransitionGroup =>
	transitionGroups.find((group) => choicesOf(transitions, group).length > 0) ?? 'changed';

const Compared = ({ comparison: { before, after, transitions } }: { readonly comparison: Comparison }) => {
	const [group, setGroup] = useState(() => firstGroup(transitions));
	const [position, setPosition] = useState(0);
	const choices = choicesOf(transitions, group);
	const choice: PeopleChoice | undefined = choices[position] ?? choices[0];
	return (
		<div className={split['split']}>
			<div className={split['side']}>
				<TransitionList
					transitions={transitions}
					group={group}
					onGroup={(chosen) => {
						setGroup(chosen);
						setPosition(0);
					}}
					choices={choices}
					active={position}
					onChoose={setPosition}
				/>
			</div>
			<div className={classes['people']}>
				{choice === undefined ? (
					<p className={classes['nobody']}>{text.nobody}</p>
				) : (
					<PeopleGrid key={`${choice.from} ${choice.to}`} before={before.id} after={after.id} choice={choice} />
				)}
			</div>
		</div>
	);
};

/** What became of everybody between two runs. */
export const ComparePage = (runs: TwoRuns) => {
	const { comparison, failure } = useComparison(runs);
	if (failure !== null || comparison === null) return <AbsentPage failure={failure} text={text.loading} />;
	const { before, after, transitions } = comparison;
	const isGoingOn = before.state !== 'finished' || after.state !== 'finished';
	return (
		<div className={table['view']}>
			<header className={header['header']}>
				<div className={header['top']}>
					<div className={header['names']}>
						<h1>{text.title}</h1>
						<RunFacts label={text.before} run={before} />
						<RunFacts label={text.after} run={after} />
					</div>
					<div className={header['buttons']}>
						<Button component="a" variant="default" href={routeHash({ at: 'compare', before: after.id, after: before.id })}>
							{text.swap}
						</Button>
						<CompareButton run={after} label={text.another} />
					</div>
				</div>
				{isGoingOn && <p className={page['muted']}>{text.stillRunning}</p>}
			</header>
			<div className={classes['tiles']}>
				<ChangeTiles transitions={transitions} />
			</div>
			<Compared comparison={comparison} />
		</div>
	);
};
