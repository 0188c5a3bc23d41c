import { useCallback } from 'react';
import { useSites } from './sites.ts';

/** Whose site it is, by the site's name; `null` where nobody said, or the site was removed. */
export const useClientOf = (): ((siteName: string) => string | null) => {
	const sites = useSites((state) => state.sites);
	return useCallback((siteName) => sites?.find(({ name }) => name === siteName)?.client ?? null, [sites]);
};
