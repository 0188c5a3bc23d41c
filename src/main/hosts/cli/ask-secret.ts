import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
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

/** Tokens of a site that is to be stored: from the environment, a prompt or a pipe, never from the arguments. */
export const readTokens = async (): Promise<{ readonly apiToken: string; readonly orgApiKey: string }> => {
	const { apiToken, orgApiKey } = environmentTokens();
	if (apiToken !== null) return { apiToken: apiToken.reveal(), orgApiKey: orgApiKey?.reveal() ?? '' };
	const { lines, close } = openLines();
	try {
		const typed = await askSecret('API token (not shown): ', lines);
		return { apiToken: typed, orgApiKey: await askSecret('Organisation API key (empty: none): ', lines) };
	} finally {
		close();
	}
};

/** Of the login at a proxy: from the environment, a prompt or a pipe. */
export const readPassword = async (): Promise<string> => {
	const { INVITE_DOCTOR_PROXY_PASSWORD: given } = process.env;
	if (given) return given;
	const { lines, close } = openLines();
	try {
		return await askSecret('Password at the proxy (not shown): ', lines);
	} finally {
		close();
	}
};
