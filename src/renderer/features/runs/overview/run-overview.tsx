import { Loader } from '@mantine/core';
import { causeCatalogue, causeCodes, type Standing } from '#shared/causes.ts';
import type { Run } from '#shared/run.ts';
import { resultWords, words } from '../../../messages.ts';
import { FailureNote } from '../../../ui/failure-note.tsx';
import { formatCount, formatLeft, formatShare } from '../../../ui/formats.ts';
import page from '../../../ui/page.module.css';
import { Tiles } from '../../../ui/tiles.tsx';
import { countCalls } from '../run-header.tsx';
import { useRunView } from '../run-view.ts';
import { CauseChart } from './cause-chart.tsx';
import { CertaintyChart } from './certainty-chart.tsx';
import { DomainChart } from './domain-chart.tsx';
import classes from './run-overview.module.css';
import { showRows } from './show-rows.ts';
import { UnlockList } from './unlock-list.tsx';
import { useOverview } from './use-overview.ts';

const text = resultWords.overview;
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
const PaceTiles = ({ run }: { readonly run: Run }) => {
	const leftMs = useRunView((view) => view.leftMs);
	const rowsPerSecond = useRunView((view) => view.rowsPerSecond);
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

/** A run at a glance: what blocks whom, and what would help most. */
export const RunOverview = ({ run }: { readonly run: Run }) => {
	const { breakdown, unlocks, failure } = useOverview(run);
	return (
		<div className={classes['overview']}>
			{run.state === 'running' && <PaceTiles run={run} />}
			<StandingTiles run={run} />
			{failure !== null && failure.code !== 'connection-lost' && <FailureNote failure={failure} />}
			<div className={classes['columns']}>
				<div className={classes['column']}>
					<CauseChart run={run} />
					{breakdown !== null && <CertaintyChart run={run} counts={breakdown.certainties} />}
				</div>
				<div className={classes['column']}>
					{unlocks === null ? (
						failure === null && (
							<p className={page['loading']} role="status">
								<Loader size={16} /> {text.loading}
							</p>
						)
					) : (
						<UnlockList unlocks={unlocks} run={run} />
					)}
				</div>
			</div>
			{breakdown !== null && <DomainChart run={run} breakdown={breakdown} />}
		</div>
	);
};
