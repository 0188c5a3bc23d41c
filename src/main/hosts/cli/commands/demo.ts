import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startDemoSite } from '#demo-site/demo-site.ts';
import { findAppFolder } from '../../app-version.ts';
import { givenAccess } from '../access-option.ts';
import { type CommonOptions, dataDirOf, withClient } from '../client.ts';
import { readGivenList } from '../given-file.ts';
import { print } from '../../terminal.ts';
import { endWith, need } from '../command-ended.ts';
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
	// No proxy of the company's can reach it.
	process.env['NO_PROXY'] = process.env['no_proxy'] = '*';
	const dataDir = options.dataDir ?? join(dataDirOf({}), 'demo');
	try {
		print(`The demo site answers at ${demo.url}`);
		const given = need(await readGivenList(join(findAppFolder(), 'resources/demo/invite-list.csv')));
		const ended = await withClient({ dataDir, allowLoopback: true }, async (client) => {
			const before = await client.deletion.carryOut({ of: { kind: 'site', name: demoName, withRuns: false } });
			if (!before.ok && before.failure.code !== 'site-not-found') return endWith(before.failure);
			const { url, adminUrl, email, apiToken, orgApiKey } = demo;
			need(await client.sites.add({ name: demoName, url, adminUrl, email, apiToken, orgApiKey }));
			const { listId, preview } = need(await client.lists.open(given));
			const asked = { listId, mapping: preview.mapping, site: demoName, desk: demo.deskKey, access: givenAccess(demo.access) };
			const { runId } = need(await client.runs.start(asked));
			return { runId, code: await finishRun(client, runId, {}) };
		});
		if (options.open) {
			await openApp(dataDir, ended.runId, { INVITE_DOCTOR_API_TOKEN: demo.apiToken, INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey });
		}
		return ended.code;
	} finally {
		await demo.stop();
	}
};
