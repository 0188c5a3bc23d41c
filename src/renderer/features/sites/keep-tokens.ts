import type { Outcome } from '#shared/outcome.ts';
import type { SiteInfo } from '#shared/run.ts';
import { type Api, api, ask, queries } from '../../api.ts';
import { type WindowFailure, sitesWords, words } from '../../messages.ts';
import { siteCheck, siteLists } from '../../sites.ts';
import { showInfo } from '../../ui/notices.ts';
import type { NewSite } from './new-site.ts';

export type NewTokens = Parameters<Api['sites']['setTokens']>[0];

/** Tokens pass through. A mutation would keep them: it remembers what it was called with. */
const keepTokens = async (kept: Promise<SiteInfo>, said: (name: string) => string): Promise<Outcome<SiteInfo, WindowFailure>> => {
	const answer = await ask(kept);
	if (!answer.ok) return answer;
	const { name, email } = answer.value;
	showInfo(said(name));
	await Promise.all(siteLists.map((queryKey) => queries.invalidateQueries({ queryKey })));
	if (email !== null) void queries.prefetchQuery({ ...siteCheck(name), staleTime: 0 });
	return answer;
};

export const addSite = (site: NewSite) => keepTokens(api.sites.add.call(site), words.sites.added);
export const setTokens = (tokens: NewTokens) => keepTokens(api.sites.setTokens.call(tokens), sitesWords.tokens.kept);
