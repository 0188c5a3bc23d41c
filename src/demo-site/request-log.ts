/** One request as the site saw it. Tests read this to count calls and to hold requests against the specification. */
export interface LoggedRequest {
	readonly method: string;
	/** Percent-encoded, without the query. */
	readonly path: string;
	readonly query: Readonly<Record<string, unknown>>;
	/** Without `authorization` and `cookie`. */
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: unknown;
	readonly status: number;
	/** Where it came in; the path is the same behind both. */
	readonly door: 'site' | 'gateway';
	/** ISO 8601: when the request arrived. */
	readonly at: string;
}

export const withoutCredentials = (
	headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[] | undefined> => {
	const { authorization: _authorization, cookie: _cookie, ...rest } = headers;
	return rest;
};
