import type { ProbeAnswer } from '#shared/probes.ts';
import type { SiteCheck } from '#shared/run.ts';
import { readSiteAddress } from '../../../atlassian/site-address.ts';
import { defaultCallbackPort } from '#shared/oauth.ts';
import { readAppSecrets, readTokens } from '../ask-secret.ts';
import { type AppOptions, signInTo } from './sign-in.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { exitCode } from '../exit-codes.ts';
import { blindQuestions, blindReasons, doorTexts, mailWords, probeLine, probeWords, scopeWords, sitesWords } from '../messages.ts';
import { chosenSite, type SiteOptions } from '../site-choice.ts';
import { print, tell } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';

export interface AddOptions extends CommonOptions, AppOptions {
	readonly name?: string;
	readonly email?: string;
	readonly addressOnly?: boolean;
	readonly adminUrl?: string;
	readonly gatewayUrl?: string;
	readonly authUrl?: string;
	readonly readOnly?: boolean;
	readonly org?: string;
	readonly management?: 'centralized' | 'original';
	readonly client?: string;
	readonly tokenExpires?: string;
}

const keptForThisCommand =
	'This machine has no keychain: the token is kept for this session only, so it ends with this command. Give it by INVITE_DOCTOR_EMAIL and INVITE_DOCTOR_API_TOKEN with --site-url.';

const tellKeptForThisCommand = async (client: Client): Promise<void> => {
	if (need(await client.app.info()).secrets !== 'keychain') tell(keptForThisCommand);
};

/** `site add URL --address-only`: for files and snapshots, without an account. */
const addAddress = async (url: string, options: AddOptions): Promise<number> => {
	if (options.email !== undefined || options.oauth !== undefined || options.readOnly === true || options.tokenExpires !== undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'A site with --address-only has no account and no token.' } });
	}
	const { name, adminUrl, gatewayUrl, org: orgId, management, client: owner } = options;
	return withClient(options, async (client) => {
		const added = need(await client.sites.add({ name, url, adminUrl, gatewayUrl, orgId, management, client: owner }));
		print(`Added ${added.name} (${added.url}).`);
		tell(sitesWords.addressOnly.cannot);
		return exitCode.allGood;
	});
};

/** `site add URL --oauth CLIENT_ID`: the app's secret as tokens are, then the person signs in. */
const addWithApp = async (url: string, clientId: string, options: AddOptions): Promise<number> => {
	if (options.email !== undefined || options.tokenExpires !== undefined) {
		return endWith({
			code: 'wrong-use',
			details: { what: 'With --oauth, give no --email and no --token-expires: you sign in with your browser.' },
		});
	}
	need(readSiteAddress(url, { allowLoopback: options.allowLoopback === true }));
	return withClient(options, async (client) => {
		const { clientSecret, orgApiKey } = await readAppSecrets();
		if (clientSecret === '') return endWith({ code: 'token-missing', details: { which: 'clientSecret' } });
		const { name, adminUrl, gatewayUrl, authUrl, readOnly, org: orgId, management, client: owner } = options;
		const oauth = { clientId, clientSecret, callbackPort: options.callbackPort ?? defaultCallbackPort };
		const where = { name, url, adminUrl, gatewayUrl, authUrl };
		const added = need(
			await client.sites.add({ ...where, oauth, readOnly, orgApiKey: orgApiKey || undefined, orgId, management, client: owner }),
		);
		print(`Added ${added.name} (${added.url}).`);
		await signInTo(client, added.name);
		return exitCode.allGood;
	});
};

/** `site add URL --email ADDRESS`: tokens come from the environment, a prompt or a pipe, never from the arguments. */
export const addCommand = async (url: string, options: AddOptions): Promise<number> => {
	if (options.addressOnly === true) return addAddress(url, options);
	if (options.oauth !== undefined) return addWithApp(url, options.oauth, options);
	const email = options.email ?? process.env['INVITE_DOCTOR_EMAIL'];
	if (!email) {
		const what =
			'Whose API token? Give --email ADDRESS, --oauth CLIENT_ID to sign in with your browser, or --address-only for a site without an account.';
		return endWith({ code: 'wrong-use', details: { what } });
	}
	// Nobody types a token for an address that can be no site.
	need(readSiteAddress(url, { allowLoopback: options.allowLoopback === true }));
	return withClient(options, async (client) => {
		const { apiToken, orgApiKey } = await readTokens();
		if (apiToken === '') return endWith({ code: 'token-missing', details: {} });
		const { name, adminUrl, gatewayUrl, readOnly, org: orgId, management, client: owner, tokenExpires: tokenExpiresOn } = options;
		const tokens = { apiToken, orgApiKey: orgApiKey || undefined, tokenExpiresOn };
		const added = need(
			await client.sites.add({ name, url, adminUrl, gatewayUrl, readOnly, email, ...tokens, orgId, management, client: owner }),
		);
		print(`Added ${added.name} (${added.url}).`);
		if (!added.hasOrgApiKey) {
			tell('Without an organisation API key, suspended and managed accounts cannot be told apart.');
		}
		await tellKeptForThisCommand(client);
		return exitCode.allGood;
	});
};

export interface TokensOptions extends CommonOptions {
	readonly email?: string;
	readonly tokenExpires?: string;
}

