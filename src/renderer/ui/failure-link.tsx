import { useQuery } from '@tanstack/react-query';
import type { WindowFailure } from '../messages.ts';
import { routeHash } from '../route.ts';
import { allSites } from '../sites.ts';
import { placeOfFailure } from './failure-place.ts';

interface FailureLinkProps {
	readonly failure: WindowFailure;
	/** The site that was asked, where what failed names none. */
	readonly asked?: { readonly url: string };
}

/** Leads to where a failure is mended; nothing where that is no page of ours, or the page it stands on. */
export const FailureLink = ({ failure, asked }: FailureLinkProps) => {
	const { data: sites } = useQuery({ ...allSites, enabled: asked !== undefined });
	const stored = sites?.find(({ url }) => url === asked?.url);
	const place = placeOfFailure(failure, stored?.name ?? null);
	return place !== null && location.hash !== routeHash(place.to) && <a href={routeHash(place.to)}>{place.label}</a>;
};
