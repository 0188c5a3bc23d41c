import { useQuery } from '@tanstack/react-query';
import type { Standing } from '#shared/causes.ts';
import type { Run, RunProgress } from '#shared/run.ts';
import { causesOf, countStandings, standings } from '#shared/standings.ts';
import type { AddableCounts } from '#shared/run.ts';
import { api } from '../../../api.ts';
import { resultWords, words } from '../../../messages.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { formatCount, formatLeft, formatShare } from '../../../ui/formats.ts';
import { PageLoading } from '../../../ui/page-states.tsx';
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

/** Rows that can be added are two kinds: one can be relied on, the other is what nothing speaks against. */
const StandingTiles = ({ run, addable }: { readonly run: Run; readonly addable: AddableCounts | undefined }) => {
	const counts = countStandings(run);
	const noteOf = (standing: Standing): string =>
		standing === 'addable' && addable !== undefined && addable.likely > 0
			? text.addableBy(addable.proven, addable.likely)
			: formatShare(counts[standing], run.rowCount);
	return (
		<Tiles
			label={text.summary}
			tiles={standings
				.filter((standing) => standing !== 'repeated' || counts.repeated > 0)
				.map((standing) => ({
					label: text.standings[standing],
					value: formatCount(counts[standing]),
					note: noteOf(standing),
					tone: standing,
					...(counts[standing] === 0 ? {} : { onChoose: () => showStanding(run, standing) }),
				}))}
		/>
	);
};

const showStanding = (run: Run, standing: Standing): void =>
	showRows(run.id, { causes: causesOf(standing, run).filter((cause) => (run.summary[cause] ?? 0) > 0) });

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
			<StandingTiles run={run} addable={breakdown.data?.addable} />
			{failure !== null && <FailureNote failure={failure} />}
			<div className={classes['columns']}>
				<div className={classes['column']}>
					<CauseChart run={run} />
					{breakdown.data !== undefined && <CertaintyChart run={run} counts={breakdown.data.certainties} />}
				</div>
				<div className={classes['column']}>
					{unlocks.data === undefined ? (
						failure === null && <PageLoading text={text.loading} />
					) : (
						<UnlockList unlocks={unlocks.data} run={run} onPlan={onPlan} />
					)}
				</div>
			</div>
			{breakdown.data !== undefined && <DomainChart run={run} breakdown={breakdown.data} />}
		</div>
	);
};
