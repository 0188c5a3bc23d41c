import { done, failed, type Outcome } from '#shared/outcome.ts';

/** Where requests may go: nothing else in the product decides this. */
export interface SiteAddress {
	/** Scheme, host and port without a closing slash, e.g. `https://acme.atlassian.net`. */
	readonly origin: string;
	/** What a person recognises, e.g. `acme.atlassian.net` or `127.0.0.1:8080`. */
	readonly host: string;
	/** A demo site or test on this machine, never a real one. */
	readonly loopback: boolean;
}

export interface AddressRules {
	/** Only the demo site and `--allow-loopback` say true. */
	readonly allowLoopback: boolean;
}

interface Cloud {
	/** What a site's address ends in. */
	readonly sites: string;
	/** Where its gateway and its admin API are. */
	readonly api: string;
	/** Where people agree that an app asks as them, and tokens come from. */
	readonly auth: string;
}

/** The clouds whose addresses are known, and nothing else is allowed. Source: docs/adr/0019. */
const clouds: readonly [Cloud, ...Cloud[]] = [
	{ sites: '.atlassian.net', api: 'https://api.atlassian.com', auth: 'https://auth.atlassian.com' },
	{
		sites: '.atlassian-us-gov-mod.net',
		api: 'https://api.atlassian-us-gov-mod.com',
		auth: 'https://auth.atlassian-us-gov-mod.com',
	},
];

export const authorizePath = '/authorize';

const longestAddress = 2_048;
const label = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const loopbackNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Reads what a person typed as a site: `acme`, `acme.atlassian.net` or any page of it. Fails with
 * `site-address-invalid`, or `site-loopback-refused` where only permission for this machine is missing.
 *
 * The token goes where this function says. So the host is taken from the parsed URL, and it must also be the
 * text that was typed: percent signs, user names, ports and look-alike letters that a parser makes
 * disappear are refused rather than interpreted.
 */
export const readSiteAddress = (text: string, rules: AddressRules): Outcome<SiteAddress> => {
	const url = parsePlainly(text);
	if (url === null) {
		return failed('site-address-invalid');
	}
	if (loopbackNames.has(url.hostname)) {
		return readLoopback(url, rules);
	}
	if (url.protocol !== 'https:') {
		return failed('site-address-invalid');
	}
	if (cloudOf(url.host) === null) {
		// A help centre can have a domain of its own; its site keeps the address that Atlassian gave it.
		const isElsewhere = hostName.test(url.host) && !url.host.endsWith('atlassian.net');
		return failed('site-address-invalid', isElsewhere ? { host: url.host } : {});
	}
	return done({ origin: url.origin, host: url.host, loopback: false });
};

/**
 * The admin API of a site: that of its cloud where nothing is given, and for a site on this machine the site itself; only
 * a loopback address may replace it.
 */
export const readAdminAddress = (text: string | null, rules: AddressRules, site?: SiteAddress): Outcome<SiteAddress> =>
	readOwnAddress(text, 'api', /^\/(?:admin\/?)?$/, rules, site);

/** The gateway of a site, by the same rules. */
export const readGatewayAddress = (text: string | null, rules: AddressRules, site?: SiteAddress): Outcome<SiteAddress> =>
	readOwnAddress(text, 'api', /^\/(?:ex\/jira\/?)?$/, rules, site);

/** Where one signs in for a site, by the same rules. */
export const readAuthAddress = (text: string | null, rules: AddressRules, site?: SiteAddress): Outcome<SiteAddress> =>
	readOwnAddress(text, 'auth', /^\/$/, rules, site);

/** `path`: what may follow the host, because whoever copies an address from the documentation means its host. */
const readOwnAddress = (
	text: string | null,
	part: 'api' | 'auth',
	path: RegExp,
	rules: AddressRules,
	site?: SiteAddress,
): Outcome<SiteAddress> => {
	const own = ownOf(site, part);
	const url = parsePlainly(text ?? own);
	if (url === null || !path.test(url.pathname)) {
		return failed('site-address-invalid');
	}
	if (loopbackNames.has(url.hostname)) {
		return readLoopback(url, rules);
	}
	if (url.origin !== own) {
		return failed('site-address-invalid');
	}
	return done({ origin: url.origin, host: url.host, loopback: false });
};

/** What of its cloud a site goes by, unless somebody says otherwise. */
const ownOf = (site: SiteAddress | undefined, part: 'api' | 'auth'): string =>
	site?.loopback ? site.origin : ((site === undefined ? null : cloudOf(site.host)) ?? clouds[0])[part];

/** The page on which people agree, as a browser is sent there. */
export const isSignInPage = (text: string): boolean =>
	URL.canParse(text) && clouds.some(({ auth }) => new URL(text).origin === auth && new URL(text).pathname === authorizePath);

const cloudOf = (host: string): Cloud | null =>
	clouds.find(({ sites }) => host.endsWith(sites) && label.test(host.slice(0, -sites.length))) ?? null;

const readLoopback = (url: URL, rules: AddressRules): Outcome<SiteAddress> => {
	if (url.protocol !== 'http:') {
		return failed('site-address-invalid');
	}
	if (!rules.allowLoopback) {
		return failed('site-loopback-refused');
	}
	return done({ origin: url.origin, host: url.host, loopback: true });
};

/** A URL whose authority is exactly what was typed (letter case aside); `null` otherwise. */
const parsePlainly = (text: string): URL | null => {
	const typed = text.trim();
	if (typed === '' || typed.length > longestAddress || !/^[\x21-\x7e]+$/.test(typed) || typed.includes('\\')) {
		return null;
	}
	const full = withScheme(typed);
	const authority = /^https?:\/\/([^/?#]+)/i.exec(full)?.[1]?.toLowerCase();
	if (authority === undefined || !URL.canParse(full)) {
		return null;
	}
	const url = new URL(full);
	// `http://127.0.0.1:80` is the one port a parser drops that changes nothing.
	const written = url.protocol === 'http:' ? authority.replace(/:80$/, '') : authority;
	return written === url.host ? url : null;
};

const withScheme = (typed: string): string => {
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) {
		return typed;
	}
	if (/^(?:127\.0\.0\.1|localhost|\[::1\])(?=$|[:/?#])/i.test(typed)) {
		return `http://${typed}`;
	}
	return label.test(typed.toLowerCase()) ? `https://${typed}.atlassian.net` : `https://${typed}`;
};
