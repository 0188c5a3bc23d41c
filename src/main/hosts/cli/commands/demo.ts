import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startDemoSite } from '#demo-site/demo-site.ts';
import { openList } from '../../../files/open-list.ts';
import { findAppFolder } from '../../app-version.ts';
import { readAccess } from '../access-option.ts';
import { type CommonOptions, dataDirOf, withServices } from '../session.ts';
import { need, print } from '../terminal.ts';
import { finishRun } from './diagnose.ts';

const demoName = 'Demo site';

/** Opens the app on the run, as `npm start` would; the demo site answers until the app is closed. */
const openApp = async (dataDir: string, runId: string, tokens: NodeJS.ProcessEnv): Promise<void> => {
	const projectDir = findAppFolder();
	const args = [join(projectDir, 'scripts/start.mjs'), '--data-dir', dataDir, '--open-run', runId, '--allow-loopback'];
	const app = spawn(process.execPath, args, { stdio: 'inherit', cwd: projectDir, env: { ...process.env, ...tokens } });
	const pass = (): void => void app.kill('SIGTERM');
	process.once('SIGINT', pass);
	process.once('SIGTERM', pass);
	await once(app, 'exit');
};

/** `demo`: the main job on sample data, with nothing of anybody's. The demo's runs are kept apart from the real ones. */
export const demoCommand = async (options: CommonOptions & { readonly open: boolean }): Promise<number> => {
	const demo = await startDemoSite();
	const dataDir = options.dataDir ?? join(dataDirOf({}), 'demo');
	try {
		print(`The demo site answers at ${demo.url}`);
		const list = need(await openList(join(findAppFolder(), 'resources/demo/invite-list.csv')));
		const ended = await withServices({ dataDir, allowLoopback: true }, async (services) => {
			if (services.sites.has(demoName)) need(await services.sites.remove(demoName));
			const { url, email, apiToken, orgApiKey } = demo;
			need(await services.sites.add({ name: demoName, url, adminUrl: demo.adminUrl, email, apiToken, orgApiKey }));
			const site = need(await services.sites.connection(demoName));
			const access = need(readAccess(demo.access, new Date().toISOString()));
			const { name, columns } = list.preview;
			const { runId } = need(
				await services.runs.start({ listName: name, columns, batches: list.batches(), site, deskKey: demo.deskKey, access }),
			);
			return { runId, code: await finishRun(services, runId, {}) };
		});
		if (options.open) {
			await openApp(dataDir, ended.runId, { INVITE_DOCTOR_API_TOKEN: demo.apiToken, INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey });
		}
		return ended.code;
	} finally {
		await demo.stop();
	}
};
