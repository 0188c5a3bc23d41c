import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { planWords } from '../../messages.ts';
import { routeHash } from '../../route.ts';
import { Banner } from '../../ui/banner.tsx';
import type { Stranded } from '#shared/plan.ts';

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

export interface StrandedOfPlan {
	readonly planId: string;
	readonly site: string;
	readonly count: number;
}

/** One line for each plan that left people without an account, the longest waiting first. */
export const strandedByPlan = (stranded: readonly Stranded[]): readonly StrandedOfPlan[] => {
	const byPlan = new Map<string, StrandedOfPlan>();
	for (const { planId, site } of stranded.toSorted((a, b) => (a.since < b.since ? -1 : 1))) {
		byPlan.set(planId, { planId, site, count: (byPlan.get(planId)?.count ?? 0) + 1 });
	}
	return [...byPlan.values()];
};
