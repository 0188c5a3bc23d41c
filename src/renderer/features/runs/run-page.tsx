import { Button, SegmentedControl } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useConnection } from '../../connection.ts';
import { resultWords, words } from '../../messages.ts';
import { goTo } from '../../route.ts';
import { isInDialog, isLetter, isTyping } from '../../ui/keys.ts';
import { PageFailure, PageLoading } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';
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
import classes from '../../ui/table-page.module.css';
import { useRunView } from './run-view.ts';
import { noFilter } from './view-filter.ts';

/** Loads the run, and again after each reconnection; leaving the page stops nothing on the Node side. */
const useRun = (runId: string): void => {
	const epoch = useConnection((connection) => connection.epoch);
	useEffect(() => {
		if (epoch > 0) void useRunView.getState().open(runId);
	}, [runId, epoch]);
	useEffect(() => () => useRunView.getState().leave(), []);
};

/** Opens the row that the address names, once its run is there. */
const useRowOfRoute = (runId: string, row: number | null): void => {
	const isLoaded = useRunView((view) => view.run?.id === runId);
	useEffect(() => {
		if (isLoaded && row !== null) void useRunView.getState().showRow(row);
	}, [isLoaded, row]);
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
	useRun(runId);
	useRowOfRoute(runId, row);
	const run = useRunView((view) => view.run);
	const failure = useRunView((view) => view.failure);
	const searchField = useRef<HTMLInputElement>(null);
	const grid = useRef<HTMLDivElement>(null);
	const late = useDelayed(run === null && failure === null);

	const closeDetail = (): void => {
		useRunView.getState().showDetail(false);
		grid.current?.focus();
	};

	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent): void => {
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
				const { detailOpen, showDetail, clearSelection } = useRunView.getState();
				if (!detailOpen) clearSelection();
				else {
					showDetail(false);
					grid.current?.focus();
				}
			}
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);

	if (failure !== null) {
		return <PageFailure failure={failure} />;
	}
	if (run === null) {
		return late ? <PageLoading text={words.run.loading} /> : null;
	}
	return (
		<div className={classes['view']}>
			<RunHeader
				run={run}
				buttons={
					<>
						<ViewSwitch runId={runId} shows={shows} />
						<CompareButton run={run} />
						<ReportButton run={run} />
						<PlanButton run={run} />
					</>
				}
			/>
			<SnapshotNote run={run} />
			<RunBanners run={run} />
			{shows === 'overview' ? <RunOverview run={run} /> : <Rows searchField={searchField} grid={grid} onCloseDetail={closeDetail} />}
		</div>
	);
};

interface RowsProps {
	readonly searchField: RefObject<HTMLInputElement | null>;
	readonly grid: RefObject<HTMLDivElement | null>;
	readonly onCloseDetail: () => void;
}

const Rows = ({ searchField, grid, onCloseDetail }: RowsProps) => {
	const ids = useRunView((view) => view.ids);
	const detailOpen = useRunView((view) => view.detailOpen);
	return (
		<>
			<RowFilters searchField={searchField} />
			<div className={classes['work']}>
				{ids !== null && ids.length === 0 ? (
					<div className={classes['nothing']}>
						<p>{words.run.noRows}</p>
						<Button variant="default" onClick={() => useRunView.getState().changeFilter(noFilter)}>
							{words.run.clear}
						</Button>
					</div>
				) : (
					<RowGrid grid={grid} />
				)}
				{detailOpen && <RowDetail onClose={onCloseDetail} />}
			</div>
		</>
	);
};
