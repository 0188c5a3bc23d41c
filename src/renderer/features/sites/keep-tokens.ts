import type { SignInStep } from '#shared/contract/sites.ts';
import { done, failed, type Outcome } from '#shared/outcome.ts';
import type { SiteInfo } from '#shared/run.ts';
import { type Api, api, ask, queries } from '../../api.ts';
import { type WindowFailure, signInWords, sitesWords, words } from '../../messages.ts';
import { siteCheck, siteLists } from '../../sites.ts';
import { showInfo } from '../../ui/notices.ts';
import type { NewSite } from './new-site.ts';

type BrowserStep = Extract<SignInStep, { readonly at: 'browser' }>;

export type NewTokens = Parameters<Api['sites']['setTokens']>[0];

/** Tokens pass through. A mutation would keep them: it remembers what it was called with. */
const keepTokens = async (kept: Promise<SiteInfo>, said: (name: string) => string): Promise<Outcome<SiteInfo, WindowFailure>> => {
	const answer = await ask(kept);
	if (!answer.ok) return answer;
	showInfo(said(answer.value.name));
	await showAnew(answer.value);
	return answer;
};

/** The lists as they are now; what the site says is asked for again. */
const showAnew = async ({ name, hasApiToken }: SiteInfo): Promise<void> => {
	await Promise.all(siteLists.map((queryKey) => queries.invalidateQueries({ queryKey })));
	if (hasApiToken) void queries.prefetchQuery({ ...siteCheck(name), staleTime: 0 });
};

export const addSite = (site: NewSite) =>
	keepTokens(api.sites.add.call(site), site.oauth === undefined ? words.sites.added : signInWords.added);
export const setTokens = (tokens: NewTokens) => keepTokens(api.sites.setTokens.call(tokens), sitesWords.tokens.kept);

/** Resolves once somebody is signed in, or not. Broken off by the signal, it fails with `cancelled`. */
export const signIn = async (
	name: string,
	signal: AbortSignal,
	onBrowser: (step: BrowserStep) => void,
): Promise<Outcome<SiteInfo, WindowFailure>> => {
	const answer = await ask(untilSignedIn(name, signal, onBrowser));
	if (!answer.ok || !answer.value.ok) return answer.ok ? answer.value : answer;
	const site = answer.value.value;
	showInfo(site.email === null ? signInWords.done(name) : signInWords.doneAs(name, site.email));
	await showAnew(site);
	return done(site);
};

const untilSignedIn = async (name: string, signal: AbortSignal, onBrowser: (step: BrowserStep) => void): Promise<Outcome<SiteInfo>> => {
	try {
		for await (const step of await api.sites.signIn.call({ name }, { signal })) {
			if (!step.ok) return step;
			if (step.value.at === 'end') return done(step.value.site);
			onBrowser(step.value);
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	}
	return failed('cancelled');
};
