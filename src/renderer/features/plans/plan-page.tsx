import { Button, SegmentedControl } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Plan, PlanProgress } from '#shared/plan.ts';
import { api, ask } from '../../api.ts';
import { planWords, words } from '../../messages.ts';
import { isInDialog } from '../../ui/keys.ts';
import { showFailure } from '../../ui/notices.ts';
import { AbsentPage } from '../../ui/page-states.tsx';
import { useDelayed } from '../../ui/use-time.ts';
import page from '../../ui/page.module.css';
import table from '../../ui/table-page.module.css';
import { LeftoverButtons } from './leftover-buttons.tsx';
import { PlanBanners } from './plan-banners.tsx';
import { noPlanFilter } from './plan-filter.ts';
import { PlanFilters } from './plan-filters.tsx';
import { PlanGrid } from './plan-grid.tsx';
import { PlanHeader } from './plan-header.tsx';
import classes from './plan-page.module.css';
import { PlanRowPanel } from './plan-row-detail.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { planOptions, usePlanPages, usePlanProgress } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';
import { mostPrintedRows, type PrintedRows, PrintSheet } from './print-sheet.tsx';

/** Prints from the button and from Ctrl+P alike: rows are asked for first, because the window holds only those in sight. */
const usePrinting = (planId: string) => {
	const [printed, setPrinted] = useState<PrintedRows | null>(null);
	const print = async (): Promise<void> => {
		const answer = await ask(api.plans.rows.call({ planId, from: 0, count: mostPrintedRows }));
		if (!answer.ok) {
			showFailure(answer.failure);
			return;
		}
		flushSync(() => setPrinted({ ...answer.value, at: new Date().toISOString() }));
		window.print();
	};
	useWindowEvent('keydown', (event) => {
		if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return;
		event.preventDefault();
		void print();
	});
	return { printed, print };
};

const Rows = ({ plan }: { readonly plan: Plan }) => {
	const detailOpen = usePlanView((view) => view.detailOpen);
	const filter = usePlanView((view) => view.filter);
	const pages = usePlanPages(plan.id, filter);
	const grid = useRef<HTMLDivElement>(null);
	const { total: count } = pages;
	const late = useDelayed(count === undefined);
	const closeDetail = (): void => {
		usePlanView.getState().showDetail(false);
		grid.current?.focus();
	};
	useWindowEvent('keydown', (event) => {
		if (event.defaultPrevented || event.key !== 'Escape' || isInDialog(event.target)) return;
		if (usePlanView.getState().detailOpen) closeDetail();
	});
	return (
		<>
			<PlanFilters plan={plan} count={count} />
			<div className={table['work']}>
				{count === undefined ? (
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
					<PlanGrid grid={grid} pages={pages} isRunning={plan.state === 'running'} />
				)}
				{detailOpen && <PlanRowPanel plan={plan} pages={pages} onClose={closeDetail} />}
			</div>
		</>
	);
};

const Body = ({ plan, progress }: { readonly plan: Plan; readonly progress: PlanProgress | null }) => {
	const shows = usePlanView((view) => view.shows);
	const { printed, print } = usePrinting(plan.id);
	return (
		<div className={table['view']}>
			<PlanHeader plan={plan} progress={progress} />
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
	const { data: plan, error: failure } = useQuery(planOptions(planId));
	const progress = usePlanProgress(planId, plan);
	useEffect(() => () => usePlanView.getState().leave(), []);
	if (failure !== null || plan === undefined) return <AbsentPage failure={failure} text={planWords.page.loading} />;
	return <Body plan={plan} progress={progress} />;
};
