import { useQuery } from '@tanstack/react-query';
import type { Plan } from '#shared/plan.ts';
import { api } from '../../api.ts';
import { failureText, planWords } from '../../messages.ts';
import classes from '../../ui/banner.module.css';
import { Banner } from '../../ui/banner.tsx';
import { WaitingBanner } from '../../ui/waiting-banner.tsx';
import { AcceptAudit } from '../audit/accept-audit.tsx';

const mostNamed = 5;
const text = planWords.page;

const Stopped = ({ plan }: { readonly plan: Plan }) => {
	const said = plan.stop === null ? null : failureText(plan.stop);
	const isWaiting = plan.stop?.code === 'mail-budget-spent' || plan.stop?.code === 'site-asks-to-wait';
	const isAsked = plan.state === 'paused' || plan.stop?.code === 'cancelled';
	return (
		<Banner
			tone={isAsked || isWaiting ? 'info' : 'danger'}
			role="status"
			title={plan.state === 'paused' ? text.paused : (said?.happened ?? text.stoppedNoReason)}
		>
			<p>{plan.state === 'paused' ? text.pausedText : text.stoppedKept}</p>
			{!isAsked && said !== null && <p>{said.next}</p>}
		</Banner>
	);
};

const StrandedPeople = ({ planId }: { readonly planId: string }) => {
	const { data: all = [] } = useQuery(api.plans.stranded.queryOptions());
	const people = all.filter((person) => person.planId === planId);
	if (people.length === 0) return null;
	const named = people.slice(0, mostNamed).map(({ email, row }) => planWords.stranded.person(email, row));
	return (
		<Banner tone="danger" role="alert" title={`${planWords.stranded.title(people.length)}.`}>
			<p>
				{named.join(', ')}
				{people.length > mostNamed && ` ${planWords.list.more(people.length - mostNamed)}`}
			</p>
			<p>{planWords.stranded.how}</p>
		</Banner>
	);
};

export const PlanBanners = ({ plan }: { readonly plan: Plan }) => (
	<div className={classes['banners']}>
		<StrandedPeople planId={plan.id} />
		{(plan.state === 'paused' || plan.state === 'stopped') && <Stopped plan={plan} />}
		{plan.state === 'running' && plan.stop !== null && <WaitingBanner waiting={plan.stop} />}
		{plan.stop?.code === 'audit-damaged' && <AcceptAudit />}
	</div>
);
