/** How many requests each window takes. One table; the sources are in DOMAIN.md section 5. */
export interface RateLimits {
	readonly windowMs: number;
	/** Site, GET and POST, for each endpoint and method. */
	readonly readsAndPosts: number;
	/** Site, PUT and DELETE. */
	readonly putsAndDeletes: number;
	/** `GET …/servicedesk/{id}/customer`. */
	readonly deskCustomers: number;
	/** User search, shared by all its endpoints. */
	readonly userSearch: number;
	/** Admin API: Atlassian publishes no number; clients learn it from the headers. */
	readonly admin: number;
}

export const publishedLimits: RateLimits = {
	windowMs: 1000,
	readsAndPosts: 100,
	putsAndDeletes: 50,
	deskCustomers: 5,
	userSearch: 50,
	admin: 30,
};

/** For tests that are not about limits. */
export const noLimits: RateLimits = {
	windowMs: 1000,
	readsAndPosts: Number.MAX_SAFE_INTEGER,
	putsAndDeletes: Number.MAX_SAFE_INTEGER,
	deskCustomers: Number.MAX_SAFE_INTEGER,
	userSearch: Number.MAX_SAFE_INTEGER,
	admin: Number.MAX_SAFE_INTEGER,
};

interface RateVerdict {
	readonly allowed: boolean;
	readonly headers: Readonly<Record<string, string>>;
}

interface RateWindow {
	startedAt: number;
	used: number;
}

/**
 * Counts requests in one fixed window for each endpoint and method, and says what the answer's headers are.
 * `route` is the pattern of the endpoint, not the path of one person.
 */
export const makeRateGate = (limitsNow: () => RateLimits, now: () => number): ((method: string, route: string) => RateVerdict) => {
	const windows = new Map<string, RateWindow>();
	return (method, route) => {
		const limits = limitsNow();
		const { key, limit } = findLimit(limits, method, route);
		const at = now();
		let window = windows.get(key);
		if (window === undefined || at - window.startedAt >= limits.windowMs) {
			window = { startedAt: at, used: 0 };
			windows.set(key, window);
		}
		window.used += 1;
		const resetAt = window.startedAt + limits.windowMs;
		const headers: Record<string, string> = {
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': String(Math.max(0, limit - window.used)),
			'X-RateLimit-Reset': new Date(resetAt).toISOString(),
		};
		const allowed = window.used <= limit;
		if (limit - window.used < limit / 5) headers['X-RateLimit-NearLimit'] = 'true';
		if (!allowed) {
			headers['Retry-After'] = String(Math.max(1, Math.ceil((resetAt - at) / 1000)));
			headers['RateLimit-Reason'] = 'jira-burst-based';
		}
		return { allowed, headers };
	};
};

const userSearchRoutes = ['/rest/api/3/users/search', '/rest/api/3/user/search'];

const findLimit = (limits: RateLimits, method: string, route: string): { key: string; limit: number } => {
	const key = `${method} ${route}`;
	if (route.startsWith('/admin/') || route.startsWith('/users/')) return { key, limit: limits.admin };
	if (userSearchRoutes.includes(route)) return { key: 'user search', limit: limits.userSearch };
	if (key === 'GET /rest/servicedeskapi/servicedesk/:deskId/customer') return { key, limit: limits.deskCustomers };
	if (method === 'PUT' || method === 'DELETE') return { key, limit: limits.putsAndDeletes };
	return { key, limit: limits.readsAndPosts };
};

/** Atlassian's edge answers for all products, in HTML: clients must not expect JSON here. */
export const rateLimitedPage =
	'<!doctype html><html><head><title>429</title></head><body><h1>Too many requests</h1>' +
	'<p>The request has been rate-limited.</p></body></html>';
