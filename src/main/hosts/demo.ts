import { join } from 'node:path';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import type { Hold } from '#core/ports.ts';
import type { contract } from '#shared/contract.ts';
import { demoPath } from '#shared/window-host.ts';
import { andThen, done, type Outcome } from '#shared/outcome.ts';
import { type DemoSite, startDemoSite } from '#demo-site/demo-site.ts';
import { openFolder } from '../files/make-folder.ts';
import { type App, composeApp, type ComposeOptions } from '../services/compose.ts';
import { HandedFiles } from '../services/handed-files.ts';
import type { CallContext } from '../services/handlers.ts';
import { openLocks } from '../storage/locks.ts';
import { findAppFolder } from './app-version.ts';
import { readAccess } from './cli/access-option.ts';
import { readGivenList } from './cli/given-file.ts';

const demoName = 'Demo site';

/** The demo's runs are kept apart from the real ones. */
export const demoDirOf = (dataDir: string): string => join(dataDir, 'demo');

/** One demo at a time has its folder: a second would take the first one's site away. Fails with `demo-open`. */
export const holdDemo = async (demoDir: string): Promise<Outcome<Hold>> => {
	const made = openFolder(demoDir);
	if (!made.ok) return made;
	const locks = await openLocks(join(demoDir, 'locks'), () => `demo, process ${process.pid}`);
	return locks.ok ? locks.value.take({ kind: 'demo', key: demoDir }) : locks;
};

type Client = ContractRouterClient<typeof contract, CallContext>;

/** Adds the demo's site to an app of its own, and starts a run of the sample list on it. */
export const startDemoRun = async (client: Client, demo: DemoSite): Promise<Outcome<{ readonly runId: string }>> => {
	const before = await client.deletion.carryOut({ of: { kind: 'site', name: demoName, withRuns: false } });
	if (!before.ok && before.failure.code !== 'site-not-found') return before;
	const { url, adminUrl, email, apiToken, orgApiKey } = demo;
	const added = await client.sites.add({ name: demoName, url, adminUrl, email, apiToken, orgApiKey });
	if (!added.ok) return added;
	const given = await readGivenList(join(findAppFolder(), 'resources/demo/invite-list.csv'));
	if (!given.ok) return given;
	const opened = await client.lists.open(given.value);
	if (!opened.ok) return opened;
	const access = readAccess(demo.access, '');
	if (!access.ok) return access;
	const { listId, preview } = opened.value;
	return client.runs.start({ listId, mapping: preview.mapping, site: demoName, desk: demo.deskKey, access: access.value });
};

/** An app with the demo beside it, in the same process. */
export interface Served extends App {
	/** Of the page at this path: the demo's own are served from the demo's data, once it is open. */
	routerAt(pathname: string): AnyRouter | null;
}

interface OpenDemo {
	readonly app: App;
	readonly runId: string;
	close(): Promise<void>;
}

const openDemo = async (options: ComposeOptions): Promise<Outcome<OpenDemo>> => {
	const dataDir = demoDirOf(options.dataDir);
	const held = await holdDemo(dataDir);
	if (!held.ok) return held;
	const site = await startDemoSite();
	const leave = async (): Promise<void> => {
		await site.stop();
		held.value.release();
	};
	const app = await composeApp({ ...options, dataDir, isDemo: true, allowLoopback: true, openRun: null, handedFiles: new HandedFiles() });
	if (!app.ok) {
		await leave();
		return app;
	}
	const close = async (): Promise<void> => {
		await app.value.close();
		await leave();
	};
	const started = await startDemoRun(createRouterClient(app.value.router, { context: (said: CallContext) => said }), site);
	if (!started.ok) await close();
	return andThen(started, ({ runId }) => done({ app: app.value, runId, close }));
};

/** The demo opens when somebody asks for it, and closes with the app. */
export const composeWithDemo = async (options: ComposeOptions): Promise<Outcome<Served>> => {
	let opening: Promise<Outcome<OpenDemo>> | null = null;
	let demo: OpenDemo | null = null;
	const open = async (): Promise<Outcome<{ readonly place: string }>> => {
		opening ??= openDemo(options);
		const opened = await opening;
		if (opened.ok) demo = opened.value;
		// The next click tries it again.
		else opening = null;
		return andThen(opened, ({ runId }) => done({ place: `${demoPath}#/runs/${encodeURIComponent(runId)}` }));
	};
	return andThen(composeApp({ ...options, openDemo: open }), (app) =>
		done({
			router: app.router,
			routerAt: (pathname) => (pathname.startsWith(demoPath) ? (demo?.app.router ?? null) : app.router),
			isAtWork: () => app.isAtWork() || (demo?.app.isAtWork() ?? false),
			close: async () => {
				await opening;
				await Promise.all([app.close(), demo?.close()]);
			},
		}),
	);
};
