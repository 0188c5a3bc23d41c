import { Loader } from '@mantine/core';
import type { Plan } from '#shared/plan.ts';
import { planWords } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import { useDelayed } from '../../ui/use-delayed.ts';
import classes from './plan-result.module.css';
import type { PlanFilter } from './plan-filter.ts';
import { usePlanView } from './plan-view.ts';
import type { RowResult } from './tally.ts';

const text = planWords.result;
const results: readonly RowResult[] = ['added', 'blocked', 'person', 'open'];

/** Which rows stand behind a number. */
const filterOf: Readonly<Record<RowResult, Partial<PlanFilter>>> = {
	added: { outcomes: ['applied'] },
	blocked: { picked: 'blocked' },
	person: { outcomes: ['guided', 'needs-person'] },
	open: { outcomes: ['not-reached'] },
};

/** What the plan has come to: counted again from its rows whenever it comes to rest. */
export const PlanResult = ({ plan }: { readonly plan: Plan }) => {
	const tally = usePlanView((view) => view.tally);
	const show = usePlanView((view) => view.show);
	const isCounting = tally === null && plan.state !== 'planned' && plan.state !== 'running';
	const late = useDelayed(isCounting);
	if (tally === null) {
		return late ? (
			<p className={page['muted']} role="status">
				<Loader size={14} /> {text.counting}
			</p>
		) : null;
	}
	const billed = tally.positions.billed.length;
	return (
		<section className={page['section']} aria-label={text.title}>
			<h2>{text.title}</h2>
			<div className={classes['numbers']}>
				{results
					.filter((result) => tally.counts[result] > 0)
					.map((result) => (
						<button
							key={result}
							type="button"
							className={classes['number']}
							data-result={result}
							onClick={() => show('rows', filterOf[result])}
						>
							<strong>{formatCount(tally.counts[result])}</strong>
							<span>{text[result]}</span>
						</button>
					))}
			</div>
			{billed > 0 && (
				<button type="button" className={classes['billed']} onClick={() => show('rows', { picked: 'billed' })}>
					<WarningIcon />
					<span>{text.billed(billed)}</span>
				</button>
			)}
		</section>
	);
};
