import { Button, SegmentedControl } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Run } from '#shared/run.ts';
import { api } from '../../api.ts';
import { resultWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { isInDialog, isLetter, isTyping } from '../../ui/keys.ts';
import { AbsentPage } from '../../ui/page-states.tsx';
import { PlanDialog, type PlanScope } from '../plans/plan-dialog.tsx';
import { ReportButton } from '../reports/report-button.tsx';
import { SnapshotNote } from '../snapshots/snapshot-note.tsx';
import { CompareButton } from './compare/compare-button.tsx';
import { RunOverview } from './overview/run-overview.tsx';
import { PlanButton } from './plan-button.tsx';
import { RowDetail } from './row-detail.tsx';
import { RowFilters } from './row-filters.tsx';
import { RowGrid } from './row-grid.tsx';
import { RunBanners } from './run-banners.tsx';
import { RunHeader } from './run-header.tsx';
import { RunReading } from './run-reading.tsx';
import classes from '../../ui/table-page.module.css';
import { useRowOrder, useRunProgress } from './run-queries.ts';
import { RunRows } from './run-rows.ts';
import { useRunView } from './run-view.ts';
import { noFilter } from './view-filter.ts';

/** What is looked at and chosen is of one run, for as long as its page is open. */
const useEntered = (runId: string): boolean => {
	useEffect(() => {
		const { enter, leave } = useRunView.getState();
		enter(runId);
		return leave;
	}, [runId]);
	return useRunView((view) => view.runId === runId);
};

/** Opens the row that the address names. */
const useRowOfRoute = (runId: string, row: number | null, isEntered: boolean): void => {
	const { data } = useQuery(api.runs.row.queryOptions({ input: row === null ? skipToken : { runId, id: row } }));
	const found = isEntered && data?.id === row ? data : undefined;
	const email = found?.email;
	useEffect(() => {
		if (row !== null && email !== undefined) useRunView.getState().showRow({ id: row, email });
	}, [row, email]);
};

interface RunPageProps {
	readonly runId: string;
	readonly shows: 'rows' | 'overview';
	readonly row: number | null;
}

const ViewSwitch = ({ runId, shows }: Omit<RunPageProps, 'row'>) => (
	<SegmentedControl
		aria-label={resultWords.views.label}
		value={shows}
		onChange={(view) => goTo({ at: view === 'overview' ? 'overview' : 'run', runId })}
		data={[
			{ value: 'rows', label: resultWords.views.rows },
			{ value: 'overview', label: resultWords.views.overview },
		]}
	/>
);

export const RunPage = ({ runId, shows, row }: RunPageProps) => {
	const isEntered = useEntered(runId);
	useRowOfRoute(runId, row, isEntered);
	const { data: run, error: failure } = useQuery(api.runs.get.queryOptions({ input: { runId }, meta: { failure: 'in place' } }));
	const rows = useMemo(() => new RunRows(runId), [runId]);
	const progress = useRunProgress(runId, run, rows);
	const [scopes, setScopes] = useState<readonly PlanScope[]>([]);
	const [isPlanning, setPlanning] = useState(false);
	const plan = (asked: readonly PlanScope[]): void => {
		setScopes(asked);
		setPlanning(true);
	};
	const searchField = useRef<HTMLInputElement>(null);
	const grid = useRef<HTMLDivElement>(null);

	const closeDetail = (): void => {
		useRunView.getState().showDetail(false);
		grid.current?.focus();
	};

	useWindowEvent('keydown', (event) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isInDialog(event.target)) return;
		if (event.key === '/' && !isTyping(event.target)) {
			event.preventDefault();
			searchField.current?.focus();
		} else if (event.target === grid.current && isLetter(event.key)) {
			// The letter itself follows into the field.
			const field = searchField.current;
			field?.focus();
			field?.setSelectionRange(field.value.length, field.value.length);
		} else if (event.key === 'Escape' && !isTyping(event.target)) {
			// First what lies on top, then what was chosen.
			const { detailOpen, clearSelection } = useRunView.getState();
			if (detailOpen) closeDetail();
			else clearSelection();
		}
	});

	if (failure !== null || run === undefined || !isEntered) return <AbsentPage failure={failure} text={words.run.loading} />;
	return (
		<div className={classes['view']}>
			<RunHeader
				run={run}
				progress={progress}
				onJudged={() => rows.outdate()}
				buttons={
					<>
						<ViewSwitch runId={runId} shows={shows} />
						<CompareButton run={run} />
						<ReportButton run={run} />
						<PlanButton run={run} onPlan={plan} />
					</>
				}
			/>
			<RunReading runId={runId} />
			<SnapshotNote run={run} />
			<RunBanners run={run} onJudged={() => rows.outdate()} />
			{shows === 'overview' ? (
				<RunOverview run={run} progress={progress} onPlan={plan} />
			) : (
				<Rows run={run} rows={rows} searchField={searchField} grid={grid} onPlan={plan} onCloseDetail={closeDetail} />
			)}
			<PlanDialog opened={isPlanning} onClose={() => setPlanning(false)} runId={runId} scopes={scopes} />
		</div>
	);
};

const noIds: readonly number[] = [];

interface RowsProps {
	readonly run: Run;
	readonly rows: RunRows;
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
	readonly searchField: RefObject<HTMLInputElement | null>;
	readonly grid: RefObject<HTMLDivElement | null>;
	readonly onCloseDetail: () => void;
}

const Rows = ({ run, rows, searchField, grid, onPlan, onCloseDetail }: RowsProps) => {
	const { data: ids } = useRowOrder();
	const detailOpen = useRunView((view) => view.detailOpen);
	return (
		<>
			<RowFilters run={run} ids={ids} searchField={searchField} />
			<div className={classes['work']}>
				{ids !== undefined && ids.length === 0 ? (
					<div className={classes['nothing']}>
						<p>{words.run.noRows}</p>
						<Button variant="default" onClick={() => useRunView.getState().changeFilter(noFilter)}>
							{words.run.clear}
						</Button>
					</div>
				) : (
					<RowGrid grid={grid} run={run} rows={rows} ids={ids ?? noIds} onPlan={onPlan} />
				)}
				{detailOpen && <RowDetail run={run} rows={rows} onPlan={onPlan} onClose={onCloseDetail} />}
			</div>
		</>
	);
};
