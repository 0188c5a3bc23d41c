import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Run } from '#shared/run.ts';
import type { Unlock } from '#shared/unlock.ts';
import { causeTexts, resultWords, unlockText } from '../../../messages.ts';
import bars from '../../../ui/bars.module.css';
import { ChartFigure } from '../../../ui/chart-figure.tsx';
import { formatCount } from '../../../ui/formats.ts';
import { FixSteps } from '../../links/fix-steps.tsx';
import type { PlanScope } from '../../plans/plan-dialog.tsx';
import { contractFilter, noFilter } from '../view-filter.ts';
import { canBePlanned } from '../plan-button.tsx';
import { showRows } from '../run-view.ts';
import classes from './unlock-list.module.css';
import { guidedCauseOf, scopeOf, type UnlockScope } from './unlock-scope.ts';

const text = resultWords.unlock;
const firstShown = 8;
/** More than anybody reads here; the report has all of them. */
const mostShown = 50;

const keyOf = (unlock: Unlock): string => JSON.stringify([unlock.decision, unlock.domain, unlock.with]);

const planScope = ({ causes, domains }: UnlockScope, present: Run['summary']): PlanScope => ({
	label: text.scope(
		causes.map((cause) => causeTexts[cause].label).join(', '),
		domains[0] ?? causes.reduce((sum, cause) => sum + (present[cause] ?? 0), 0),
	),
	filter: contractFilter({ ...noFilter, causes, domains }),
});

/** The steps on the site's pages, for decisions that a person carries out there. */
const Steps = ({ unlock, run }: { readonly unlock: Unlock; readonly run: Run }) => {
	// Only what is unfolded is there: what moves within a closed fold never comes to rest.
	const [open, setOpen] = useState(false);
	const { with: second, ...first } = unlock;
	const causes = [first, ...(second === undefined ? [] : [second])].flatMap((decision) => guidedCauseOf(decision) ?? []);
	if (causes.length === 0) return null;
	return (
		<details className={classes['steps']} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>{text.how}</summary>
			{open &&
				[...new Set(causes)].map((cause) => (
					<FixSteps key={cause} cause={cause} site={run.site} deskKey={run.desk?.key ?? null} email={null} isAddedByPlan />
				))}
		</details>
	);
};

const UnlockItem = (props: {
	readonly unlock: Unlock;
	readonly run: Run;
	readonly most: number;
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
}) => {
	const { unlock, run, most, onPlan } = props;
	const scope = scopeOf(unlock, run.summary);
	const said = unlockText(unlock);
	return (
		<li className={classes['item']}>
			<div className={classes['line']}>
				<p className={classes['decision']}>{said}</p>
				<span className={classes['rows']}>{text.rows(unlock.rows)}</span>
				<span className={classes['buttons']}>
					<Button
						variant="subtle"
						size="compact-xs"
						aria-label={`${text.showRows}: ${said}`}
						disabled={scope.causes.length === 0}
						onClick={() => showRows(run.id, scope)}
					>
						{text.showRows}
					</Button>
					{canBePlanned(run) && (
						<Button
							variant="default"
							size="compact-xs"
							aria-label={`${text.plan} ${said}`}
							disabled={scope.causes.length === 0}
							onClick={() => onPlan([planScope(scope, run.summary)])}
						>
							{text.plan}
						</Button>
					)}
				</span>
			</div>
			<span className={`${bars['track'] ?? ''} ${classes['track'] ?? ''}`} aria-hidden="true">
				<span className={bars['part']} data-tone="accent" style={{ width: `${(unlock.rows / Math.max(1, most)) * 100}%` }} />
			</span>
			<Steps unlock={unlock} run={run} />
		</li>
	);
};

const UnlockItems = (props: {
	readonly unlocks: readonly Unlock[];
	readonly run: Run;
	readonly most: number;
	readonly onPlan: (scopes: readonly PlanScope[]) => void;
}) => {
	const { unlocks, ...rest } = props;
	const [all, setAll] = useState(false);
	const told = unlocks.slice(0, mostShown);
	return (
		<>
			<ul className={classes['list']}>
				{told.slice(0, all ? mostShown : firstShown).map((unlock) => (
					<UnlockItem key={keyOf(unlock)} unlock={unlock} {...rest} />
				))}
			</ul>
			{told.length > firstShown && (
				<Button className={classes['more'] ?? ''} variant="subtle" size="compact-xs" onClick={() => setAll((now) => !now)}>
					{all ? text.fewer : text.more(told.length - firstShown)}
				</Button>
			)}
		</>
	);
};

/** Decisions by the rows they would unlock, each with what can be done about it from here. */
export const UnlockList = ({ unlocks, run, onPlan }: Omit<Parameters<typeof UnlockItems>[0], 'most'>) => {
	const singles = unlocks.filter((unlock) => unlock.with === undefined);
	const pairs = unlocks.filter((unlock) => unlock.with !== undefined);
	const most = Math.max(0, ...unlocks.map(({ rows }) => rows));
	const table = {
		columns: [text.columns.decision, text.columns.rows],
		lines: unlocks.slice(0, mostShown).map((unlock) => [unlockText(unlock), formatCount(unlock.rows)]),
	};
	const note = unlocks.length === 0 ? text.nothing : run.state === 'running' ? `${text.text} ${text.stillRunning}` : text.text;
	return (
		<ChartFigure title={text.title} note={note} table={table}>
			<UnlockItems unlocks={singles} run={run} most={most} onPlan={onPlan} />
			{pairs.length > 0 && (
				<div className={classes['pairs']}>
					<h3>{text.pairs}</h3>
					<p className={classes['note']}>{text.pairsText}</p>
					<UnlockItems unlocks={pairs} run={run} most={most} onPlan={onPlan} />
				</div>
			)}
		</ChartFigure>
	);
};
