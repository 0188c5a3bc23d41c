import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type DemoSite, type DemoSiteOptions, type LoggedRequest, startDemoSite } from '#demo-site/demo-site.ts';
import { makeInviteList } from '#demo-site/invite-list.ts';
import { noLimits } from '#demo-site/rate-limits.ts';
import { openListText } from '#main/files/open-list.ts';
import { readAccess } from '#main/hosts/cli/access-option.ts';
import type { Clock } from '#core/ports.ts';
import { type App, composeApp, type Services } from '#main/services/compose.ts';
import type { Outcome } from '#shared/outcome.ts';
import type { Run, RunRowDetail } from '#shared/run.ts';
import { addSignedIn, browse } from './sign-in.ts';
import { idleClock } from './idle-clock.ts';
import { type Tamper, startTamperingProxy } from './tampering-proxy.ts';

export const need = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(`${outcome.failure.code} ${JSON.stringify(outcome.failure.details)}`);
	return outcome.value;
};

export const makeTempDir = async (): Promise<string> => {
	const dir = await mkdtemp(join(tmpdir(), 'invite-doctor-test-'));
	onTestFinished(() => rm(dir, { recursive: true, force: true }));
	return dir;
};

/** The demo site for one test; without limits, unless the test is about them. */
export const startDemo = async (options: DemoSiteOptions = {}): Promise<DemoSite> => {
	const demo = await startDemoSite({ limits: noLimits, ...options });
	onTestFinished(() => demo.stop());
	return demo;
};

export interface DemoApp {
	readonly services: App & Services;
	readonly clock: Clock;
	readonly dataDir: string;
	/** Diagnoses the demo's list to the end of the run, finished or stopped. */
	diagnose(options?: { readonly desk?: string | null; readonly access?: string; readonly csv?: string }): Promise<Run>;
	resume(runId: string): Promise<Run>;
	rows(runId: string): readonly RunRowDetail[];
}

export interface DemoAppOptions {
	readonly hasOrgKey?: boolean;
	/** Another than the demo's own. */
	readonly token?: { readonly email: string; readonly apiToken: string };
	readonly orgApiKey?: string;
	/** Signed in by an app with these scopes, in the place of a token. */
	readonly oauth?: readonly string[];
	readonly readOnly?: boolean;
	/** Speaks to the site through a proxy that changes what the test says. */
	readonly tamper?: Tamper;
	/** Left out: nobody waits for nothing. */
	readonly clock?: Clock;
}

/** The product on real parts (HTTP, SQLite in a folder of its own), pointed at a demo site. */
export const composeOnDemo = async (
	demo: DemoSite,
	{ hasOrgKey = true, tamper, token, oauth, readOnly = false, clock = idleClock(), ...own }: DemoAppOptions = {},
): Promise<DemoApp> => {
	const url = tamper === undefined ? demo.url : await startTamperingProxy(demo.url, tamper);
	const dataDir = await makeTempDir();
	const services = need(
		await composeApp({ dataDir, host: 'cli', allowLoopback: true, version: '0.0.0', sessionSecrets: true, clock, openLink: browse }),
	);
	onTestFinished(() => services.close());
	const { email, apiToken, orgApiKey } = { ...demo, ...token, ...own };
	const key = hasOrgKey ? { orgApiKey } : {};
	if (oauth === undefined) need(await services.sites.add({ name: 'demo', url, adminUrl: url, email, apiToken, ...key }));
	else await addSignedIn(services, demo, { url, adminUrl: url, readOnly, ...key }, oauth);
	const site = need(await services.sites.connection('demo'));
	const follow = async (runId: string): Promise<Run> => {
		for await (const progress of services.runs.watch(runId)) void progress;
		return need(services.store.run(runId));
	};
	return {
		services,
		clock,
		dataDir,
		diagnose: async ({ desk = demo.deskKey, access = demo.access, csv = makeInviteList(demo.world) } = {}) => {
			const list = need(await openListText('invite-list.csv', csv));
			const { name, columns } = list.preview;
			const declared = need(readAccess(access === '' ? undefined : access, '2026-11-23T12:00:00.000Z'));
			const { runId } = need(
				await services.runs.start({ listName: name, columns, batches: list.batches(), site, deskKey: desk, access: declared }),
			);
			return follow(runId);
		},
		resume: async (runId) => {
			need(await services.runs.resume(runId, site));
			return follow(runId);
		},
		rows: (runId) => [...services.store.allRows(runId)],
	};
};

/** Asked at every start, because a token or a right may have changed. */
const askedAtEveryStart = ['/_edge/tenant_info', '/rest/api/3/myself', '/rest/api/3/mypermissions'];

/** Answered requests that were sent more than once, though what they say is stored. */
export const askedTwice = (requests: readonly LoggedRequest[]): string[] => {
	const counts = new Map<string, number>();
	for (const { method, path, query, body, status } of requests) {
		if (status !== 200 || askedAtEveryStart.includes(path)) continue;
		const question = `${method} ${path} ${JSON.stringify(query)} ${JSON.stringify(body ?? null)}`;
		counts.set(question, (counts.get(question) ?? 0) + 1);
	}
	return [...counts].filter(([, count]) => count > 1).map(([question]) => question);
};
