import { homedir } from 'node:os';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, ORPCError, ValidationError } from '@orpc/server';
import type { contract } from '#shared/contract.ts';
import { done, type Outcome } from '#shared/outcome.ts';
import { resolveDataDir } from '../../data-dir.ts';
import { composeApp } from '../../services/compose.ts';
import type { CallContext } from '../../services/handlers.ts';
import { appVersion } from '../app-version.ts';
import { openInSystemBrowser } from '../system-browser.ts';
import { exitCode } from './exit-codes.ts';
import { endWith } from './command-ended.ts';

export interface CommonOptions {
	readonly dataDir?: string;
	readonly allowLoopback?: boolean;
}

/** The contract as a command asks it: in its own process, so it may say to which path something is written. */
export type Client = ContractRouterClient<typeof contract, CallContext>;

export const dataDirOf = ({ dataDir }: CommonOptions): string =>
	resolveDataDir(dataDir, { env: process.env, platform: process.platform, homedir: homedir() });

/** What a question cannot hold is wrong use of a command, and said. */
const explainRefusal = (error: unknown): never => {
	const cause = error instanceof ORPCError && error.code === 'BAD_REQUEST' ? error.cause : null;
	if (!(cause instanceof ValidationError)) throw error;
	const what = cause.issues.map(({ path = [], message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
	return endWith({ code: 'wrong-use', details: { what } });
};

export interface OpenClient {
	readonly client: Client;
	close(): Promise<void>;
}

export const openClient = async (options: CommonOptions): Promise<Outcome<OpenClient>> => {
	const composed = await composeApp({
		dataDir: dataDirOf(options),
		host: 'cli',
		allowLoopback: options.allowLoopback === true,
		version: appVersion(),
		openLink: openInSystemBrowser,
	});
	if (!composed.ok) return composed;
	const { router, close } = composed.value;
	const client = createRouterClient(router, {
		context: (said: CallContext) => said,
		interceptors: [({ next }) => next().catch(explainRefusal)],
	});
	return done({ client, close });
};

/** Opens the app for one command and lets it go after it, whatever happened. */
export const withClient = async <T>(options: CommonOptions, work: (client: Client) => Promise<T>): Promise<T> => {
	const opened = await openClient(options);
	if (!opened.ok) return endWith(opened.failure, exitCode.wrongUse);
	const { client, close } = opened.value;
	try {
		return await work(client);
	} finally {
		await close();
	}
};
