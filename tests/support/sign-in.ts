import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { DemoSite } from '#demo-site/demo-site.ts';
import type { Services } from '#main/services/compose.ts';
import type { NewSite } from '#main/services/sites/site-service.ts';
import { callbackAddress, type OAuthApp } from '#shared/oauth.ts';
import type { Failure } from '#shared/outcome.ts';

/** A person who agrees to whatever the page asks: a browser follows the way back by itself. */
export const browse = async (url: string): Promise<void> => {
	await fetch(url);
};

/** One that nobody uses now. */
export const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/** An app with these scopes, as its owner registered it. */
export const registerApp = async (demo: DemoSite, scopes: readonly string[]): Promise<OAuthApp & { readonly clientSecret: string }> => {
	const callbackPort = await freePort();
	return { callbackPort, ...demo.signIns.register({ callback: callbackAddress(callbackPort), scopes }) };
};

/** To its end: why it failed; `null`: somebody is signed in. */
export const signIn = async ({ sites }: Pick<Services, 'sites'>, name = 'demo', signal?: AbortSignal): Promise<Failure | null> => {
	for await (const step of sites.signIn(name, signal)) if (!step.ok) return step.failure;
	return null;
};

export const addSignedIn = async (
	services: Pick<Services, 'sites'>,
	demo: DemoSite,
	where: Pick<NewSite, 'url' | 'adminUrl' | 'orgApiKey' | 'readOnly'>,
	scopes: readonly string[],
): Promise<void> => {
	const added = await services.sites.add({ name: 'demo', ...where, oauth: await registerApp(demo, scopes) });
	const failure = added.ok ? await signIn(services) : added.failure;
	if (failure !== null) throw new Error(`${failure.code} ${JSON.stringify(failure.details)}`);
};
