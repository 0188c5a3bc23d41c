import type { DemoSite } from '#demo-site/demo-site.ts';

export interface DemoAnswer {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly headers: Headers;
	/** Parsed where it is JSON, else the text; `undefined` where there is none. */
	readonly body: unknown;
}

export interface DemoCall {
	readonly body?: unknown;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	/** Without credentials. */
	readonly anonymous?: boolean;
}

/** Calls the demo site as its admin would: basic on the site, Bearer on the admin API, opted in to experiments. */
export const makeDemoClient = (site: DemoSite): ((method: string, path: string, call?: DemoCall) => Promise<DemoAnswer>) => {
	const basic = `Basic ${Buffer.from(`${site.email}:${site.apiToken}`).toString('base64')}`;
	return async (method, path, call = {}) => {
		const url = new URL(path, site.url);
		for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.append(name, value);
		const admin = path.startsWith('/admin/') || path.startsWith('/users/');
		const response = await fetch(url, {
			method,
			headers: {
				...(call.anonymous === true ? {} : { authorization: admin ? `Bearer ${site.orgApiKey}` : basic }),
				'x-experimentalapi': 'opt-in',
				...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
				...call.headers,
			},
			...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
		});
		const text = await response.text();
		const json = response.headers.get('content-type')?.startsWith('application/json') === true;
		const body: unknown = text === '' ? undefined : json ? JSON.parse(text) : text;
		return { method, path: url.pathname, status: response.status, headers: response.headers, body };
	};
};
