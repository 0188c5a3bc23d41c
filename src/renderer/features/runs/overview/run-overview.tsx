import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { causeCatalogue, causeCodes, type Standing } from '#shared/causes.ts';
import type { Run, RunProgress } from '#shared/run.ts';
import { api } from '../../../api.ts';
import { resultWords, words } from '../../../messages.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { formatCount, formatLeft, formatShare } from '../../../ui/formats.ts';
import page from '../../../ui/page.module.css';
import { Tiles } from '../../../ui/tiles.tsx';
import type { PlanScope } from '../../plans/plan-dialog.tsx';
import { countCalls } from '../run-header.tsx';
import { CauseChart } from './cause-chart.tsx';
import { CertaintyChart } from './certainty-chart.tsx';
import { DomainChart } from './domain-chart.tsx';
import classes from './run-overview.module.css';
import { showRows } from '../run-view.ts';
import { UnlockList } from './unlock-list.tsx';

const text = resultWords.overview;
/** A run that goes on is counted again so seldom: counting takes the Node side's time from checking. */
const lookAgainMs = 3000;
const standings: readonly Standing[] = ['added', 'addable', 'blocked', 'open'];

const causesOf = (standing: Standing) => causeCodes.filter((code) => causeCatalogue[code].standing === standing);

const StandingTiles = ({ run }: { readonly run: Run }) => (
	<Tiles
		label={text.summary}
		tiles={standings.map((standing) => {
			const causes = causesOf(standing).filter((code) => (run.summary[code] ?? 0) > 0);
			const rows = causes.reduce((sum, code) => sum + (run.summary[code] ?? 0), 0);
			return {
				label: text.standings[standing],
				value: formatCount(rows),
				note: formatShare(rows, run.rowCount),
				tone: standing,
				...(rows === 0 ? {} : { onChoose: () => showRows(run.id, { causes }) }),
			};
		})}
	/>
);

/** How a run that goes on is getting along. */
const PaceTiles = ({ run, progress }: Pick<RunOverviewProps, 'run' | 'progress'>) => {
	const { leftMs = null, rowsPerSecond = null } = progress ?? {};
	return (
		<Tiles
			label={text.running}
			tiles={[
				{ label: text.checked, value: words.shell.runCounts(run.checkedCount, run.rowCount) },
				{ label: text.pace, value: rowsPerSecond === null ? text.notYet : text.rate(rowsPerSecond) },
				{ label: text.calls, value: formatCount(countCalls(run)) },
				{ label: text.left, value: leftMs === null ? text.notYet : formatLeft(leftMs) },
			]}
		/>
	);
};

interface RunOverviewProps {
	readonly run: Run;
	/** `null` where it does not go on. */
	readonly progress: RunProgress | null;
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
}

/** A run at a glance: what blocks whom, and what would help most. */
export const RunOverview = ({ run, progress, onPlan }: RunOverviewProps) => {
	const asked = {
		input: { runId: run.id },
		refetchInterval: run.state === 'running' ? lookAgainMs : (false as const),
		meta: { failure: 'in place' as const },
	};
	const breakdown = useQuery(api.runs.breakdown.queryOptions(asked));
	const unlocks = useQuery(api.runs.unlock.queryOptions(asked));
	const failure = breakdown.error ?? unlocks.error;
	return (
		<div className={classes['overview']}>
			{run.state === 'running' && <PaceTiles run={run} progress={progress} />}
			<StandingTiles run={run} />
			{failure !== null && <FailureNote failure={failure} />}
			<div className={classes['columns']}>
				<div className={classes['column']}>
					<CauseChart run={run} />
					{breakdown.data !== undefined && <CertaintyChart run={run} counts={breakdown.data.certainties} />}
				</div>
				<div className={classes['column']}>
					{unlocks.data === undefined ? (
						failure === null && (
							<p className={page['loading']} role="status">
								<Loader size={16} /> {text.loading}
							</p>
						)
					) : (
						<UnlockList unlocks={unlocks.data} run={run} onPlan={onPlan} />
					)}
				</div>
			</div>
			{breakdown.data !== undefined && <DomainChart run={run} breakdown={breakdown.data} />}
		</div>
	);
};
