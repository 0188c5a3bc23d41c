import { homedir } from 'node:os';
import type { Outcome } from '#shared/outcome.ts';
import { resolveDataDir } from '../../data-dir.ts';
import type { App } from '../../services/app.ts';
import { composeApp, type Services } from '../../services/compose.ts';
import { appVersion } from '../app-version.ts';
import { need } from './terminal.ts';

export interface CommonOptions {
	readonly dataDir?: string;
	readonly allowLoopback?: boolean;
}

export const dataDirOf = ({ dataDir }: CommonOptions): string =>
	resolveDataDir(dataDir, { env: process.env, platform: process.platform, homedir: homedir() });

export const openServices = (options: CommonOptions): Promise<Outcome<App & Services>> =>
	composeApp({ dataDir: dataDirOf(options), host: 'cli', allowLoopback: options.allowLoopback === true, version: appVersion() });

/** Opens the services for one command and lets them go after it, whatever happened. */
export const withServices = async <T>(options: CommonOptions, work: (services: App & Services) => Promise<T>): Promise<T> => {
	const services = need(await openServices(options));
	try {
		return await work(services);
	} finally {
		await services.close();
	}
};
