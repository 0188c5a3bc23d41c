import { domainOf } from '#core/evidence/evidence.ts';
import { makeSuggester } from '#core/lists/suggest-address.ts';

/** Near misses of the site's own verified domains: known only once the site has answered. */
export const suggestFromSite = () => {
	const suggesters = new Map<string, (address: string) => string | null>();
	return (address: string, siteDomains: readonly string[]): string | null => {
		if (siteDomains.length === 0 || siteDomains.includes(domainOf(address))) return null;
		const key = siteDomains.join(' ');
		const suggester = suggesters.get(key) ?? makeSuggester({ listDomains: new Map(), siteDomains });
		suggesters.set(key, suggester);
		return suggester(address);
	};
};
