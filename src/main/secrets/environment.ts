import { Secret } from '#core/secret.ts';

export interface EnvironmentTokens {
	/** `null`: there are none. */
	readonly apiToken: Secret | null;
	readonly orgApiKey: Secret | null;
	readonly clientSecret: Secret | null;
	readonly proxyPassword: Secret | null;
}

export const noTokens: EnvironmentTokens = { apiToken: null, orgApiKey: null, clientSecret: null, proxyPassword: null };

let taken: EnvironmentTokens | null = null;

const take = (name: string): Secret | null => {
	const value = process.env[name];
	delete process.env[name];
	return value ? new Secret(value) : null;
};

/**
 * The secrets that were given by the environment. They are taken out of it by the first call, which each host makes before it
 * starts anything: a browser that is opened for a link inherits none.
 */
export const environmentTokens = (): EnvironmentTokens =>
	(taken ??= {
		apiToken: take('INVITE_DOCTOR_API_TOKEN'),
		orgApiKey: take('INVITE_DOCTOR_ORG_API_KEY'),
		clientSecret: take('INVITE_DOCTOR_CLIENT_SECRET'),
		proxyPassword: take('INVITE_DOCTOR_PROXY_PASSWORD'),
	});
