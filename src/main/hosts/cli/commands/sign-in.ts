import { defaultCallbackPort } from '#shared/oauth.ts';
import { readAppSecrets } from '../ask-secret.ts';
import { type Client, type CommonOptions, withClient } from '../client.ts';
import { endWith, need } from '../command-ended.ts';
import { exitCode } from '../exit-codes.ts';
import { signInWords } from '../messages.ts';
import { print, tell } from '../../terminal.ts';

export interface AppOptions {
	readonly oauth?: string;
	readonly callbackPort?: number;
}

const endsWithThisCommand = 'This machine has no keychain: the sign-in is kept for this session only, so it ends with this command.';

/** Opens the page, waits for the person, and says who is signed in. */
export const signInTo = async (client: Client, name: string): Promise<void> => {
	for await (const step of await client.sites.signIn({ name })) {
		const reached = need(step);
		if (reached.at === 'browser') {
			tell(reached.isOpen ? signInWords.text : signInWords.notOpened);
			tell(reached.url);
			tell(signInWords.waiting);
		} else {
			const { site } = reached;
			print(site.email === null ? signInWords.done(site.name) : signInWords.doneAs(site.name, site.email));
		}
	}
	if (need(await client.app.info()).secrets !== 'keychain') tell(endsWithThisCommand);
};

/** `site sign-in NAME`; `--oauth` and `--callback-port` change the app first. */
export const signInCommand = async (name: string, { oauth, callbackPort, ...options }: CommonOptions & AppOptions): Promise<number> =>
	withClient(options, async (client) => {
		const before = need(await client.sites.get({ name }));
		const clientId = oauth ?? before.oauth?.clientId;
		if (clientId === undefined) return endWith({ code: 'wrong-use', details: { what: 'Which app? Give --oauth CLIENT_ID.' } });
		if (oauth !== undefined || callbackPort !== undefined) {
			const { clientSecret, orgApiKey } = oauth === undefined ? { clientSecret: '', orgApiKey: '' } : await readAppSecrets();
			const app = { clientId, callbackPort: callbackPort ?? before.oauth?.callbackPort ?? defaultCallbackPort };
			const given = { oauth: { ...app, ...(clientSecret === '' ? {} : { clientSecret }) }, ...(orgApiKey === '' ? {} : { orgApiKey }) };
			need(await client.sites.setTokens({ name, ...given, tokenExpiresOn: null }));
		}
		await signInTo(client, name);
		return exitCode.allGood;
	});
