import { useQuery } from '@tanstack/react-query';
import { allPlans } from '../../activity.ts';
import { planStates, planWords, words } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { formatMoment } from '../../ui/formats.ts';
import classes from './plan-links.module.css';

const mostShown = 3;

/** The plans that were made from a run, newest first. */
export const PlanLinks = ({ runId }: { readonly runId: string }) => {
	const { data: all = [] } = useQuery(allPlans);
	const plans = all.filter((plan) => plan.runId === runId);
	if (plans.length === 0) return null;
	return (
		<ul className={classes['plans']} aria-label={planWords.list.heading}>
			{plans.slice(0, mostShown).map((plan) => (
				<li key={plan.id}>
					<a href={routeHash({ at: 'plan', planId: plan.id })}>{planWords.list.of(formatMoment(plan.createdAt))}</a>{' '}
					<span>
						{planStates[plan.state]}, {words.shell.rows(plan.rowCount)}
					</span>
				</li>
			))}
			{plans.length > mostShown && <li>{planWords.list.more(plans.length - mostShown)}</li>}
		</ul>
	);
};
