import type { CustomScheme } from 'electron';

/** Chromium knows no scheme of ours: each of its hosts is an origin of its own below `.localhost`, which is secure as well. */
let scheme = '';
let handler: ((request: Request) => Promise<Response>) | null = null;

export const registerScheme = ({ scheme: name }: CustomScheme): void => {
	scheme = name;
};
export const handleScheme = (answer: (request: Request) => Promise<Response>): void => {
	handler = answer;
};

/** As the page is to see it. */
export const emulated = (url: string): string => url.replace(new RegExp(`^${scheme}://([^/]+)`), `http://$1.${scheme}.localhost`);
/** As the app is to see it. */
export const real = (url: string): string =>
	url.replace(new RegExp(`^((?:blob:)?)http://([^/]+)\\.${scheme}\\.localhost`), `$1${scheme}://$2`);

/** In a script of ours: the page's own origin and scheme by their names here. */
export const emulatedScript = (source: string): string =>
	source.replaceAll(new RegExp(`${scheme}://([a-z]+)`, 'g'), `http://$1.${scheme}.localhost`);

export const isOfScheme = (url: string): boolean => url.startsWith(`${scheme}:`);

export const answer = (request: Request): Promise<Response> => {
	if (handler === null) throw new Error(`nothing handles ${request.url}`);
	return handler(request);
};
