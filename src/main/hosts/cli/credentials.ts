import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Secret } from '#core/secret.ts';
import { failed } from '#shared/outcome.ts';
import type { Services } from '../../services/compose.ts';
import type { SiteConnection } from '../../services/sites/site-connection.ts';
import { endWith, need } from './terminal.ts';

export interface SiteOptions {
	readonly site?: string;
	readonly siteUrl?: string;
	readonly adminUrl?: string;
	readonly org?: string;
}

/** A line from the keyboard that is not shown, or from a pipe. */
export const askSecret = async (question: string, lines: AsyncIterator<string>): Promise<string> => {
	process.stderr.write(question);
	const { value, done } = await lines.next();
	if (process.stdin.isTTY) process.stderr.write('\n');
	return done ? '' : String(value).trim();
};

/** Lines of standard input; nothing that is typed is echoed. */
export const openLines = (): { readonly lines: AsyncIterator<string>; readonly close: () => void } => {
	const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
	const reader = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
	return { lines: reader[Symbol.asyncIterator](), close: () => reader.close() };
};

/** The site a command is about: a stored one by name, or one by address with the environment's tokens. */
export const siteConnection = async (services: Services, options: SiteOptions): Promise<SiteConnection> => {
	const { INVITE_DOCTOR_EMAIL: email, INVITE_DOCTOR_API_TOKEN: token, INVITE_DOCTOR_ORG_API_KEY: orgKey } = process.env;
	if (options.site !== undefined && options.siteUrl !== undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'Give --site or --site-url, not both.' } });
	}
	if (options.site !== undefined) return need(await services.sites.connection(options.site));
	if (options.siteUrl === undefined) {
		return endWith({ code: 'wrong-use', details: { what: 'Which site? Give --site NAME (see "site list") or --site-url URL.' } });
	}
	const addresses = need(services.sites.addresses(options.siteUrl, options.adminUrl));
	if (!email || !token) return endWith(failed('token-missing').failure);
	return {
		name: addresses.site.host,
		...addresses,
		orgId: options.org ?? null,
		email,
		apiToken: new Secret(token),
		orgApiKey: orgKey ? new Secret(orgKey) : null,
	};
};

/** The run's own site, unless another way to it was named: a stored one by name, or by address with the environment's tokens. */
export const siteOfRun = async (services: Services, runId: string, options: SiteOptions): Promise<SiteConnection> => {
	if (options.site !== undefined || options.siteUrl !== undefined) return siteConnection(services, options);
	const { site } = need(services.store.request(runId));
	if (services.sites.has(site.name)) return siteConnection(services, { site: site.name });
	const { url: siteUrl, adminUrl, orgId } = site;
	return siteConnection(services, { siteUrl, adminUrl, ...(orgId === null ? {} : { org: orgId }) });
};
