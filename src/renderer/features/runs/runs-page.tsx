import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { causeCatalogue, causeCodes } from '#shared/causes.ts';
import type { Run } from '#shared/run.ts';
import { stateTexts } from '../../messages/terms.ts';
import { words } from '../../messages/words.ts';
import { routeHash } from '../../route.ts';
import { formatAgo, formatCount } from '../../ui/formats.ts';
import { ListIcon, PlusIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { usePlanList } from '../plans/plan-list.ts';
import { PlanLinks } from '../plans/plan-links.tsx';
import { StrandedBanner } from '../plans/stranded-banner.tsx';
import { useSites } from '../sites/sites.ts';
import { useRunList } from './run-list.ts';
import classes from './runs-page.module.css';

const refreshMs = 3000;

const countBlocked = (run: Run): number =>
	causeCodes.filter((code) => causeCatalogue[code].standing === 'blocked').reduce((sum, code) => sum + (run.summary[code] ?? 0), 0);

const EmptyRuns = () => {
	const hasSites = useSites(({ sites }) => sites !== null && sites.length > 0);
	return (
		<div className={page['empty']}>
			<span className={page['emptyMark']}>
				<ListIcon size={20} />
			</span>
			<h2>{words.runs.emptyTitle}</h2>
			<p>{words.runs.emptyText}</p>
			<div className={page['actions']}>
				<Button component="a" href={routeHash({ at: 'import' })} leftSection={<PlusIcon size={14} />}>
					{words.shell.importList}
				</Button>
				{!hasSites && (
					<Button component="a" href={routeHash({ at: 'sites' })} variant="default">
						{words.runs.emptySites}
					</Button>
				)}
			</div>
			<p>
				{words.runs.emptyDemo} <code className={page['command']}>{words.runs.demoCommand}</code>
			</p>
		</div>
	);
};

const RunLine = ({ run, nowMs }: { readonly run: Run; readonly nowMs: number }) => (
	<tr>
		<th scope="row">
			<a className={classes['open']} href={routeHash({ at: 'run', runId: run.id })}>
				{run.listName}
			</a>
			<div className={classes['plans']}>
				<PlanLinks runId={run.id} />
			</div>
		</th>
		<td>
			{run.site.name}
			{run.desk !== null && <span className={page['muted']}> · {run.desk.key}</span>}
		</td>
		<td>{stateTexts[run.state]}</td>
		<td className={classes['number']}>
			{run.state === 'finished' ? formatCount(run.rowCount) : words.shell.runCounts(run.checkedCount, run.rowCount)}
		</td>
		<td className={classes['number']}>{formatCount(countBlocked(run))}</td>
		<td className={page['muted']}>{formatAgo(run.startedAt, nowMs)}</td>
	</tr>
);

const RunTable = ({ runs, nowMs }: { readonly runs: readonly Run[]; readonly nowMs: number }) => (
	<div className={classes['scroll']}>
		<table className={classes['table']} aria-label={words.runs.table}>
			<thead>
				<tr>
					<th scope="col">{words.runs.columns.list}</th>
					<th scope="col">{words.runs.columns.site}</th>
					<th scope="col">{words.runs.columns.state}</th>
					<th scope="col" className={classes['number']}>
						{words.runs.columns.rows}
					</th>
					<th scope="col" className={classes['number']}>
						{words.runs.columns.blocked}
					</th>
					<th scope="col">{words.runs.columns.started}</th>
				</tr>
			</thead>
			<tbody>
				{runs.map((run) => (
					<RunLine key={run.id} run={run} nowMs={nowMs} />
				))}
			</tbody>
		</table>
	</div>
);

export const RunsPage = () => {
	const { runs, loadedAtMs, load } = useRunList();
	const late = useDelayed(runs === null);
	const working = runs?.some(({ state }) => state === 'running') ?? false;
	useEffect(() => {
		void load();
		void usePlanList.getState().load();
		if (!working) return;
		const timer = setInterval(() => void load(), refreshMs);
		return () => clearInterval(timer);
	}, [load, working]);
	return (
		<div className={page['page']}>
			<div className={page['column']}>
				<div className={page['head']}>
					<h1>{words.runs.title}</h1>
					{runs !== null && runs.length > 0 && (
						<Button component="a" href={routeHash({ at: 'import' })} leftSection={<PlusIcon size={14} />}>
							{words.shell.importList}
						</Button>
					)}
				</div>
				<StrandedBanner />
				{runs === null ? (
					late && (
						<div className={page['loading']} role="status">
							<Loader size={16} /> {words.common.loading}
						</div>
					)
				) : runs.length === 0 ? (
					<EmptyRuns />
				) : (
					<RunTable runs={runs} nowMs={loadedAtMs} />
				)}
			</div>
		</div>
	);
};
