import { Button, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../connection.ts';
import { words } from '../../messages/words.ts';
import { routeHash } from '../../route.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { isInDialog, isTyping } from '../../ui/key-targets.ts';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { ReportButton } from '../reports/report-button.tsx';
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

export const RunPage = ({ runId }: { readonly runId: string }) => {
	useRun(runId);
	const run = useRunView((view) => view.run);
	const failure = useRunView((view) => view.failure);
	const ids = useRunView((view) => view.ids);
	const detailOpen = useRunView((view) => view.detailOpen);
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
		return (
			<div className={page['column']}>
				<FailureNote failure={failure} />
				<div className={page['actions']}>
					<Button component="a" variant="default" href={routeHash({ at: 'runs' })}>
						{words.shell.runs}
					</Button>
				</div>
			</div>
		);
	}
	if (run === null) {
		return late ? (
			<div className={page['loading']} role="status">
				<Loader size={16} /> {words.run.loading}
			</div>
		) : null;
	}
	return (
		<div className={classes['view']}>
			<RunHeader
				run={run}
				buttons={
					<>
						<ReportButton run={run} />
						<PlanButton run={run} />
					</>
				}
			/>
			<RunBanners run={run} />
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
				{detailOpen && <RowDetail onClose={closeDetail} />}
			</div>
		</div>
	);
};
