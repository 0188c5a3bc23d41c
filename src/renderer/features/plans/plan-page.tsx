import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Plan } from '#shared/plan.ts';
import { ask } from '../../client.ts';
import { useConnection } from '../../connection.ts';
import { planWords, words } from '../../messages.ts';
import { isInDialog } from '../../ui/keys.ts';
import { showFailure } from '../../ui/notices.ts';
import page from '../../ui/page.module.css';
import { PageFailure, PageLoading } from '../../ui/page-states.tsx';
import table from '../../ui/table-page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import { LeftoverButtons } from './leftover-buttons.tsx';
import { PlanBanners } from './plan-banners.tsx';
import { noPlanFilter } from './plan-filter.ts';
import { PlanFilters } from './plan-filters.tsx';
import { PlanGrid } from './plan-grid.tsx';
import { PlanHeader } from './plan-header.tsx';
import classes from './plan-page.module.css';
import { PlanRowPanel } from './plan-row-detail.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { countPlanRows, usePlanView } from './plan-view.ts';
import { mostPrintedRows, type PrintedRows, PrintSheet } from './print-sheet.tsx';

const lookAgainMs = 3000;

/** Loads the plan, and again after each reconnection; looks now and then whether somebody else went on with it. */
const usePlan = (planId: string): void => {
	const epoch = useConnection((connection) => connection.epoch);
	useEffect(() => {
		if (epoch > 0) void usePlanView.getState().open(planId);
	}, [planId, epoch]);
	useEffect(() => () => usePlanView.getState().leave(), []);
	useEffect(() => {
		const timer = setInterval(() => {
			if (document.visibilityState === 'visible') void usePlanView.getState().refresh();
		}, lookAgainMs);
		return () => clearInterval(timer);
	}, []);
};

/** Prints from the button and from Ctrl+P alike: rows are asked for first, because the window holds only those in sight. */
const usePrinting = (planId: string) => {
	const [printed, setPrinted] = useState<PrintedRows | null>(null);
	const print = useCallback(async (): Promise<void> => {
		const answer = await ask((client) => client.plans.rows({ planId, from: 0, count: mostPrintedRows }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return;
		}
		flushSync(() => setPrinted({ ...answer.value, at: new Date().toISOString() }));
		window.print();
	}, [planId]);
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent): void => {
			if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
			event.preventDefault();
			void print();
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, [print]);
	return { printed, print };
};

const Rows = ({ plan }: { readonly plan: Plan }) => {
	const detailOpen = usePlanView((view) => view.detailOpen);
	usePlanView((view) => view.rowsVersion);
	const grid = useRef<HTMLDivElement>(null);
	const count = countPlanRows();
	const late = useDelayed(count === null);
	const closeDetail = (): void => {
		usePlanView.getState().showDetail(false);
		grid.current?.focus();
	};
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent): void => {
			if (event.defaultPrevented || event.key !== 'Escape' || isInDialog(event.target)) return;
			if (!usePlanView.getState().detailOpen) return;
			usePlanView.getState().showDetail(false);
			grid.current?.focus();
		};
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	}, []);
	return (
		<>
			<PlanFilters plan={plan} />
			<div className={table['work']}>
				{count === null ? (
					<div className={table['nothing']} role="status">
						{late && words.common.loading}
					</div>
				) : count === 0 ? (
					<div className={table['nothing']}>
						<p>{planWords.rows.none}</p>
						<Button variant="default" onClick={() => usePlanView.getState().changeFilter(noPlanFilter)}>
							{words.run.clear}
						</Button>
					</div>
				) : (
					<PlanGrid grid={grid} />
				)}
				{detailOpen && <PlanRowPanel plan={plan} onClose={closeDetail} />}
			</div>
		</>
	);
};

const Body = ({ plan }: { readonly plan: Plan }) => {
	const shows = usePlanView((view) => view.shows);
	const { printed, print } = usePrinting(plan.id);
	return (
		<div className={table['view']}>
			<PlanHeader plan={plan} />
			<PlanBanners plan={plan} />
			<div className={classes['views']}>
				<SegmentedControl
					aria-label={planWords.page.views}
					value={shows}
					onChange={(view) => usePlanView.getState().show(view)}
					data={[
						{ value: 'summary', label: planWords.page.summary },
						{ value: 'rows', label: planWords.page.rows(plan.rowCount) },
					]}
				/>
				<div className={page['actions']}>
					<LeftoverButtons plan={plan} />
					<Button variant="default" onClick={() => void print()}>
						{planWords.page.print}
					</Button>
				</div>
			</div>
			{shows === 'summary' ? <PlanSummary plan={plan} /> : <Rows plan={plan} />}
			<PrintSheet plan={plan} printed={printed} />
		</div>
	);
};

export const PlanPage = ({ planId }: { readonly planId: string }) => {
	usePlan(planId);
	const plan = usePlanView((view) => view.plan);
	const failure = usePlanView((view) => view.failure);
	const late = useDelayed(plan === null && failure === null);
	if (failure !== null) {
		return <PageFailure failure={failure} />;
	}
	if (plan === null) {
		return late ? <PageLoading text={planWords.page.loading} /> : null;
	}
	return <Body plan={plan} />;
};
