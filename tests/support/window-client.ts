import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { type Api, installApi } from '../../src/renderer/api.ts';
import { useConnection } from '../../src/renderer/connection.ts';
import type { FakePlans } from './fake-plans.ts';

/** Connects the window's stores to a Node side in memory: the same contract, without a socket between. */
export const connectWindow = ({ router }: FakePlans): void => {
	const client = createRouterClient(router) as Api;
	installApi(client);
	useConnection.getState().opened();
	onTestFinished(() => useConnection.getState().lost());
};
