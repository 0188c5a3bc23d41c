import { useSyncExternalStore } from 'react';

export type Route =
	| { readonly at: 'runs' }
	| { readonly at: 'run'; readonly runId: string }
	| { readonly at: 'import' }
	| { readonly at: 'sites' };

/** The route lives in the address's hash, so that a reload stays where it was. Anything unknown is the list of runs. */
export const parseRoute = (hash: string): Route => {
	const [place = '', id] = hash.replace(/^#\/?/, '').split('/');
	if (place === 'runs' && id !== undefined && id !== '') return { at: 'run', runId: decodeURIComponent(id) };
	if (place === 'import' || place === 'sites') return { at: place };
	return { at: 'runs' };
};

export const routeHash = (route: Route): string => (route.at === 'run' ? `#/runs/${encodeURIComponent(route.runId)}` : `#/${route.at}`);

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
