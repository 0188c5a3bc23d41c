import { Button, NativeSelect } from '@mantine/core';
import { type Plan, type RowOutcome, rowOutcomes } from '#shared/plan.ts';
import { remedyIds } from '#shared/remedies.ts';
import { outcomeTexts, planWords, remedyDetails, words, resultTexts } from '../../messages.ts';
import classes from '../../ui/filter-bar.module.css';
import { formatCount } from '../../ui/formats.ts';
import { OutcomeDot } from './outcome-dot.tsx';
import { noPlanFilter, type PlanFilter } from './plan-filter.ts';
import { usePlanResult } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';

const text = planWords.rows;

const pickedText = (picked: NonNullable<PlanFilter['picked']>): string =>
	picked === 'billed' ? planWords.result.billedFilter : resultTexts[picked];

export const PlanFilters = ({ plan, count }: { readonly plan: Plan; readonly count: number | undefined }) => {
	const filter = usePlanView((view) => view.filter);
	const groups = usePlanResult(plan.id)?.remedies;
	const changeFilter = usePlanView((view) => view.changeFilter);
	const isFiltered = filter.outcomes.length > 0 || filter.remedies.length > 0 || filter.picked !== null;
	const toggle = (outcome: RowOutcome): void =>
		changeFilter({
			picked: null,
			outcomes: filter.outcomes.includes(outcome) ? filter.outcomes.filter((other) => other !== outcome) : [...filter.outcomes, outcome],
		});
	const shown = rowOutcomes.filter((outcome) => (plan.outcomes[outcome] ?? 0) > 0 || filter.outcomes.includes(outcome));
	return (
		<div className={classes['filters']}>
			<div className={classes['line']}>
				<fieldset className={classes['chips']} aria-label={text.outcomes}>
					{shown.map((outcome) => (
						<button
							key={outcome}
							type="button"
							className={classes['chip']}
							title={outcomeTexts[outcome].meaning}
							aria-pressed={filter.outcomes.includes(outcome)}
							onClick={() => toggle(outcome)}
						>
							<OutcomeDot outcome={outcome} />
							{outcomeTexts[outcome].label}
							<span className={classes['count']}>{formatCount(plan.outcomes[outcome] ?? 0)}</span>
						</button>
					))}
					{filter.picked !== null && (
						<button type="button" className={classes['chip']} aria-pressed onClick={() => changeFilter({ picked: null })}>
							{pickedText(filter.picked)}
						</button>
					)}
				</fieldset>
				<NativeSelect
					aria-label={text.remedies}
					value={filter.remedies[0] ?? ''}
					onChange={(event) => {
						const chosen = remedyIds.find((id) => id === event.currentTarget.value);
						changeFilter({ picked: null, remedies: chosen === undefined ? [] : [chosen] });
					}}
					data={[
						{ value: '', label: text.anyRemedy },
						...(groups ?? []).map(({ remedy }) => ({ value: remedy, label: remedyDetails[remedy].label })),
					]}
				/>
				{isFiltered && (
					<Button variant="subtle" onClick={() => changeFilter(noPlanFilter)}>
						{words.run.clear}
					</Button>
				)}
				<span className={classes['shown']} role="status">
					{count !== undefined && words.run.shown(count, plan.rowCount)}
				</span>
			</div>
		</div>
	);
};