/** `site tokens NAME`: new ones in the place of the old; one that is left empty stays as it is. */
export const tokensCommand = async (name: string, { tokenExpires, email: given, ...options }: TokensOptions): Promise<number> =>
	withClient(options, async (client) => {
		const before = need(await client.sites.get({ name }));
		const email = before.signIn === 'token' ? undefined : (given ?? (process.env['INVITE_DOCTOR_EMAIL'] || undefined));
		if (before.signIn === 'address' && email === undefined) return endWith({ code: 'site-address-only', details: { site: before.name } });
		const { apiToken, orgApiKey } = await readTokens();
		if (apiToken === '' && orgApiKey === '') return endWith({ code: 'token-missing', details: {} });
		const tokens = { ...(apiToken === '' ? {} : { apiToken }), ...(orgApiKey === '' ? {} : { orgApiKey }) };
		const site = need(await client.sites.setTokens({ name, email, ...tokens, tokenExpiresOn: tokenExpires ?? null }));
		print(`Tokens of ${site.name} saved.`);
		await tellKeptForThisCommand(client);
		return exitCode.allGood;
	});

export interface EditOptions extends CommonOptions {
	readonly name?: string;
	readonly email?: string;
	/** `false`: none from now on. */
	readonly desk?: string | false;
}

/** `site edit NAME [--name NEW] [--email ADDRESS] [--desk KEY]`. */
export const editCommand = async (name: string, { name: newName, email, desk, ...options }: EditOptions): Promise<number> => {
	if (newName === undefined && email === undefined && desk === undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'Give --name, --email, --desk or --no-desk.' } });
	}
	return withClient(options, async (client) => {
		const deskKey = desk === false ? null : desk;
		const site = need(await client.sites.edit({ name, newName, email, deskKey }));
		print(`${site.name}  ${site.url}  ${site.email}${site.deskKey === null ? '' : `  ${site.deskKey}`}`);
		return exitCode.allGood;
	});
};

/** `site read-only NAME [--off]`. */
export const readOnlyCommand = async (name: string, { off, ...options }: CommonOptions & { readonly off?: boolean }): Promise<number> =>
	withClient(options, async (client) => {
		const site = need(await client.sites.setReadOnly({ name, readOnly: off !== true }));
		print(site.readOnly ? sitesWords.readOnly.set(site.name) : sitesWords.readOnly.taken(site.name));
		return exitCode.allGood;
	});

export const listCommand = async (options: CommonOptions): Promise<number> =>
	withClient(options, async (client) => {
		const all = need(await client.sites.list());
		if (all.length === 0) print('No sites yet. Add one: invite-doctor site add <name>.atlassian.net --email you@example.com');
		for (const site of all) {
			const own =
				site.signIn === 'oauth' ? (site.hasApiToken ? 'signed in' : 'not signed in') : site.hasApiToken ? 'API token' : 'no API token';
			const tokens = [own, site.hasOrgApiKey ? 'organisation key' : 'no organisation key'].join(', ');
			const access = site.signIn === 'address' ? 'address only' : `${site.email ?? 'OAuth'}  ${tokens}`;
			const only = site.readOnly ? `  ${sitesWords.readOnly.label}` : '';
			print(`${site.name}  ${site.url}  ${access}${only}${site.client === null ? '' : `  ${site.client}`}`);
		}
		return exitCode.allGood;
	});

const printCheck = (check: SiteCheck): void => {
	print(`Account        ${check.account === null ? 'unknown' : (check.account.name ?? check.account.accountId)}`);
	if (check.door !== null) print(`Token          ${doorTexts[check.door]}`);
	for (const [key, has] of Object.entries(check.permissions)) {
		print(`Right          ${key}: ${has === null ? 'unknown' : has ? 'yes' : 'no'}`);
	}
	print(`Cloud id       ${check.cloudId}`);
	print(`Organisation   ${check.organisation ? (check.organisation.name ?? check.organisation.id) : 'unknown (no organisation API key)'}`);
	for (const { id, name } of check.directories) print(`Directory      ${name ?? id}`);
	if (check.verifiedDomains.length > 0) print(`Own domains    ${check.verifiedDomains.join(', ')}`);
	for (const { key, name } of check.desks) print(`Service project ${key}  ${name}`);
	for (const { details } of check.missingScopes) print(`Scope missing  ${scopeWords.lacks(details)}`);
	for (const { question, why } of check.blind) print(`Not available  ${blindQuestions[question]}. ${blindReasons[why]}`);
};

const printProbes = (answers: readonly ProbeAnswer[]): void => {
	const [first] = answers;
	if (first === undefined) return tell('Available data has not been checked yet: add --probe.');
	print('');
	print(`${probeWords.title}, as of ${first.at.slice(0, 16).replace('T', ' ')}:`);
	for (const answer of answers) print(probeLine(answer));
};

/** `site check NAME [--probe]`, or `site check --site-url URL` with the environment's tokens. */
export const checkCommand = async (
	name: string | undefined,
	options: CommonOptions & SiteOptions & { readonly probe?: boolean },
): Promise<number> =>
	withClient(options, async (client) => {
		const site = chosenSite(name === undefined ? options : { site: name });
		const asked = typeof site === 'string' ? { name: site } : { given: site };
		printCheck(need(await client.sites.check(asked)));
		printProbes(need(await (options.probe ? client.sites.probe(asked) : client.sites.probes(asked))));
		return exitCode.allGood;
	});

/** `site mails NAME [--set N | --default]`. */
export const mailsCommand = async (
	name: string,
	options: CommonOptions & { readonly set?: number; readonly default?: boolean },
): Promise<number> =>
	withClient(options, async (client) => {
		const perDay = options.default === true ? null : options.set;
		const budget = perDay === undefined ? await client.sites.mailBudget({ name }) : await client.sites.setMailBudget({ name, perDay });
		const { perDay: most, sent, isSet } = need(budget);
		print(mailWords.budget.state(most, sent, isSet));
		return exitCode.allGood;
	});
