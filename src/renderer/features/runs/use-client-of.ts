import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { allSites } from '../../sites.ts';

/** Whose site it is, by the site's name; `null` where nobody said, or the site was removed. */
export const useClientOf = (): ((siteName: string) => string | null) => {
	const { data: sites } = useQuery(allSites);
	return useCallback((siteName) => sites?.find(({ name }) => name === siteName)?.client ?? null, [sites]);
};
