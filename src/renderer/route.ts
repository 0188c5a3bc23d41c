import { useSyncExternalStore } from 'react';

export const guidePageNames = [
	'first-steps',
	'admins',
	'consultants',
	'fixing',
	'offline',
	'permissions',
	'causes',
	'article',
	'keyboard',
] as const;
/** What of a site's page can be led to. */
export const siteSections = ['connection', 'customer-access', 'invitation-mails'] as const;
export type SiteSection = (typeof siteSections)[number];

export type GuidePage = (typeof guidePageNames)[number];

export type Route =
	| { readonly at: 'runs' }
	/** `row`: the id of a row that is shown at once. */
	| { readonly at: 'run'; readonly runId: string; readonly row?: number }
	| { readonly at: 'overview'; readonly runId: string }
	| { readonly at: 'compare'; readonly before: string; readonly after: string }
	| { readonly at: 'plan'; readonly planId: string }
	| { readonly at: 'work'; readonly planId: string }
	/** `domain`: whose message is shown; the first where it is `null`. */
	| { readonly at: 'messages'; readonly planId: string; readonly domain: string | null }
	| { readonly at: 'help'; readonly page: GuidePage; readonly section: string | null }
	| { readonly at: 'import' }
	| { readonly at: 'sites' }
	| { readonly at: 'site'; readonly name: string; readonly section?: SiteSection }
	| { readonly at: 'snapshots' }
	/** A file of an admin's on its way into a snapshot. */
	| { readonly at: 'add-admin-file' }
	| { readonly at: 'audit' }
	| { readonly at: 'network' };

/** A part of a hash that somebody typed may not be decodable: then it is taken as it is. */
const decode = (part: string): string => {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
};

const parsePlan = (planId: string, view: string | undefined, domain: string | undefined): Route => {
	if (view === 'work') return { at: 'work', planId };
	if (view === 'messages') return { at: 'messages', planId, domain: domain === undefined || domain === '' ? null : domain };
	return { at: 'plan', planId };
};

const parseHelp = (page: string | undefined, section: string | undefined): Route => ({
	at: 'help',
	page: guidePageNames.find((name) => name === page) ?? guidePageNames[0],
	section: section === undefined || section === '' ? null : section,
});

const parseRun = (runId: string, view: string | undefined, of: string | undefined): Route => {
	if (view === 'overview') return { at: 'overview', runId };
	if (view === 'compare' && of !== undefined && of !== '') return { at: 'compare', before: of, after: runId };
	return view === 'rows' && /^\d{1,7}$/.test(of ?? '') ? { at: 'run', runId, row: Number(of) } : { at: 'run', runId };
};

const parseSite = (name: string, view: string | undefined): Route => {
	const section = siteSections.find((one) => one === view);
	return section === undefined ? { at: 'site', name } : { at: 'site', name, section };
};

/** The route lives in the address's hash, so that a reload stays where it was. Anything unknown is the list of runs. */
export const parseRoute = (hash: string): Route => {
	const [place = '', id, view, of] = hash.replace(/^#\/?/, '').split('/').map(decode);
	if (place === 'runs' && id !== undefined && id !== '') return parseRun(id, view, of);
	if (place === 'plans' && id !== undefined && id !== '') return parsePlan(id, view, of);
	if (place === 'help') return parseHelp(id, view);
	if (place === 'sites' && id !== undefined && id !== '') return parseSite(id, view);
	if (place === 'snapshots') return { at: id === 'add' ? 'add-admin-file' : 'snapshots' };
	if (place === 'import' || place === 'sites' || place === 'audit' || place === 'network') return { at: place };
	return { at: 'runs' };
};

export const routeHash = (route: Route): string => {
	switch (route.at) {
		case 'run': {
			const run = `#/runs/${encodeURIComponent(route.runId)}`;
			return route.row === undefined ? run : `${run}/rows/${route.row}`;
		}
		case 'overview':
			return `#/runs/${encodeURIComponent(route.runId)}/overview`;
		case 'compare':
			return `#/runs/${encodeURIComponent(route.after)}/compare/${encodeURIComponent(route.before)}`;
		case 'plan':
			return `#/plans/${encodeURIComponent(route.planId)}`;
		case 'work':
			return `#/plans/${encodeURIComponent(route.planId)}/work`;
		case 'messages': {
			const messages = `#/plans/${encodeURIComponent(route.planId)}/messages`;
			return route.domain === null ? messages : `${messages}/${encodeURIComponent(route.domain)}`;
		}
		case 'help': {
			const help = `#/help/${route.page}`;
			return route.section === null ? help : `${help}/${encodeURIComponent(route.section)}`;
		}
		case 'site': {
			const site = `#/sites/${encodeURIComponent(route.name)}`;
			return route.section === undefined ? site : `${site}/${route.section}`;
		}
		case 'add-admin-file':
			return '#/snapshots/add';
		default:
			return `#/${route.at}`;
	}
};

export const goTo = (route: Route): void => {
	location.hash = routeHash(route);
};

const subscribe = (changed: () => void): (() => void) => {
	window.addEventListener('hashchange', changed);
	return () => {
		window.removeEventListener('hashchange', changed);
	};
};

export const useRoute = (): Route => parseRoute(useSyncExternalStore(subscribe, () => location.hash));
