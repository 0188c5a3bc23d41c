import { Button, NativeSelect } from '@mantine/core';
import type { Plan } from '#shared/plan.ts';
import type { PlanResult } from '#shared/row-results.ts';
import { remedyIds } from '#shared/remedies.ts';
import { type RowResult, rowResults } from '#shared/row-results.ts';
import { planWords, remedyDetails, words, resultTexts } from '../../messages.ts';
import classes from '../../ui/filter-bar.module.css';
import { formatCount } from '../../ui/formats.ts';
import { noPlanFilter, restsOnResults } from './plan-filter.ts';
import { usePlanResult } from './plan-queries.ts';
import { ResultDot } from './result-dot.tsx';
import { usePlanView } from './plan-view.ts';

const text = planWords.rows;

const Chip = (props: {
	readonly label: string;
	readonly isOn: boolean;
	readonly onToggle: () => void;
	readonly count: number;
	readonly result?: RowResult;
}) => (
	<button type="button" className={classes['chip']} aria-pressed={props.isOn} onClick={props.onToggle}>
		{props.result !== undefined && <ResultDot result={props.result} />}
		{props.label}
		<span className={classes['count']}>{formatCount(props.count)}</span>
	</button>
);

/** What the rows came to: counted when the plan has come to rest, so not offered while it is carried out. */
const ResultChips = ({ plan, result }: { readonly plan: Plan; readonly result: PlanResult }) => {
	const filter = usePlanView((view) => view.filter);
	const changeFilter = usePlanView((view) => view.changeFilter);
	if (plan.state === 'running') return null;
	const { counts, billedCount } = result;
	const toggle = (one: RowResult): void =>
		changeFilter({ results: filter.results.includes(one) ? filter.results.filter((other) => other !== one) : [...filter.results, one] });
	return (
		<>
			<fieldset className={classes['chips']} aria-label={text.outcomes}>
				{rowResults
					.filter((one) => counts[one] > 0 || filter.results.includes(one))
					.map((one) => (
						<Chip
							key={one}
							result={one}
							label={resultTexts[one].label}
							isOn={filter.results.includes(one)}
							onToggle={() => toggle(one)}
							count={counts[one]}
						/>
					))}
			</fieldset>
			{(billedCount > 0 || filter.billed) && (
				<Chip
					label={planWords.result.billedFilter}
					isOn={filter.billed}
					onToggle={() => changeFilter({ billed: !filter.billed })}
					count={billedCount}
				/>
			)}
		</>
	);
};

export const PlanFilters = ({ plan, count }: { readonly plan: Plan; readonly count: number | undefined }) => {
	const filter = usePlanView((view) => view.filter);
	const result = usePlanResult(plan.id);
	const changeFilter = usePlanView((view) => view.changeFilter);
	const isFiltered = restsOnResults(filter) || filter.remedies.length > 0;
	return (
		<div className={classes['filters']}>
			<div className={classes['line']}>
				{result !== undefined && <ResultChips plan={plan} result={result} />}
				<NativeSelect
					aria-label={text.remedies}
					value={filter.remedies[0] ?? ''}
					onChange={(event) => {
						const chosen = remedyIds.find((id) => id === event.currentTarget.value);
						changeFilter({ remedies: chosen === undefined ? [] : [chosen] });
					}}
					data={[
						{ value: '', label: text.anyRemedy },
						...(result?.remedies ?? []).map(({ remedy }) => ({ value: remedy, label: remedyDetails[remedy].label })),
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
