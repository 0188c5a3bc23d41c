import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Secret } from '#core/secret.ts';
import { environmentTokens } from '../../secrets/environment.ts';

/** A line from the keyboard that is not shown, or from a pipe. */
const askSecret = async (question: string, lines: AsyncIterator<string>): Promise<string> => {
	process.stderr.write(question);
	const { value, done } = await lines.next();
	if (process.stdin.isTTY) process.stderr.write('\n');
	return done ? '' : String(value).trim();
};

/** Lines of standard input; nothing that is typed is echoed. */
const openLines = (): { readonly lines: AsyncIterator<string>; readonly close: () => void } => {
	const silent = new Writable({ write: (_chunk, _encoding, written) => written() });
	const reader = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY === true });
	return { lines: reader[Symbol.asyncIterator](), close: () => reader.close() };
};

const askSecrets = async (questions: readonly string[]): Promise<readonly string[]> => {
	const { lines, close } = openLines();
	const typed: string[] = [];
	try {
		for (const question of questions) typed.push(await askSecret(question, lines));
		return typed;
	} finally {
		close();
	}
};

/** What is not typed counts as empty. */
const readWithKey = async (given: Secret | null, question: string): Promise<readonly [string, string]> => {
	if (given !== null) return [given.reveal(), environmentTokens().orgApiKey?.reveal() ?? ''];
	const [typed = '', key = ''] = await askSecrets([question, 'Organisation API key (empty: none): ']);
	return [typed, key];
};

/** Tokens of a site that is to be stored: from the environment, a prompt or a pipe, never from the arguments. */
export const readTokens = async (): Promise<{ readonly apiToken: string; readonly orgApiKey: string }> => {
	const [apiToken, orgApiKey] = await readWithKey(environmentTokens().apiToken, 'API token (not shown): ');
	return { apiToken, orgApiKey };
};

/** The same for a site that one signs in to by an OAuth app. */
export const readAppSecrets = async (): Promise<{ readonly clientSecret: string; readonly orgApiKey: string }> => {
	const [clientSecret, orgApiKey] = await readWithKey(environmentTokens().clientSecret, 'Client secret of the app (not shown): ');
	return { clientSecret, orgApiKey };
};

/** Of the login at a proxy: from the environment, a prompt or a pipe. */
export const readPassword = async (): Promise<string> => {
	const { proxyPassword } = environmentTokens();
	if (proxyPassword !== null) return proxyPassword.reveal();
	const [typed = ''] = await askSecrets(['Password at the proxy (not shown): ']);
	return typed;
};
