import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, it, onTestFinished } from 'vitest';
import { composeApp } from '#main/services/compose.ts';
import type { contract } from '#shared/contract.ts';
import { makeTempDir, need } from '../support/demo-app.ts';

type Client = ContractRouterClient<typeof contract>;

const openWith = async (openLink: (url: string) => Promise<void>): Promise<Client> => {
	const dataDir = await makeTempDir();
	const app = need(await composeApp({ dataDir, host: 'browser', allowLoopback: false, version: '0', sessionSecrets: true, openLink }));
	onTestFinished(() => app.close());
	return createRouterClient(app.router) as Client;
};

it.each([
	['https://acme.atlassian.net\\@evil.example/x', 'https://acme.atlassian.net/@evil.example/x'],
	['https://ａｃｍｅ.atlassian.net/jira', 'https://acme.atlassian.net/jira'],
	['https:\\\\admin.atlassian.com\\o', 'https://admin.atlassian.com/o'],
	['HTTPS://ADMIN.ATLASSIAN.COM/o/../x', 'https://admin.atlassian.com/x'],
])('opens of %j what was checked', async (written, opened) => {
	const seen: string[] = [];
	const client = await openWith(async (url) => void seen.push(url));
	expect(await client.app.openLink({ url: written })).toMatchObject({ ok: true });
	expect(seen).toEqual([opened]);
});

it('says so where the machine has nothing to open it with', async () => {
	const client = await openWith(() => Promise.reject(new Error('spawn xdg-open ENOENT')));
	expect(await client.app.openLink({ url: 'https://admin.atlassian.com/' })).toMatchObject({ failure: { code: 'link-not-opened' } });
});
