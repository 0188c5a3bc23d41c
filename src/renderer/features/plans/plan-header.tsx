import { Progress } from '@mantine/core';
import type { Plan, PlanProgress } from '#shared/plan.ts';
import { rowResults } from '#shared/row-results.ts';
import { planStates, planSteps, planWords, resultTexts } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { formatCount, formatLeft, formatMoment } from '../../ui/formats.ts';
import classes from '../../ui/page-header.module.css';
import { PlanButtons } from './plan-buttons.tsx';
import own from './plan-page.module.css';
import { usePlanResult } from './plan-queries.ts';
import { ResultDot } from './result-dot.tsx';

const text = planWords.page;

const PlanProgressLine = ({ plan, progress }: PlanHeaderProps) => {
	const { step = null, leftMs = null } = progress ?? {};
	const { guided = 0, 'not-reached': left = 0 } = plan.outcomes;
	const all = plan.rowCount - guided;
	const ended = all - left;
	return (
		<div className={classes['progress']}>
			<Progress.Root size={4} className={classes['bar'] ?? ''}>
				<Progress.Section
					value={all === 0 ? 0 : (ended / all) * 100}
					color="var(--mantine-primary-color-filled)"
					aria-label={text.progress}
					aria-valuetext={text.ended(ended, all)}
				/>
			</Progress.Root>
			<p className={classes['numbers']}>
				{step !== null && plan.state === 'running' && <span>{planSteps[step]}</span>}
				<span>{text.ended(ended, all)}</span>
				{plan.state === 'running' && leftMs !== null && <span>{formatLeft(leftMs)}</span>}
			</p>
		</div>
	);
};

/** While it is carried out, nobody knows yet: the progress says how far it is. */
const ResultCounts = ({ plan }: { readonly plan: Plan }) => {
	const counts = usePlanResult(plan.id)?.counts;
	if (counts === undefined || plan.state === 'running') return null;
	return (
		<ul className={own['outcomes']} aria-label={text.outcomes}>
			{rowResults
				.filter((result) => counts[result] > 0)
				.map((result) => (
					<li key={result}>
						<ResultDot result={result} />
						{resultTexts[result].label} {formatCount(counts[result])}
					</li>
				))}
		</ul>
	);
};

interface PlanHeaderProps {
	readonly plan: Plan;
	/** `null` where it is not carried out. */
	readonly progress: PlanProgress | null;
}

export const PlanHeader = ({ plan, progress }: PlanHeaderProps) => (
	<header className={classes['header']}>
		<div className={classes['top']}>
			<div className={classes['names']}>
				<h1 title={plan.listName}>{text.title(plan.listName)}</h1>
				<p className={classes['facts']}>
					<span>{plan.site.name}</span>
					<span>
						{plan.desk.name} ({plan.desk.key})
					</span>
					<span className={classes['state']} data-state={plan.state}>
						{planStates[plan.state]}
					</span>
					<span>
						{text.made} {formatMoment(plan.createdAt)}
					</span>
					<a href={routeHash({ at: 'run', runId: plan.runId })}>{text.ofRun}</a>
				</p>
				<ResultCounts plan={plan} />
			</div>
			<PlanButtons plan={plan} />
		</div>
		{plan.state !== 'planned' && plan.state !== 'finished' && <PlanProgressLine plan={plan} progress={progress} />}
	</header>
);
