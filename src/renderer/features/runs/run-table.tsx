import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import { countStandings } from '#shared/standings.ts';
import { resultWords, stateTexts, words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { formatAgo, formatCount } from '../../ui/formats.ts';
import page from '../../ui/page.module.css';
import { PlanLinks } from '../plans/plan-links.tsx';
import { useClientOf } from '../../sites.ts';
import { CompareDialog } from './compare/compare-dialog.tsx';
import { newestFirst, orderAfterClick, type RunColumn, runColumns, sortRuns } from './run-order.ts';
import { RunMenu } from './run-menu.tsx';
import classes from './runs-page.module.css';

const numeric: readonly RunColumn[] = ['rows', 'blocked'];
const labels: Readonly<Record<RunColumn, string>> = { ...words.runs.columns, client: resultWords.runs.client };

interface RunLineProps {
	readonly run: Run;
	/** `undefined`: no run of the table is of a client's site. */
	readonly client: string | null | undefined;
	readonly nowMs: number;
	/** Left out where there is nothing to compare with. */
	readonly onCompare?: () => void;
}

const RunLine = ({ run, client, nowMs, onCompare }: RunLineProps) => (
	<tr>
		<th scope="row">
			<a className={classes['open']} href={routeHash({ at: 'run', runId: run.id })} title={run.listName}>
				{run.listName}
			</a>
			<div className={classes['plans']}>
				<PlanLinks runId={run.id} />
			</div>
		</th>
		{client !== undefined && (
			<td className={classes['name']} title={client ?? undefined}>
				{client}
			</td>
		)}
		<td className={classes['name']} title={run.site.name}>
			{run.site.name}
			{run.desk !== null && <span className={page['muted']}> · {run.desk.key}</span>}
		</td>
		<td>{stateTexts[run.state]}</td>
		<td className={classes['number']}>
			{run.state === 'finished' ? formatCount(run.rowCount) : words.shell.runCounts(run.checkedCount, run.rowCount)}
		</td>
		<td className={classes['number']}>{formatCount(countStandings(run).blocked)}</td>
		<td className={page['muted']}>{formatAgo(run.startedAt, nowMs)}</td>
		{onCompare !== undefined && (
			<td className={classes['act']}>
				<Button variant="subtle" size="compact-xs" aria-label={resultWords.compare.buttonFor(run.listName)} onClick={onCompare}>
					{resultWords.compare.button}
				</Button>
			</td>
		)}
		<td className={classes['act']}>
			<RunMenu run={run} isSmall />
		</td>
	</tr>
);

interface RunTableProps {
	/** Newest first. */
	readonly runs: readonly Run[];
	readonly nowMs: number;
	readonly canCompare: boolean;
}

/** Runs in the order that its headers were clicked for. */
export const RunTable = ({ runs, nowMs, canCompare }: RunTableProps) => {
	const [order, setOrder] = useState(newestFirst);
	const [compared, setCompared] = useState<Run | null>(null);
	const clientOf = useClientOf();
	const hasClients = runs.some(({ site }) => clientOf(site.name) !== null);
	const shown = runColumns.filter((column) => column !== 'client' || hasClients);
	return (
		<div className={classes['scroll']}>
			<table className={classes['table']} aria-label={words.runs.table}>
				<thead>
					<tr>
						{shown.map((column) => {
							const direction = order.by !== column ? undefined : order.descending ? 'descending' : 'ascending';
							return (
								<th key={column} scope="col" aria-sort={direction} className={numeric.includes(column) ? classes['number'] : undefined}>
									<button type="button" className={classes['sort']} onClick={() => setOrder((now) => orderAfterClick(now, column))}>
										{labels[column]}
										<span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}</span>
									</button>
								</th>
							);
						})}
						{canCompare && <td />}
						<td />
					</tr>
				</thead>
				<tbody>
					{sortRuns(runs, order, clientOf).map((run) => (
						<RunLine
							key={run.id}
							run={run}
							client={hasClients ? clientOf(run.site.name) : undefined}
							nowMs={nowMs}
							{...(canCompare ? { onCompare: () => setCompared(run) } : {})}
						/>
					))}
				</tbody>
			</table>
			<CompareDialog run={compared} onClose={() => setCompared(null)} />
		</div>
	);
};
