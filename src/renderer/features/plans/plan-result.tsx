import { useQuery } from '@tanstack/react-query';
import type { Plan } from '#shared/plan.ts';
import { type PlanResult, rowResults } from '#shared/row-results.ts';
import { api } from '../../api.ts';
import { countedCauses, planWords, resultTexts } from '../../messages.ts';
import { formatCount } from '../../ui/formats.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import page from '../../ui/page.module.css';
import classes from './plan-result.module.css';
import { hasResult, usePlanResult } from './plan-queries.ts';
import { usePlanView } from './plan-view.ts';

const text = planWords.result;

const mostNamed = 10;

/** Whose billed roles came back. */
const Billed = ({ planId, billedCount }: { readonly planId: string; readonly billedCount: number }) => {
	const input = { planId, billed: true, from: 0, count: mostNamed };
	const { data } = useQuery(api.plans.rows.queryOptions({ input, meta: { failure: 'in place' } }));
	if (data === undefined) return null;
	const names = data.rows.map(({ email }) => email).join(', ');
	return (
		<span className={classes['names']}>{billedCount > mostNamed ? `${names} ${planWords.list.more(billedCount - mostNamed)}` : names}</span>
	);
};

/** What the plan has come to: counted again whenever it comes to rest. */
export const ResultNumbers = ({ plan }: { readonly plan: Plan }) => {
	const result = usePlanResult(plan.id);
	const show = usePlanView((view) => view.show);
	if (result === undefined || !hasResult(plan)) return null;
	const { counts, billedCount, beyondRetry } = result;
	return (
		<section className={page['section']} aria-label={text.title}>
			<h2>{text.title}</h2>
			<div className={classes['numbers']}>
				{rowResults
					.filter((one) => counts[one] > 0)
					.map((one) => (
						<button
							key={one}
							type="button"
							className={classes['number']}
							data-result={one}
							onClick={() => show('rows', { results: [one] })}
						>
							<strong>{formatCount(counts[one])}</strong>
							<span>{resultTexts[one].counted}</span>
						</button>
					))}
			</div>
			<BeyondRetry causes={beyondRetry} />
			{billedCount > 0 && (
				<button type="button" className={classes['billed']} onClick={() => show('rows', { billed: true })}>
					<WarningIcon />
					<span>
						{text.billed(billedCount)}
						<Billed planId={plan.id} billedCount={billedCount} />
					</span>
				</button>
			)}
		</section>
	);
};

/** Refused rows that are not retried, and what has to be resolved first. */
export const BeyondRetry = ({ causes }: { readonly causes: PlanResult['beyondRetry'] }) =>
	Object.keys(causes).length === 0 ? null : <p className={page['muted']}>{planWords.result.beyondRetry(countedCauses(causes))}</p>;
