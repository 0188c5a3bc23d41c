import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { planWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { Banner } from '../../ui/banner.tsx';
import { strandedByPlan } from './stranded-by-plan.ts';

/** Before anything else on the first screen: people who lost their account through a plan that did not get to its end. */
export const StrandedBanner = () => {
	const { data: stranded = [] } = useQuery(api.plans.stranded.queryOptions());
	return strandedByPlan(stranded).map(({ planId, site, count }) => (
		<Banner key={planId} tone="danger" role="alert" title={planWords.stranded.title(count)}>
			<p>
				{planWords.stranded.on(site)} <a href={routeHash({ at: 'plan', planId })}>{planWords.stranded.finish}</a>
			</p>
		</Banner>
	));
};
