import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoSite } from '#demo-site/demo-site.ts';
import { findAppFolder } from '../../app-version.ts';
import { type CommonOptions, dataDirOf, withClient } from '../client.ts';
import { print } from '../../terminal.ts';
import { need } from '../command-ended.ts';
import { demoDirOf, holdDemo, startDemoRun } from '../../demo.ts';
import { finishRun } from './diagnose.ts';

/** Opens the app on the run, as `npm start` would; the demo site answers until the app is closed. */
const openApp = async (dataDir: string, runId: string, tokens: NodeJS.ProcessEnv): Promise<void> => {
	const script = join(findAppFolder(), 'scripts/start.mjs');
	// Installed, there is no script: the app itself runs this command, and opens a window where it is called without one.
	const starter = existsSync(script) ? [script] : [];
	const args = [...starter, '--data-dir', dataDir, '--open-run', runId, '--allow-loopback'];
	const app = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...tokens } });
	const pass = (): void => void app.kill('SIGTERM');
	process.once('SIGINT', pass);
	process.once('SIGTERM', pass);
	await once(app, 'exit');
};

/** `demo`: the main job on sample data, with nothing of anybody's. The demo's runs are kept apart from the real ones. */
export const demoCommand = async (options: CommonOptions & { readonly open: boolean }): Promise<number> => {
	const dataDir = options.dataDir ?? demoDirOf(dataDirOf({}));
	const held = need(await holdDemo(dataDir));
	const demo = await startDemoSite();
	// No proxy of the company's can reach it.
	process.env['NO_PROXY'] = process.env['no_proxy'] = '*';
	try {
		print(`The demo site answers at ${demo.url}`);
		const ended = await withClient({ dataDir, allowLoopback: true }, async (client) => {
			const { runId } = need(await startDemoRun(client, demo));
			return { runId, code: await finishRun(client, runId, {}) };
		});
		if (options.open) {
			await openApp(dataDir, ended.runId, { INVITE_DOCTOR_API_TOKEN: demo.apiToken, INVITE_DOCTOR_ORG_API_KEY: demo.orgApiKey });
		}
		return ended.code;
	} finally {
		await demo.stop();
		held.release();
	}
};
